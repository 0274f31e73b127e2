extension BudgetEditing {
    /// Takes what somebody typed on a line.
    ///
    /// - Parameters:
    ///   - typed: texts as they were typed.
    ///   - seen: what the cells said when they were typed over; only those that are named are compared.
    /// - Returns: false when the line says all that already.
    @discardableResult
    package mutating func type(
        _ typed: [BudgetCell: String], on id: ID<BudgetLineItem>, seen: [BudgetCell: String] = [:]
    ) throws(Refused) -> Bool {
        try requireEditing()
        let line = try line(id)
        let code = line.code.description
        for cell in [BudgetCell.costCode, .costType] {
            guard let text = typed[cell], text != cell.text(of: line) else { continue }
            throw Refused(.budgetCodeStays(code: code))
        }
        for cell in BudgetCell.allCases {
            guard let seen = seen[cell], seen != cell.text(of: line) else { continue }
            throw Refused(.cellHasChanged(code: code, column: cell.title, now: cell.text(of: line)))
        }
        let revised = try line.revised(by: typed)
        guard revised != line else { return false }
        try set(revised)
        return true
    }

    /// Adds a line with what somebody typed on it.
    package mutating func add(
        _ line: BudgetLineItem, typed: [BudgetCell: String]
    ) throws(Refused) -> BudgetLineItem {
        let revised = try line.revised(by: typed)
        try add(revised)
        return revised
    }
}
