import BudgetDomain
import BudgetOperations
import MarkupBytes

extension HTML {
    /// A button that cannot be pressed now, with sentences beside it that say why and who can lift it.
    ///
    /// - Parameter id: unique on the page.
    static func button(_ label: String, id: String, because sentences: [String]) -> HTML {
        .tag(
            "div", [.class("with-reason")],
            .tag(
                "button",
                [
                    .named("type", "button"), .class(ButtonWeight.ordinary.rawValue), .named("aria-disabled", "true"),
                    .named("aria-describedby", id),
                ], .text(label)),
            .tag("span", [.class("reason"), .id(id)], .text(sentences.joined(separator: " "))))
    }
}

extension Person {
    /// Why this person may not do it; empty when nothing stands against it.
    func refusals(of act: PermittedAct) -> [Refusal] {
        do {
            try require(act)
            return []
        } catch {
            return error.refusals
        }
    }

    /// Why this person may not make that one a way to sign in; empty when nothing stands against it.
    func refusals(ofLettingIn person: Person) -> [Refusal] {
        do {
            try requireLetting(in: person)
            return []
        } catch {
            return error.refusals
        }
    }
}
