import BudgetDomain
import BudgetOperations
import FoundationEssentials
import HTTPTypes

/// What the grid of the budget page asks: the lines, and what becomes of what is typed.
enum BudgetData {
    static let routes: [DataRoute] = [
        .get(Site.budgetLines, for: Site.budget, lines), .get(Site.budgetLineHistory, for: Site.budget, history),
        .post(Site.budgetEdits, for: Site.budget, edit),
        .post(Site.budgetUndo, for: Site.budget, undo), .post(Site.budgetRedo, for: Site.budget, redo),
    ]

    @Sendable private static func lines(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> DataAnswer {
        let number = visit.part(Site.budgetLines)
        if let known = visit.query["since"] {
            let version = try await visit.plumbline.budgetVersion(
                of: number, in: signedIn.company.id, by: signedIn.person.id)
            if version.text == known { return .unchanged }
        }
        let sheet = try await visit.plumbline.budgetSheet(
            of: number, in: signedIn.company.id, by: signedIn.person.id)
        return .value(.sheet(sheet, formToken: visit.formToken))
    }

    /// Of the line with the budget code that the query names.
    @Sendable private static func history(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> DataAnswer {
        let entries = try await visit.plumbline.budgetLineHistory(
            of: visit.query["code"] ?? "", on: visit.part(Site.budgetLineHistory), in: signedIn.company.id,
            by: signedIn.person.id)
        return .value(LineHistory(entries: entries).json)
    }

    @Sendable private static func edit(
        _ visit: Visit, _ signedIn: SignedInPerson, _ body: [UInt8]
    ) async throws -> DataAnswer {
        guard let request = try? JSONDecoder().decode(BudgetEditRequest.self, from: Data(body)),
            let edit = request.edit
        else {
            return .refused(
                [.refusal("Nothing was done: the page sent something else than edits.", cure: "Load the page again.")],
                .unprocessableContent)
        }
        let number = visit.part(Site.budgetEdits)
        let (company, person) = (signedIn.company.id, signedIn.person.id)
        let isPreview = request.preview ?? false
        let report =
            isPreview
            ? try await visit.plumbline.previewEdit(edit, of: number, in: company, by: person)
            : try await visit.plumbline.editBudget(edit, of: number, in: company, by: person)
        if let missing = report.refusals.first(where: \.isOfMissingLine) {
            visit.noteIfNotFound(Refused(missing), path: Site.budgetEdits.link(number).text)
        }
        return .value(.report(report, of: edit, isPreview: isPreview))
    }

    @Sendable private static func undo(
        _ visit: Visit, _ signedIn: SignedInPerson, _ body: [UInt8]
    ) async throws -> DataAnswer {
        let report = try await visit.plumbline.undoBudgetEdit(
            of: visit.part(Site.budgetUndo), in: signedIn.company.id, by: signedIn.person.id)
        return .value(.report(report))
    }

    @Sendable private static func redo(
        _ visit: Visit, _ signedIn: SignedInPerson, _ body: [UInt8]
    ) async throws -> DataAnswer {
        let report = try await visit.plumbline.redoBudgetEdit(
            of: visit.part(Site.budgetRedo), in: signedIn.company.id, by: signedIn.person.id)
        return .value(.report(report))
    }
}

extension Refusal {
    /// A line that the budget does not have: deleted meanwhile, or another company's.
    fileprivate var isOfMissingLine: Bool {
        if case .noSuchBudgetLineItem = self { true } else { false }
    }
}
