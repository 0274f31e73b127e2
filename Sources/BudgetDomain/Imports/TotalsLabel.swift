/// The words by which a row says that it is a sum of others.
enum TotalsLabel {
    /// True for `Total`, `Grand Totals`, `Division 03 Subtotal`; false for `Total Station Rental`, which is a thing to
    /// pay for.
    static func isTotal(_ cell: String) -> Bool {
        let words = cell.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber })
        guard let last = words.last else { return false }
        let sums: Set<Substring> = ["total", "totals", "subtotal", "subtotals"]
        if sums.contains(last) { return true }
        let phrases = ["total budget", "total cost", "total costs", "total amount", "total project", "total for"]
        let text = words.joined(separator: " ")
        return phrases.contains { text == $0 || ($0 == "total for" && text.hasPrefix($0 + " ")) }
    }
}
