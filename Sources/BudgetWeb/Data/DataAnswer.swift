import BudgetDomain
import HTTPTypes

/// What a script of ours is answered.
struct DataAnswer: Sendable {
    var status: HTTPResponse.Status = .ok
    /// Nil when there is nothing to say.
    var value: JSON?

    static func value(_ value: JSON) -> DataAnswer { DataAnswer(value: value) }

    /// What was asked for has not changed.
    static let unchanged = DataAnswer(status: .noContent)

    /// The whole request was refused.
    static func refused(_ refusals: [JSON], _ status: HTTPResponse.Status) -> DataAnswer {
        DataAnswer(status: status, value: ["refusals": .list(refusals)])
    }

    static func refused(_ refused: Refused) -> DataAnswer {
        .refused(refused.refusals.map { JSON.refusal($0) }, RefusalStatus.of(refused))
    }
}

extension JSON {
    /// In the words of a page.
    static func refusal(_ sentence: String, cure: String) -> JSON {
        ["sentence": .text(sentence), "cure": .text(cure)]
    }

    /// What is wrong with the line, or with the row of an edit, that it is told with.
    static func refusal(besideLine refusal: Refusal) -> JSON {
        told(refusal, refusal.sentenceBesideLine, cure: refusal.cureBesideLine)
    }

    static func refusal(_ refusal: Refusal) -> JSON { told(refusal, refusal.sentence, cure: refusal.pageCure) }

    /// With the cell that it is about, and what that says now where somebody else typed there.
    private static func told(_ refusal: Refusal, _ sentence: String, cure: String) -> JSON {
        var members: [(StaticString, JSON)] = [("sentence", .text(sentence)), ("cure", .text(cure))]
        if let cell = refusal.cell { members.append(("cell", .text(cell))) }
        if case .cellHasChanged(_, _, let now) = refusal { members.append(("now", .text(now))) }
        return .object(members)
    }
}

extension Refusal {
    /// The column of the budget that it is about, by its key; nil when it is about none alone.
    var cell: String? {
        switch self {
        case .cellIsUnreadable(let column, _, _), .cellHasChanged(_, let column, _):
            BudgetCell.allCases.first { $0.title == column }?.rawValue
        case .budgetCodeStays, .noSuchCostCode, .budgetCodeIsAlreadyOnBudget, .nameDoesNotFit, .costCodesAreNotSynced,
            .itemsAreInactive, .itemsAreOneSided, .customSegmentsOnBudget:
            BudgetCell.costCode.rawValue
        case .noSuchCostType: BudgetCell.costType.rawValue
        case .subJobsOnBudget: BudgetTableColumn.subJob.rawValue
        case .amountIsOutOfRange: BudgetCell.amount.rawValue
        default: nil  // default: of all refusals these are about one column
        }
    }
}
