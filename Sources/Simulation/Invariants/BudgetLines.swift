internal import SQLDatabase

/// What the lines of all budgets are worth, worked out from the rows alone.
struct BudgetLines: Sendable {
    /// Original amount and modifications of each line, by budget and line.
    private(set) var worth: [String: [String: Int64]] = [:]
    /// Modifications with a From line.
    private(set) var transfers: Set<String> = []

    static func read(through probe: Probe) async throws -> BudgetLines {
        var lines = BudgetLines()
        for row in try await probe.rows("SELECT budget_id, id, original_amount FROM budget_line_items") {
            lines.worth[try row.text(0), default: [:]][try row.text(1)] = try row.integer(2)
        }
        for row in try await probe.rows(
            "SELECT budget_id, id, from_line_id, to_line_id, amount FROM budget_modifications")
        {
            let (budget, amount) = (try row.text(0), try row.integer(4))
            lines.worth[budget]?[try row.text(3), default: 0] += amount
            if let from = try row.optionalText(2) {
                lines.worth[budget]?[from, default: 0] -= amount
                lines.transfers.insert(try row.text(1))
            }
        }
        return lines
    }
}
