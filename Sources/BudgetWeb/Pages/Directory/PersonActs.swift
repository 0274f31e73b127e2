import BudgetDomain
import BudgetOperations
import MarkupBytes

/// *Why can't this person …?*, answered by the rules that decide.
enum PersonActs {
    static func card(_ view: PersonView, on visit: Visit, _ signedIn: SignedInPerson) async throws -> HTML {
        let asked = visit.query["act"].flatMap(PermittedAct.init(rawValue:))
        let project = (visit.query["project"] ?? "").filter { !$0.isNewline }
        let whom = view.person.id == signedIn.person.id ? "I" : view.person.name
        var answer = HTML.nothing
        if let asked {
            answer = try await self.answer(to: asked, on: project, of: view, visit, signedIn)
        }
        return .tag(
            "section", [.class("card"), .id("why")], .h2("Why can’t \(whom) …?"),
            .tag(
                "form",
                [
                    .class("filters"), .named("method", "get"),
                    .named("action", Site.person.link(view.person.id.text).text + "#why"),
                ],
                .tag(
                    "label", [], .tag("span", [], "Act"),
                    .tag(
                        "select", [.named("name", "act")],
                        .fragment(
                            PermittedAct.allCases.map { act in
                                .tag(
                                    "option",
                                    [.named("value", act.rawValue), act == asked ? .flag("selected") : nil],
                                    .text(act.rawValue))
                            }))),
                .tag(
                    "label", [], .tag("span", [], "Project number, if it is about one"),
                    .emptyTag(
                        "input",
                        [
                            .named("type", "text"), .named("name", "project"), .named("value", project),
                            .named("maxlength", "50"),
                        ])), .button("Answer")), answer)
    }

    private static func answer(
        to act: PermittedAct, on project: String, of view: PersonView, _ visit: Visit, _ signedIn: SignedInPerson
    ) async throws -> HTML {
        do {
            let explanation = try await visit.plumbline.explanation(
                of: act, by: view.person.id, on: project.isEmpty ? nil : project, in: signedIn.company.id,
                for: signedIn.person.id)
            return ActAnswer.html(explanation)
        } catch let refused as Refused where refused.refusals == [.noSuchProject(project)] {
            return .refusal(
                refused.refusals, title: "There is no answer for that project",
                meaning: "Leave the number out to ask about all projects.")
        }
    }
}
