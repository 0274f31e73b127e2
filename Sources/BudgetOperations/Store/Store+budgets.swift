import BudgetDomain
import SQLDatabase

extension Transaction {
    /// The project's budget with its lines and modifications.
    func budget(of project: ID<Project>, in company: Company) throws -> Budget {
        let row = try row(
            "SELECT id, locked_by, locked_at FROM budgets WHERE company_id = $1 AND project_id = $2",
            [.text(company.id.text), .text(project.text)])
        guard let row else { throw Refused(.noSuchProject(project.text)) }
        let id = ID<Budget>(try row.text("id"))
        let lock: Budget.Lock =
            if let by = try row.optionalText("locked_by") {
                .locked(by: ID(by), at: Instant(microsecondsSince1970: try row.integer("locked_at")))
            } else { .unlocked }
        return Budget(
            id: id, company: company.id, project: project, currency: company.currency, lock: lock,
            lines: try budgetLines(of: id, in: company),
            modifications: try modifications(of: id, in: company))
    }

    private func budgetLines(of budget: ID<Budget>, in company: Company) throws -> [BudgetLineItem] {
        let texts = try costCodeTexts(of: company.id)
        var lines: [BudgetLineItem] = []
        try forEach(
            """
            SELECT id, sub_job, cost_code_id, cost_type, custom_segments, description, quantity, unit_of_measure,
                unit_cost, original_amount
            FROM budget_line_items WHERE company_id = $1 AND budget_id = $2 ORDER BY position, id
            """, [.text(company.id.text), .text(budget.text)]
        ) { row in
            let subJob = try row.text(1)
            let costCode = try row.text(2)
            guard let known = texts.index(forKey: ID(costCode)) else {
                throw UnreadableRow(table: "budget_line_items", column: "cost_code_id", value: costCode)
            }
            let segments = try row.text(4)
            let calculation: BudgetLineItem.Calculation =
                if let quantity = try row.optionalInteger(6) {
                    .automatic(
                        quantity: try Quantity(hundredThousandths: quantity),
                        unitOfMeasure: try row.optionalText(7) ?? "",
                        unitCost: try UnitCost(hundredThousandths: row.integer(8), currency: company.currency))
                } else { .manual }
            lines.append(
                BudgetLineItem(
                    id: ID(try row.text(0)),
                    code: BudgetCode(
                        subJob: subJob.isEmpty ? nil : subJob, costCode: texts[known].key,
                        costCodeText: texts[known].value,
                        costType: try row.text(3), customSegments: segments.isEmpty ? nil : segments),
                    description: try row.text(5), calculation: calculation,
                    originalAmount: Money(minorUnits: try row.integer(9), currency: company.currency)))
        }
        return lines
    }

    /// By their ids, which are shared by the lines that carry them. All of the company's in one go, apart from the
    /// lines: to look up those of a long budget one by one takes three times as long.
    private func costCodeTexts(of company: ID<Company>) throws -> [ID<CostCode>: String] {
        let codes = try rows("SELECT id, code FROM cost_codes WHERE company_id = $1", [.text(company.text)])
            .map { (ID<CostCode>(try $0.text(0)), try $0.text(1)) }
        return Dictionary(codes, uniquingKeysWith: { first, _ in first })
    }

    private func modifications(of budget: ID<Budget>, in company: Company) throws -> [BudgetModification] {
        try rows(
            """
            SELECT id, number, from_line_id, to_line_id, amount, notes FROM budget_modifications
            WHERE company_id = $1 AND budget_id = $2 ORDER BY number
            """, [.text(company.id.text), .text(budget.text)]
        ).map { row in
            BudgetModification(
                id: ID(try row.text(0)), number: try row.int(1), from: try row.optionalText(2).map { ID($0) },
                to: ID(try row.text(3)), amount: Money(minorUnits: try row.integer(4), currency: company.currency),
                notes: try row.text(5))
        }
    }

    /// Everything that decides what may be done with the project's budget.
    func standing(of project: ID<Project>, in company: Company) throws -> BudgetStanding {
        let budget = try budget(of: project, in: company)
        return BudgetStanding(
            budget: budget, exports: try exports(of: budget.id, in: company),
            exported: try exportedTransactions(of: budget.id, in: company), settings: company.settings)
    }

    /// Inserts lines after those that are there, but for those whose former position is known.
    func insert(
        _ lines: [BudgetLineItem], into budget: Budget, positions: [ID<BudgetLineItem>: Int64] = [:]
    ) throws {
        let last = try row(
            """
            SELECT CAST(COALESCE(MAX(position), 0) AS BIGINT) AS last FROM budget_line_items
            WHERE company_id = $1 AND budget_id = $2
            """, [.text(budget.company.text), .text(budget.id.text)])
        let start = try last?.integer("last") ?? 0
        try insert(
            into: "budget_line_items",
            columns: [
                "company_id", "id", "budget_id", "position", "sub_job", "cost_code_id", "cost_type", "custom_segments",
                "description", "quantity", "unit_of_measure", "unit_cost", "original_amount",
            ],
            rows: lines.enumerated().map { offset, line in
                let calculation = Self.columns(of: line.calculation)
                return [
                    .text(budget.company.text), .text(line.id.text), .text(budget.id.text),
                    .integer(positions[line.id] ?? start + Int64(offset) + 1), .text(line.code.subJob ?? ""),
                    .text(line.code.costCode.text), .text(line.code.costType), .text(line.code.customSegments ?? ""),
                    .text(line.description), calculation.quantity, calculation.unit, calculation.cost,
                    .integer(line.originalAmount.minorUnits),
                ]
            })
    }

    /// Writes the description, calculation and original amount of a line that is there.
    func update(_ line: BudgetLineItem, of budget: Budget) throws {
        let calculation = Self.columns(of: line.calculation)
        try execute(
            """
            UPDATE budget_line_items
            SET description = $1, quantity = $2, unit_of_measure = $3, unit_cost = $4, original_amount = $5
            WHERE company_id = $6 AND id = $7
            """,
            [
                .text(line.description), calculation.quantity, calculation.unit, calculation.cost,
                .integer(line.originalAmount.minorUnits), .text(budget.company.text), .text(line.id.text),
            ])
    }

    private static func columns(
        of calculation: BudgetLineItem.Calculation
    ) -> (quantity: SQLValue, unit: SQLValue, cost: SQLValue) {
        switch calculation {
        case .manual: (.null, .null, .null)
        case .automatic(let quantity, let unitOfMeasure, let unitCost):
            (.integer(quantity.hundredThousandths), .text(unitOfMeasure), .integer(unitCost.hundredThousandths))
        }
    }

    /// Writes whether the budget is locked.
    func saveLock(of budget: Budget) throws {
        let (by, at): (SQLValue, SQLValue) =
            switch budget.lock {
            case .unlocked: (.null, .null)
            case .locked(let by, let at): (.text(by.text), .integer(at.microsecondsSince1970))
            }
        try execute(
            "UPDATE budgets SET locked_by = $1, locked_at = $2 WHERE company_id = $3 AND id = $4",
            [by, at, .text(budget.company.text), .text(budget.id.text)])
    }
}
