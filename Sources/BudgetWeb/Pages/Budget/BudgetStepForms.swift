import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Undo and redo where no script is, each with the name of the step that it takes.
enum BudgetStepForms {
    static let routes = [
        PageRoute.signedIn(Site.undoneStep, post: undo), PageRoute.signedIn(Site.redoneStep, post: redo),
    ]

    /// - Parameter back: the view of the budget that the forms lead back to.
    static func html(_ sheet: BudgetSheet, back: Link, on visit: Visit) -> HTML {
        let number = sheet.view.project.number
        let refusals = sheet.view.refusalsToViewer(of: .editOriginalAmount)
        func act(_ name: String, _ step: BudgetStep?, _ missing: Refusal, _ address: AddressOfOne) -> BarAct {
            let label = step.map { "\(name): \($0.label)" } ?? name
            return BarAct(
                name: name.lowercased(), label: label, refusals: step == nil ? [missing] : refusals,
                control: .form(to: address.link(number), on: visit, .hidden("then", back.text), .button(label)))
        }
        return .actBar(
            "Your latest changes",
            [
                act("Undo", sheet.steps.undo, .nothingToUndo, Site.undoneStep),
                act("Redo", sheet.steps.redo, .nothingToRedo, Site.redoneStep),
            ])
    }

    @Sendable private static func undo(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.undoneStep)
        return try await BudgetActs.act("Nothing was undone", on: number, visit, done: .stepUndone) {
            _ = try await visit.plumbline.undoBudgetEdit(
                of: number, in: signedIn.company.id, by: signedIn.person.id)
        }
    }

    @Sendable private static func redo(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.redoneStep)
        return try await BudgetActs.act("Nothing was done again", on: number, visit, done: .stepRedone) {
            _ = try await visit.plumbline.redoBudgetEdit(
                of: number, in: signedIn.company.id, by: signedIn.person.id)
        }
    }
}
