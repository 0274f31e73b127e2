import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The budget modifications of a project, the newest first.
enum ModificationsPage {
    static let route = PageRoute.signedIn(Site.modifications, get: show)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.modifications)
        let company = signedIn.company.id
        let view = try await visit.plumbline.budget(of: number, in: company, by: signedIn.person.id)
        let all = try await visit.plumbline.modifications(of: number, in: company, by: signedIn.person.id)
        let query = ListQuery(visit, at: Site.modifications.link(number))
        let found = query.words.isEmpty ? all : all.filter { query.matches($0.searchedTexts) }
        let part = query.part(of: found)
        return .page(
            Page(
                "Budget modifications of \(number)", section: .projects, beside: ExportWords.badge(of: view),
                .projectTabs(of: number, current: .modifications), BudgetActs.bar(view, on: visit),
                all.isEmpty ? .nothing : query.searchForm("Search modifications"),
                part.rows.isEmpty
                    ? empty(all.isEmpty, view) : table(part.rows, of: number, in: signedIn.company.currency),
                .pager(part.page) { query.link(page: $0) }))
    }

    private static func empty(_ hasNone: Bool, _ view: BudgetView) -> HTML {
        guard hasNone else { return .emptyState("Nothing here", "No modification has these words.") }
        return .emptyState(
            "No modification yet",
            "On a locked budget, a modification moves money from one line to another, and stays on record.",
            next: view.refusalsToViewer(of: .createModification).isEmpty
                ? .p(.buttonLink(Site.newModification.link(view.project.number), "Create the first one")) : .nothing)
    }

    private static func table(_ rows: [ModificationEntry], of number: String, in currency: Currency) -> HTML {
        .table(
            "Budget modifications, amounts in \(currency.code)",
            [
                .number("No."), .text("From"), .text("To"), .number("Transfer Amount"), .text("Notes"),
                .text("Created by"), .text("Created"), .text("QuickBooks"),
            ],
            rows: rows.map { entry in
                let each = entry.modification
                return [
                    .a(ModificationPage.link(each.number, of: number), .text("\(each.number)")),
                    entry.from.map { .budgetCode($0.code) } ?? "Grand total", .budgetCode(entry.to.code),
                    .money(each.amount), .text(each.notes), .text(entry.createdBy), .moment(entry.createdAt),
                    entry.badge,
                ]
            })
    }
}

extension ModificationEntry {
    fileprivate var searchedTexts: [String] {
        [
            from?.code.description ?? "", to.code.description, modification.notes, createdBy,
            modification.amount.formatted,
        ]
    }

    /// Where it stands with QuickBooks.
    var badge: HTML {
        guard let export else { return .badge("Not sent", .neutral) }
        switch export.state {
        case .rejected, .retrieved: return .badge("Not sent", .neutral)
        case .readyToExport, .invalid, .exporting, .awaitingJobCosts, .mismatched, .rewriting, .synced,
            .failedToExport:
            return ExportWords.badge(export)
        }
    }
}
