import BudgetDomain

/// Dry runs of the clinic's budget, with an item for each of A, B and C.
enum Preview {
    static let reading = EstimateReading(
        reference: Clinic.reference, number: "PL1", total: usd(107_00),
        lines: [
            line("I-A", "Item A", "m1", 100_00, "Footings"), line("I-B", "Old name of B", nil, 7_00, "By hand"),
            line(nil, "", "somebody's", 0, "A note"),
        ], date: CalendarDate(year: 2023, month: 11, day: 1))

    private static func line(
        _ listID: String?, _ item: String, _ mark: String?, _ cents: Int64, _ text: String
    ) -> EstimateReading.Line {
        EstimateReading.Line(
            txnLineID: "L", itemListID: listID, itemName: item, mark: mark, amount: usd(cents), description: text)
    }

    static func prerequisites(
        job: ListSync<JobRequest> = .synced(ListReference(listID: "J-1", fullName: "Council:Clinic")),
        usesSubItems: Bool = false
    ) -> SendPrerequisites {
        let items = ["A", "B", "C"].map { letter in
            (
                ItemKey(costCode: ID(letter), costType: usesSubItems ? "L" : nil),
                ListSync<ItemRequest>.synced(ListReference(listID: "I-\(letter)", fullName: "Item \(letter)"))
            )
        }
        return SendPrerequisites(
            project: Clinic.project(job: job), items: Dictionary(uniqueKeysWithValues: items),
            usesSubItems: usesSubItems)
    }

    static func of(
        _ kind: Export.Kind, reading: EstimateReading?, written: Set<String> = [], sending: [ExportTransaction],
        budget: Budget = Clinic.budget(), usesSubItems: Bool = false
    ) throws(MoneyFault) -> EstimatePreview {
        try EstimatePreview(
            number: "PL1", isNew: kind == .original, reading: reading, written: written, sending: sending,
            prerequisites: prerequisites(usesSubItems: usesSubItems), budget: budget, costTypeNames: ["L": "Labor"])
    }

    /// 2023-11-14 22:13:20 UTC, an hour after the last session, in which all was well.
    static func facts(_ change: (inout PreflightFacts) -> Void = { _ in }) -> PreflightFacts {
        var facts = PreflightFacts(now: Clinic.at)
        let seen = Clinic.at.adding(seconds: -3_600)
        facts.hasConnection = true
        facts.lastContactAt = seen
        var file = CompanyFileFacts()
        file.name = "Acme Builders"
        file.product = "QuickBooks Pro 2024"
        file.version = "16.0"
        file.isUsingEstimates = true
        file.isMultiCurrencyOn = false
        facts.file = file
        facts.fileSeenAt = seen
        facts.jobSeenAt = seen
        facts.itemsSeenAt = seen
        change(&facts)
        return facts
    }
}

extension EstimatePreview.Line {
    static func line(
        _ origin: EstimatePreview.Origin, _ listID: String?, _ item: String, _ text: String, _ cents: Int64,
        _ mark: String?
    ) -> EstimatePreview.Line {
        EstimatePreview.Line(
            origin: origin, itemListID: listID, itemName: item, description: text, amount: usd(cents), mark: mark)
    }
}

extension BudgetLineItem {
    /// 4 m3 at USD 25.00.
    static func calculated(_ letter: String, _ cents: Int64) -> BudgetLineItem {
        var line = BudgetLineItem.line(letter, cents)
        if let quantity = try? Quantity(parsing: "4"), let cost = try? UnitCost(parsing: "25.00", currency: .usd) {
            line.calculation = .automatic(quantity: quantity, unitOfMeasure: "m3", unitCost: cost)
        }
        return line
    }
}
