import BudgetDomain
import BudgetOperations

/// *Export again*: the button of a failed export.
enum ExportAgainAct {
    static let route = PageRoute.signedIn(Site.erpExportAgain, post: exportAgain)

    @Sendable private static func exportAgain(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.erpExportAgain)
        do {
            _ = try await visit.plumbline.exportAgain(of: number, in: signedIn.company.id, by: signedIn.person.id)
            return .seeOther(Site.erpBudget.link(number), flash: .exportedAgain)
        } catch let refused as Refused {
            let page = try await BudgetDetailsPage.page(on: visit, signedIn, refused: refused)
            return .page(page, refusing: refused)
        }
    }
}
