import BudgetDomain
import QuickBooksEmulators

/// What each cost code is worth, in minor units: by a budget file, and by QuickBooks.
enum DemoFigures {
    static func byCostCode(ofFile bytes: [UInt8]) throws -> [String: Int64] {
        switch BudgetFile.read(bytes: bytes, currency: .usd) {
        case .refused(let problems, let unlisted):
            throw DemoProblem(sentence: "An example file has \(problems.count + unlisted) problems.")
        case .budget(let lines, _):
            return Dictionary(lines.map { ($0.costCode, $0.amount.minorUnits) }, uniquingKeysWith: +)
        }
    }

    static func byItem(of estimate: EstimateSnapshot) -> [String: Int64] {
        let lines = estimate.lines.compactMap { line in line.item.map { ($0, line.cents) } }
        return Dictionary(lines, uniquingKeysWith: +)
    }
}
