import BudgetDomain

extension Refusal {
    /// What is wrong, in words that stand beside the one line that has it: they need not name the line.
    var sentenceBesideLine: String {
        switch self {
        case .subJobsOnBudget: "QuickBooks has no sub jobs, and this line has one."
        case .customSegmentsOnBudget: "QuickBooks cannot carry custom segments, and this line has one."
        case .costCodesAreNotSynced: "Its cost code is not synced with QuickBooks yet."
        // It names an id of ours: whoever has that came to the line while it was there.
        case .noSuchBudgetLineItem: "Somebody deleted this line meanwhile."
        case _: sentence  // default: names what is not on the line
        }
    }

    /// What lifts it, in such words.
    var cureBesideLine: String {
        switch self {
        case .subJobsOnBudget: "Delete it, and add one without a sub job, before the budget is sent."
        case .customSegmentsOnBudget: "Delete it, and add one without them, before the budget is sent."
        case .costCodesAreNotSynced:
            "An accounting approver exports it in ERP Integrations, under Standard Cost Codes."
        case .noSuchBudgetLineItem: "Add the line again, or whoever deleted it takes that back with Undo."
        case _: pageCure  // default: speaks of no line
        }
    }
}
