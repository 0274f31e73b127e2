import BudgetDomain

/// The way from the original estimate to what remains: original, modifications, revised, actual, remaining.
enum Waterfall {
    /// - Throws: `MoneyFault` when a difference is beyond what money can say.
    static func bars(_ total: JobCostsReport.Row, of number: String) throws(MoneyFault) -> [ChartBar] {
        let report = Site.jobCosts.link(number).at(ProjectJobCostsPage.tableID)
        let original = total.originalEstimate
        let modified = try original + total.budgetChanges
        let revised = try total.revisedEstimate()
        let remaining = try revised - total.jobToDateCost
        let typed = step("Typed in QuickBooks", total.otherEstimateLines, from: modified, to: revised, report)
        return [whole("Original", original, report)]
            + [
                step(
                    "Modifications", total.budgetChanges, from: original, to: modified,
                    Site.modifications.link(number))
            ]
            + (total.otherEstimateLines.isZero ? [] : [typed])
            + [
                whole("Revised", revised, report),
                step(
                    "Actual", total.jobToDateCost, from: revised, to: remaining,
                    Site.jobCostDocuments.link(number)),
                whole("Remaining", remaining, report, note: remaining.isNegative ? "overspent" : nil),
            ]
    }

    private static func whole(_ title: String, _ amount: Money, _ link: Link, note: String? = nil) -> ChartBar {
        ChartBar(
            title: title, amount: amount, from: 0, to: amount.minorUnits, style: .whole, link: link, note: note)
    }

    private static func step(_ title: String, _ amount: Money, from: Money, to: Money, _ link: Link) -> ChartBar {
        ChartBar(
            title: title, amount: amount, from: from.minorUnits, to: to.minorUnits, style: .step, link: link)
    }
}
