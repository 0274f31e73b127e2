import BudgetDomain
import BudgetOperations
import MarkupBytes

/// What it means to move the connection to another company file, before it is done.
enum MoveConnectionPage {
    static let route = PageRoute.signedIn(Site.erpMove, get: show)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try signedIn.person.require(.configureERP)
        guard let connection = try await visit.plumbline.connection(of: signedIn.company.id) else {
            throw Refused(.noConnection)
        }
        return .page(
            Page(
                "Move to Another Company File", section: .erpIntegrations,
                .p(present(connection)),
                .card(
                    "Only for a file that is another one",
                    .p(
                        """
                        A file that was renamed, moved to another folder, restored from a backup or upgraded is still \
                        the same: QuickBooks keeps this connection's id inside it, and nothing has to be done here.
                        """)),
                .card("What happens", .tag("ul", [], .fragment(consequences.map { .tag("li", [], .text($0)) }))),
                .form(
                    to: Site.erpConnections.link, on: visit, .hidden("act", "move"),
                    .button("Move to another company file", .danger)),
                .p(.a(Site.erpConnections.link, "Cancel"))))
    }

    private static func present(_ connection: Connection) -> HTML {
        guard let company = connection.boundCompany else { return "No company file has been bound yet." }
        let path = connection.boundPath.map { " (\($0))" } ?? ""
        return .text("The connection belongs to \(company)\(path).")
    }

    private static let consequences = [
        "The connection gets another user name and password. The old entry in the Web Connector and the present "
            + "company file are refused from then on; remove the entry there.",
        "You download a new .qwc file, and open it in the Web Connector while the other company file is open.",
        "Jobs and cost codes are no longer linked. They are exported again, or linked to what the other file has.",
        "Job costs count as never read, until the other file was read.",
        "What was exported stays in the present file as it is. Each budget whose estimate is not in the other file is "
            + "found to differ at the first reading, its gate closes, and an approver has it written there.",
    ]
}
