import BudgetDomain
import BudgetOperations
import MarkupBytes

/// What waits for whoever looks: each row leads to where it is done.
enum WaitingTable {
    static func html(_ dashboard: Dashboard) -> HTML {
        guard dashboard.waiting > 0 else {
            return .emptyState("Nothing waits for you", "What needs you turns up here.")
        }
        let rows =
            failed(dashboard) + differing(dashboard) + toDecide(dashboard) + requests(dashboard) + toSend(dashboard)
        return [
            .table(
                "Waits for you: \(dashboard.waiting)",
                [.text("What"), .text("Where"), .text("Since"), .text("What it needs")], rows: rows),
            .rest(
                of: dashboard.failed.unshown + dashboard.differing.unshown + dashboard.toDecide.unshown,
                Site.erpBudgets.link, "in ERP Integrations"),
            .rest(of: dashboard.requests.unshown, asking, "who ask for the privilege"),
            .rest(of: dashboard.toSend.unshown, Site.projects.link, "to send"),
        ]
    }

    private static let asking = Site.directory.link.with("group", DirectoryQuery.Group.asking.rawValue)

    private static func failed(_ dashboard: Dashboard) -> [[HTML]] {
        dashboard.failed.rows.map { open in
            [
                .a(Site.erpBudget.link(open.projectNumber), "A failed export"), .text(place(open)),
                .moment(open.closedSince),
                "Read the cause, then export it again or reject it. Nothing of it is in QuickBooks.",
            ]
        }
    }

    private static func differing(_ dashboard: Dashboard) -> [[HTML]] {
        dashboard.differing.rows.map { open in
            [
                .a(Site.erpCompare.link(open.projectNumber), "A difference in QuickBooks"), .text(place(open)),
                .moment(open.closedSince), "Keep what QuickBooks holds, or have ours written again.",
            ]
        }
    }

    private static func toDecide(_ dashboard: Dashboard) -> [[HTML]] {
        dashboard.toDecide.rows.map { open in
            [
                .a(Site.erpBudget.link(open.projectNumber), "An export to review"), .text(place(open)),
                .moment(open.closedSince), "Sent by \(open.sentByName). Accept it or reject it.",
            ]
        }
    }

    private static func requests(_ dashboard: Dashboard) -> [[HTML]] {
        dashboard.requests.rows.map { request in
            [
                .a(Site.person.link(request.person.text), "A request for Can Push to Accounting"),
                .text(request.personName), .moment(request.askedAt), "Grant it or decline it.",
            ]
        }
    }

    private static func toSend(_ dashboard: Dashboard) -> [[HTML]] {
        dashboard.toSend.rows.map { budget in
            [
                .a(link(budget), .text(title(budget.reason))),
                "\(budget.projectNumber), \(budget.projectName)", budget.since.map { .moment($0) } ?? "–",
                .text(need(budget.reason)),
            ]
        }
    }

    /// The reason of a rejection stands where the export does.
    private static func link(_ budget: BudgetToSend) -> Link {
        (budget.reason == .returned ? Site.erpStatus : Site.project).link(budget.projectNumber)
    }

    private static func title(_ reason: BudgetToSend.Reason) -> String {
        switch reason {
        case .returned: "A budget that came back"
        case .neverSent: "A budget to send"
        case .changed: "An update to send"
        case .open: "An open budget to lock and send"
        }
    }

    private static func need(_ reason: BudgetToSend.Reason) -> String {
        switch reason {
        case .returned: "An approver rejected it. Read why, correct it and send it again."
        case .neverSent: "It is locked and was never sent to ERP."
        case .changed: "It was changed since it was last sent to ERP."
        case .open: "Lock it when its amounts are right; then it can be sent to ERP."
        }
    }

    private static func place(_ open: OpenExport) -> String { "\(open.projectNumber), \(open.projectName)" }
}
