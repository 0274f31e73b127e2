import BudgetDomain

/// A difference between the estimate and what was accepted, as it stands in a row. Amounts are minor units.
struct StoredDifference: Codable {
    var kind: String
    var mark: String?
    var code: String?
    var expected: Int64?
    var found: Int64?
    var item: String?
    var times: Int?
    /// As QuickBooks writes times.
    var deletedAt: String?
    /// Full names of jobs.
    var expectedJob: String?
    var foundJob: String?

    init(_ difference: EstimateDifference) {
        switch difference {
        case .estimateMissing(let deletedAt):
            (kind, self.deletedAt) = ("estimate missing", deletedAt)
        case .jobDiffers(let expected, let found):
            (kind, expectedJob, foundJob) = ("job differs", expected, found)
        case .lineMissing(let mark, let code, let expected):
            (kind, self.mark, self.code, self.expected) = ("line missing", mark, code, expected.minorUnits)
        case .amountDiffers(let mark, let code, let expected, let found):
            (kind, self.mark, self.code) = ("amount differs", mark, code)
            (self.expected, self.found) = (expected.minorUnits, found.minorUnits)
        case .itemDiffers(let mark, let code, let found):
            (kind, self.mark, self.code, item) = ("item differs", mark, code, found)
        case .lineRepeated(let mark, let code, let times, let found):
            (kind, self.mark, self.code, self.times) = ("line repeated", mark, code, times)
            self.found = found.minorUnits
        }
    }

    func difference(in currency: Currency) throws -> EstimateDifference {
        func money(_ units: Int64) -> Money { Money(minorUnits: units, currency: currency) }
        switch (kind, mark, code) {
        case ("estimate missing", _, _): return .estimateMissing(deletedAt: deletedAt)
        case ("job differs", _, _):
            if let expectedJob, let foundJob { return .jobDiffers(expected: expectedJob, found: foundJob) }
        case ("line missing", let mark?, let code?):
            if let expected { return .lineMissing(mark: mark, code: code, expected: money(expected)) }
        case ("amount differs", let mark?, let code?):
            if let expected, let found {
                return .amountDiffers(mark: mark, code: code, expected: money(expected), found: money(found))
            }
        case ("item differs", let mark?, let code?):
            if let item { return .itemDiffers(mark: mark, code: code, found: item) }
        case ("line repeated", let mark?, let code?):
            // Rows of an older version do not say what the lines are together.
            if let times { return .lineRepeated(mark: mark, code: code, times: times, found: money(found ?? 0)) }
        default: break  // default: not one of ours
        }
        throw UnreadableRow(table: "exports", column: "detail", value: kind)
    }
}
