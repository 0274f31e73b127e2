/// Reads the figures of one file by that file's conventions.
struct FigureReader {
    let currency: Currency
    /// Nil when the file does not tell its decimal mark.
    let mark: DecimalMark?

    static let columns: [BudgetColumn] = [.quantity, .unitCost, .amount]

    /// The decimal mark that most of the file's telling figures can only have been written with. A figure that
    /// contradicts it cannot be read with it either, so it becomes a problem of its own row. Where no figure tells, a
    /// comma-separated file has decimal points, since decimal commas are why semicolons came into use; of another
    /// file it is not known.
    static func mark(of sheet: Sheet<BudgetColumn>, currency: Currency) -> DecimalMark? {
        var balance = 0
        for row in sheet.rows {
            for column in columns {
                guard let cell = sheet.header.cell(column, in: row), cell.utf8.count <= AmountText.longestText,
                    cell.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") })
                else { continue }
                switch DecimalMark.evident(in: cell, currency: currency) {
                case .point: balance += 1
                case .comma: balance -= 1
                case nil: break
                }
            }
        }
        if balance != 0 { return balance > 0 ? .point : .comma }
        return sheet.separator == UInt8(ascii: ",") ? .point : nil
    }

    func money(_ text: String) throws(AmountTextFault) -> Money? {
        try AmountText.money(text, currency: currency, mark: mark)
    }

    func quantity(_ text: String) throws(AmountTextFault) -> Quantity? {
        try AmountText.quantity(text, currency: currency, mark: mark)
    }

    func unitCost(_ text: String) throws(AmountTextFault) -> UnitCost? {
        try AmountText.unitCost(text, currency: currency, mark: mark)
    }
}
