import BudgetDomain

/// The divisions of a Job Costs Report: what the cost codes begin with, up to the first separator.
struct Divisions {
    /// One division: the sum of its rows.
    struct Division: Hashable {
        let name: String
        let revised: Money
        let actual: Money
    }

    let all: [Division]

    private static let separators: Set<Character> = ["-", ".", " ", "/", ":"]

    /// `03` of `03-100`; the whole code where it has no separator.
    static func name(of costCode: String) -> String {
        String(costCode.prefix { !separators.contains($0) })
    }

    /// - Throws: `MoneyFault` when a sum is beyond what money can say.
    init(_ report: JobCostsReport) throws(MoneyFault) {
        var order: [String] = []
        var sums: [String: Division] = [:]
        for row in report.rows + [report.uncoded] {
            let name = row == report.uncoded ? row.costCode : Self.name(of: row.costCode)
            let (revised, actual) = (try row.revisedEstimate(), row.jobToDateCost)
            if let sum = sums[name] {
                sums[name] = Division(
                    name: name, revised: try sum.revised + revised, actual: try sum.actual + actual)
            } else {
                order.append(name)
                sums[name] = Division(name: name, revised: revised, actual: actual)
            }
        }
        all = order.compactMap { sums[$0] }.filter { !$0.revised.isZero || !$0.actual.isZero }
    }

    /// Two bars each: the budget, which leads to the division's rows, and the actual costs, which lead to documents.
    func bars(of number: String) throws(MoneyFault) -> [ChartBar] {
        var bars: [ChartBar] = []
        for division in all {
            let over = try division.actual - division.revised
            bars += [
                ChartBar(
                    title: "\(division.name) budget", amount: division.revised, from: 0,
                    to: division.revised.minorUnits, style: .frame,
                    link: Site.jobCosts.link(number).with("division", division.name)
                        .at(ProjectJobCostsPage.tableID)),
                ChartBar(
                    title: "\(division.name) actual", amount: division.actual, from: 0,
                    to: division.actual.minorUnits, style: .whole,
                    link: Site.jobCostDocuments.link(number).with("division", division.name),
                    note: over.minorUnits > 0 ? "over by \(over.formatted)" : nil),
            ]
        }
        return bars
    }
}

extension JobCostsReport {
    /// The rows that one division sums up, the uncoded one being a division of its own.
    func rows(ofDivision name: String) -> [Row] {
        (rows + [uncoded]).filter { Divisions.name(of: $0.costCode) == name }
    }
}
