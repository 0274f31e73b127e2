import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Where an approver gives a budget back, with the reason.
enum RejectionPage {
    static let route = PageRoute.signedIn(Site.erpReject, get: show, post: reject)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        // Only of what is there.
        _ = try await visit.plumbline.exportDetail(
            of: visit.part(Site.erpReject), in: signedIn.company.id, by: signedIn.person.id)
        return .page(page(on: visit, refused: nil))
    }

    @Sendable private static func reject(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        do {
            _ = try await visit.plumbline.rejectExport(
                of: visit.part(Site.erpReject), comment: visit.form["comment"] ?? "", in: signedIn.company.id,
                by: signedIn.person.id)
            return .seeOther(Site.erpBudgets.link, flash: .budgetRejected)
        } catch let refused as Refused {
            return .page(page(on: visit, refused: refused), refusing: refused)
        }
    }

    private static func page(on visit: Visit, refused: Refused?) -> Page {
        let number = visit.part(Site.erpReject)
        return ERPTab.budget.page(
            titled: "Reject the budget of \(number)?",
            refused.map { .refusal($0.refusals, title: "It was not rejected") } ?? .nothing,
            .form(
                to: Site.erpReject.link(number), on: visit, class: "form card",
                .p("It goes back to its owner, with your comment. A first export also unlocks the budget."),
                .field(
                    FormField(
                        name: "comment", label: "Enter a Comment", kind: .prose,
                        hint: "What should be corrected: at most \(BudgetStanding.longestComment) characters.",
                        value: visit.form["comment"] ?? "")), .button("Reject", .danger)),
            .p(.a(Site.erpBudget.link(number), "Back to the details")))
    }
}
