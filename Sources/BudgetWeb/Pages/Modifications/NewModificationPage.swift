import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Where a budget modification is made: from, to, amount and notes, with what it does to both lines and to the grand
/// total before it is made. A script asks for that while somebody types; without one a button does.
enum NewModificationPage {
    static let routes = [
        PageRoute.signedIn(Site.newModification, get: show, post: create),
        // What is being typed stays: the form, once it is sent, takes it along through the sign-in.
        PageRoute.signedIn(Site.modificationEffect, get: showEffect, signedOutScript: { _ in .unchanged }),
    ]

    /// Suggestions of more would make the page larger than they help.
    private static let mostSuggestions = 1_000

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let view = try await view(visit, signedIn, at: Site.newModification)
        let refusals = view.refusalsToViewer(of: .createModification)
        guard refusals.isEmpty else {
            return .page(
                Page(
                    "New budget modification", section: .projects, .projectTabs(of: view.project.number, current: nil),
                    .refusal(refusals, title: "No modification can be created now"),
                    BudgetActs.bar(view, on: visit)), status: RefusalStatus.of(Refused(refusals)))
        }
        return .page(page(TypedModification(visit.query), view, on: visit))
    }

    @Sendable private static func create(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let typed = TypedModification(visit.form)
        if visit.form["act"] == "look" {
            return .page(page(typed, try await view(visit, signedIn, at: Site.newModification), on: visit))
        }
        let number = visit.part(Site.newModification)
        do {
            let made = try await visit.plumbline.createModification(
                from: typed.from.isEmpty ? nil : typed.from, to: typed.to,
                amount: try typed.money(in: signedIn.company.currency), notes: typed.notes, of: number,
                in: signedIn.company.id, by: signedIn.person.id)
            return .seeOther(ModificationPage.link(made.number, of: number), flash: .modificationCreated)
        } catch let refused as Refused {
            let view = try await view(visit, signedIn, at: Site.newModification)
            return .page(page(typed, view, on: visit, refused: refused), refusing: refused)
        }
    }

    @Sendable private static func showEffect(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let view = try await view(visit, signedIn, at: Site.modificationEffect)
        return .fragment(effect(of: TypedModification(visit.query), on: view))
    }

    private static func view(
        _ visit: Visit, _ signedIn: SignedInPerson, at address: AddressOfOne
    ) async throws -> BudgetView {
        try await visit.plumbline.budget(
            of: visit.part(address), in: signedIn.company.id, by: signedIn.person.id)
    }
}

// What is on the page.
extension NewModificationPage {
    private static func page(
        _ typed: TypedModification, _ view: BudgetView, on visit: Visit, refused: Refused? = nil
    ) -> Page {
        let number = view.project.number
        return Page(
            "New budget modification of \(number)", section: .projects, .projectTabs(of: number, current: nil),
            refused.map { .refusal($0.refusals, title: "The modification was not created") } ?? .nothing,
            .tag(
                "div", [.class("two-columns")], form(typed, view, on: visit),
                .tag(
                    "div",
                    [
                        .id("effect"), .named("aria-live", "polite"),
                        .named("hx-get", Site.modificationEffect.link(number).text),
                        .named("hx-include", "#modification"),
                        .named("hx-params", "from,to,amount,notes"),
                        .named("hx-trigger", "input from:#modification delay:300ms"),
                    ], effect(of: typed, on: view, saysWhatIsWrong: refused == nil))),
            .p(.a(Site.modifications.link(number), "Cancel")))
    }

    private static func form(_ typed: TypedModification, _ view: BudgetView, on visit: Visit) -> HTML {
        let mayChangeTotal = view.standing.settings.allowsGrandTotalModifications
        let currency = view.standing.budget.currency.code
        return .form(
            to: Site.newModification.link(view.project.number), on: visit, id: "modification", class: "form card",
            .field(
                FormField(
                    name: "from", label: "From", kind: .suggested(list: "lines"),
                    hint: mayChangeTotal
                        ? "The budget code that gives. Leave it empty to change the grand total."
                        : "The budget code that gives: every modification of this company is net zero.",
                    value: typed.from, isRequired: !mayChangeTotal)),
            .field(
                FormField(
                    name: "to", label: "To", kind: .suggested(list: "lines"), hint: "The budget code that receives.",
                    value: typed.to)),
            .field(
                FormField(
                    name: "amount", label: TypedModification.amountLabel, kind: .amount, hint: "In \(currency).",
                    value: typed.amount)),
            .field(
                FormField(
                    name: "notes", label: "Notes", hint: "Why; QuickBooks shows it on the estimate's lines.",
                    value: typed.notes, isRequired: false)),
            suggestions(view),
            .tag(
                "div", [.class("row")], .button("Create modification", .main),
                .tag(
                    "button",
                    [
                        .named("type", "submit"), .class("button"), .named("name", "act"), .named("value", "look"),
                        .flag("formnovalidate"),
                    ], "Show what it does")))
    }

    private static func suggestions(_ view: BudgetView) -> HTML {
        let options = view.standing.budget.lines.prefix(mostSuggestions).map { line in
            HTML.tag("option", [.named("value", line.code.description)], .text(line.description))
        }
        return .tag("datalist", [.id("lines")], .fragment(options))
    }

    /// - Parameter saysWhatIsWrong: false where the page says it already.
    private static func effect(
        of typed: TypedModification, on view: BudgetView, saysWhatIsWrong: Bool = true
    ) -> HTML {
        guard !typed.isBlank else {
            return .card(
                "What it does", .tag("p", [.class("quiet")], "Both lines and the grand total, before and after."))
        }
        do {
            let effect = try typed.effect(on: view)
            return .card(
                "What it does", table(effect, in: view.standing.budget.currency),
                .p(
                    .text(
                        effect.grandTotal.before == effect.grandTotal.after
                            ? "Net zero: the grand total stays." : "It changes the grand total of the budget.")))
        } catch {
            return saysWhatIsWrong
                ? .refusal(error.refusals, title: "Not a modification yet", meaning: "Nothing was changed.")
                : .nothing
        }
    }

    private static func table(_ effect: TypedModification.Effect, in currency: Currency) -> HTML {
        func row(_ change: TypedModification.Effect.Change) -> [HTML] {
            [.text(change.name), .money(change.before), .money(change.after)]
        }
        return .table(
            "Revised budget in \(currency.code)", [.text("Line"), .number("Before"), .number("After")],
            rows: effect.lines.map(row), totals: row(effect.grandTotal))
    }
}
