import ArgumentParser
import BudgetDomain
import BudgetOperations

struct BudgetShow: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the lines, the totals and where the budget stands with QuickBooks.")

    @Argument(help: "The project's number.")
    var project: String

    @Flag(help: "Show for every act whether it is allowed now, or why not.")
    var acts = false

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let view = try await scope.plumbline.budget(
            of: project, in: company.id, by: try await scope.person(of: company).id)
        return try Self.report(of: view, withActs: acts)
    }

    static func report(of view: BudgetView, withActs: Bool) throws -> Report {
        let json = try BudgetJSON(view)
        var blocks: [Report.Block] = [
            "\(view.project.number) \(view.project.name)",
            "Budget \(json.isLocked ? "locked" : "unlocked"), ERP status: \(view.erpStatus.rawValue)",
            .blank, .table(try lines(of: view)),
        ]
        if !view.standing.budget.modifications.isEmpty {
            blocks += [.blank, "Budget modifications", .table(modifications(of: view.standing.budget))]
        }
        if withActs { blocks += [.blank, .table(acts(of: view))] }
        return Report(blocks, json: json)
    }

    private static func lines(of view: BudgetView) throws -> Table {
        let rows = try zip(view.standing.budget.lines, view.amounts).map { line, amounts in
            [
                line.code.description, view.costTypeNames[line.code.costType] ?? line.code.costType, line.description,
                amounts.original.formatted, amounts.modifications.formatted, try amounts.revised().formatted,
            ]
        }
        let totals = view.totals
        return Table(
            [
                .text("Budget code"), .text("Cost type"), .prose("Description"), .figure("Original budget"),
                .figure("Modifications"), .figure("Revised budget"),
            ],
            rows: rows,
            footer: [
                "\(rows.count) lines", "", "Total \(view.standing.budget.currency)", totals.original.formatted,
                totals.modifications.formatted, try totals.revised().formatted,
            ])
    }

    private static func modifications(of budget: Budget) -> Table {
        let codes = budget.codesByLine
        return Table(
            [.figure("No."), .text("From"), .text("To"), .figure("Amount"), .prose("Notes")],
            rows: budget.modifications.map { modification in
                [
                    String(modification.number), modification.from.flatMap { codes[$0] } ?? "",
                    codes[modification.to] ?? "", modification.amount.formatted, modification.notes,
                ]
            })
    }

    private static func acts(of view: BudgetView) -> Table {
        Table(
            [.text("Act"), .text("Now"), .text("Why not, and what to do")],
            rows: BudgetAct.allCases.map { act in
                let refusals = view.refusals(of: act)
                return [
                    act.rawValue, refusals.isEmpty ? "allowed" : "refused",
                    refusals.map { "\($0.sentence) \($0.cure)" }.joined(separator: " "),
                ]
            })
    }
}

extension Budget {
    /// The text of each line's budget code.
    var codesByLine: [ID<BudgetLineItem>: String] {
        Dictionary(lines.map { ($0.id, $0.code.description) }, uniquingKeysWith: { first, _ in first })
    }
}
