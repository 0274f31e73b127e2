import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Where a line is added to a budget.
enum NewBudgetLinePage {
    static let route = PageRoute.signedIn(Site.newBudgetLine, get: show, post: add)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        .page(try await page(BudgetLineForm(.none), on: visit, signedIn))
    }

    @Sendable private static func add(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.newBudgetLine)
        let form = BudgetLineForm(visit.form)
        var cells = form.typed.filter { !$0.value.isEmpty }
        cells[.costCode] = visit.form["costCode"] ?? ""
        cells[.costType] = visit.form["costType"] ?? ""
        let report = try await visit.plumbline.editBudget(
            BudgetEdit([BudgetRowEdit(.newLine, cells: cells)]), of: number, in: signedIn.company.id,
            by: signedIn.person.id)
        guard report.refusals.isEmpty else {
            let refused = Refused(report.refusals)
            return .page(
                try await page(form, on: visit, signedIn, refused: refused), refusing: refused)
        }
        return .seeOther(Site.budget.link(number), flash: .lineAdded)
    }

    private static func page(
        _ form: BudgetLineForm, on visit: Visit, _ signedIn: SignedInPerson, refused: Refused? = nil
    ) async throws -> Page {
        let number = visit.part(Site.newBudgetLine)
        let sheet = try await visit.plumbline.budgetSheet(
            of: number, in: signedIn.company.id, by: signedIn.person.id)
        let refusals = sheet.view.refusalsToViewer(of: .addLineItem)
        let title = "New line on the budget of \(number)"
        guard refusals.isEmpty else {
            return Page(
                title, section: .projects, .projectTabs(of: number, current: nil),
                .refusal(refusals, title: "No line can be added now"),
                .p(.a(Site.budget.link(number), "Back to the budget")))
        }
        let isLocked = sheet.view.standing.budget.isLocked
        return Page(
            title, section: .projects, .projectTabs(of: number, current: nil),
            refused.map { .refusal($0.refusals, title: "The line was not added") } ?? .nothing,
            isLocked
                ? .p("The budget is locked: a new line begins with nothing, and modifications move money to it.")
                : .nothing,
            .form(
                to: Site.newBudgetLine.link(number), on: visit, class: "form card",
                .field(
                    FormField(
                        name: "costCode", label: "Cost Code", kind: .suggested(list: "cost-codes"),
                        value: visit.form["costCode"] ?? "")),
                .field(
                    FormField(
                        name: "costType", label: "Cost Type",
                        kind: .choice(sheet.costTypes.map { (value: $0.code, title: "\($0.code) \($0.name)") }),
                        value: visit.form["costType"] ?? "")),
                .fragment(form.fields(seenOn: nil)), codes(sheet), .button("Add line", .main)),
            .p(.a(Site.budget.link(number), "Cancel")))
    }

    /// Suggestions of more would make the page larger than they help.
    private static let mostSuggestions = 2_000

    private static func codes(_ sheet: BudgetSheet) -> HTML {
        let options = sheet.costCodes.prefix(mostSuggestions).map { code in
            HTML.tag("option", [.named("value", code.code)], .text(code.title))
        }
        return .tag("datalist", [.id("cost-codes")], .fragment(options))
    }
}
