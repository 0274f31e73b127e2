import BudgetDomain
import BudgetOperations
import MarkupBytes

/// One budget modification.
enum ModificationPage {
    static let route = PageRoute.signedIn(Site.modification, get: show)

    static func link(_ modification: Int, of number: String) -> Link {
        Site.modification.link(number).with("number", "\(modification)")
    }

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.modification)
        let company = signedIn.company.id
        let view = try await visit.plumbline.budget(of: number, in: company, by: signedIn.person.id)
        let all = try await visit.plumbline.modifications(of: number, in: company, by: signedIn.person.id)
        guard let entry = all.first(where: { "\($0.modification.number)" == visit.query["number"] }) else {
            throw PageProblem.noSuch("modification “\(visit.query["number"] ?? "")”")
        }
        return .page(
            Page(
                "Modification \(entry.modification.number) of \(number)", section: .projects, beside: entry.badge,
                .projectTabs(of: number, current: nil),
                .card("What it does", facts(entry)), .card("The lines now", try lines(entry, view)),
                .actBar("What can be done with the modification", [reversal(entry, view)]),
                .p(.a(Site.modifications.link(number), "All modifications"))))
    }

    private static func facts(_ entry: ModificationEntry) -> HTML {
        .facts([
            ("From", .text(entry.from.map(name) ?? "No line: it changes the grand total")),
            ("To", .text(name(entry.to))),
            ("Transfer Amount", .money(entry.modification.amount, showsCurrency: true)),
            ("Notes", .text(entry.modification.notes.isEmpty ? "–" : entry.modification.notes)),
            ("Created", [.text("by \(entry.createdBy), "), .moment(entry.createdAt)]),
            (
                "QuickBooks",
                [
                    entry.badge,
                    .text(entry.export.map { " in export \($0.number)" } ?? " It goes with the next export."),
                ]
            ),
        ])
    }

    private static func lines(_ entry: ModificationEntry, _ view: BudgetView) throws -> HTML {
        let lines = try zip(view.standing.budget.lines, view.amounts).filter { line, _ in
            line.id == entry.from?.id || line.id == entry.to.id
        }.map { line, amounts in
            [
                .budgetCode(line.code), .text(line.description), .money(amounts.original),
                .money(amounts.modifications), .money(try amounts.revised()),
            ] as [HTML]
        }
        return .table(
            "Amounts in \(view.totals.original.currency.code)",
            [
                .text("Budget code"), .text("Description"), .number("Original budget"), .number("Modifications"),
                .number("Revised budget"),
            ], rows: lines)
    }

    /// A modification is never deleted once the budget has been in QuickBooks: it is reversed by another.
    private static func reversal(_ entry: ModificationEntry, _ view: BudgetView) -> BarAct {
        let number = view.project.number
        var link = Site.newModification.link(number).with("to", (entry.from ?? entry.to).code.description)
        if entry.from != nil { link = link.with("from", entry.to.code.description) }
        let amount = entry.modification.amount
        link = link.with("amount", entry.from == nil ? "-\(amount.plain)" : amount.plain)
            .with("notes", "Reverses modification \(entry.modification.number)")
        return BarAct(
            name: "reverse", label: "Reverse it", refusals: view.refusalsToViewer(of: .createModification),
            control: .buttonLink(link, "Reverse it"))
    }

    private static func name(_ line: BudgetLineItem) -> String {
        line.description.isEmpty ? line.code.description : "\(line.code.description)  \(line.description)"
    }
}
