import SQLDatabase

/// The lines of a budget in the order in which they are read: without it a database sorts all of them for each reading,
/// which takes longer than reading them.
extension Schema {
    static let lineOrder = Migration(
        "0018 line order",
        ["CREATE INDEX line_items_budget_order ON budget_line_items (company_id, budget_id, position, id)"])
}
