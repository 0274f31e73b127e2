import BudgetDomain
import BudgetOperations

/// A budget as programs see it.
struct BudgetJSON: Encodable {
    let project: String
    let name: String
    let isLocked: Bool
    let erpStatus: String
    let lines: [Line]
    let modifications: [Modification]
    let original: MoneyJSON
    let modified: MoneyJSON
    let revised: MoneyJSON
    let acts: [Act]

    struct Line: Encodable {
        let budgetCode: String
        let costType: String
        let description: String
        let quantity: String?
        let unitOfMeasure: String?
        let unitCost: String?
        let original: MoneyJSON
        let modified: MoneyJSON
        let revised: MoneyJSON
    }

    struct Modification: Encodable {
        let number: Int
        let from: String?
        let to: String
        let amount: MoneyJSON
        let notes: String
    }

    struct Act: Encodable {
        let act: String
        let isAllowed: Bool
        let refusal: FailureText.Reason?
    }

    init(_ view: BudgetView) throws {
        let budget = view.standing.budget
        let codes = budget.codesByLine
        project = view.project.number
        name = view.project.name
        isLocked = budget.isLocked
        erpStatus = view.erpStatus.rawValue
        lines = try zip(budget.lines, view.amounts).map(Line.init)
        modifications = budget.modifications.map { each in
            Modification(
                number: each.number, from: each.from.flatMap { codes[$0] }, to: codes[each.to] ?? each.to.text,
                amount: MoneyJSON(each.amount), notes: each.notes)
        }
        original = MoneyJSON(view.totals.original)
        modified = MoneyJSON(view.totals.modifications)
        revised = MoneyJSON(try view.totals.revised())
        acts = BudgetAct.allCases.map { act in
            let refusal = view.refusals(of: act).first
            return Act(act: act.rawValue, isAllowed: refusal == nil, refusal: refusal.map(FailureText.Reason.init))
        }
    }
}

extension BudgetJSON.Line {
    fileprivate init(_ line: BudgetLineItem, amounts: BudgetAmounts) throws {
        budgetCode = line.code.description
        costType = line.code.costType
        description = line.description
        switch line.calculation {
        case .manual:
            (quantity, unitOfMeasure, unitCost) = (nil, nil, nil)
        case .automatic(let units, let measure, let cost):
            (quantity, unitOfMeasure, unitCost) = (units.plain, measure, cost.plain)
        }
        original = MoneyJSON(amounts.original)
        modified = MoneyJSON(amounts.modifications)
        revised = MoneyJSON(try amounts.revised())
    }
}
