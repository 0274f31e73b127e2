import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Who is in the company.
enum DirectoryPage {
    static let route = PageRoute.signedIn(Site.directory, get: show)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        guard signedIn.person.permissions.level(of: .directory) >= .readOnly else {
            throw Refused(
                .notPermitted(person: signedIn.person.name, act: .manageDirectory, needs: "Directory Read Only"))
        }
        let people = try await visit.plumbline.people(of: signedIn.company.id)
        let rows = people.map { person in
            [
                .text(person.name), .text(person.email),
                person.isAccountingApprover ? .badge("Accounting approver", .good) : "–",
            ] as [HTML]
        }
        return .page(
            Page(
                "Directory", section: .directory,
                .table(
                    "People of \(signedIn.company.name)", [.text("Name"), .text("E-mail address"), .text("Approver")],
                    rows: rows)))
    }
}
