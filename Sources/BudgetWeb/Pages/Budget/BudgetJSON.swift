import BudgetDomain
import BudgetOperations

/// The budget as the grid reads it.
extension JSON {
    static func sheet(_ sheet: BudgetSheet, formToken: String) -> JSON {
        let view = sheet.view
        let lines = BudgetLinesJSON(sheet)
        let currency = view.standing.budget.currency
        return [
            "project": ["number": .text(view.project.number), "name": .text(view.project.name)],
            "currency": ["code": .text(currency.code), "digits": .number(currency.minorUnitDigits)],
            "limits": ["rows": .number(BudgetEdit.mostRows)],
            "columns": .list(BudgetTableColumn.columns(of: view.standing.budget).map(column)),
            "acts": acts(view), "choices": choices(sheet), "problems": lines.problems, "lines": lines.lines,
            "steps": steps(sheet.steps), "version": .text(sheet.version.text), "formToken": .text(formToken),
        ]
    }

    private static func column(_ column: BudgetTableColumn) -> JSON {
        let longest: JSON = if let longest = column.longest { .number(longest) } else { .null }
        return [
            "key": .text(column.rawValue), "title": .text(column.title), "kind": .text(column.kind.rawValue),
            "editable": .bool(column.isEditable), "longest": longest,
        ]
    }

    /// Why each act is refused; none where it would be done.
    private static func acts(_ view: BudgetView) -> JSON {
        func refusals(_ act: BudgetAct) -> JSON { .list(view.refusalsToViewer(of: act).map { .refusal($0) }) }
        return [
            "editOriginalAmount": refusals(.editOriginalAmount), "addLineItem": refusals(.addLineItem),
            "deleteLineItem": refusals(.deleteLineItem),
        ]
    }

    private static func choices(_ sheet: BudgetSheet) -> JSON {
        let codes = sheet.costCodes.map { code -> JSON in ["code": .text(code.code), "title": .text(code.title)] }
        let types = sheet.costTypes.map { type -> JSON in ["code": .text(type.code), "name": .text(type.name)] }
        return ["costCodes": .list(codes), "costTypes": .list(types)]
    }

    static func line(_ line: BudgetTableLine) -> JSON {
        var members: [(StaticString, JSON)] = []
        members.reserveCapacity(BudgetTableColumn.allCases.count + 3)
        members.append((BudgetLinesJSON.idField, .text(line.id)))
        members.append((BudgetLinesJSON.costTypeNameField, .text(line.costTypeName)))
        for column in BudgetTableColumn.allCases { members.append((column.key, .text(line.text(column)))) }
        members.append((BudgetLinesJSON.problemsField, .list(line.line.problems.map { .refusal(besideLine: $0) })))
        return .object(members)
    }

    private static func steps(_ steps: BudgetSteps) -> JSON {
        func named(_ step: BudgetStep?) -> JSON {
            guard let step else { return .null }
            return ["label": .text(step.label)]
        }
        return ["undo": named(steps.undo), "redo": named(steps.redo)]
    }

    /// What came of an edit, row by row. `was` is the version that it found: whoever knows that one knows all that was
    /// done before.
    static func report(_ report: BudgetEditReport, of edit: BudgetEdit, isPreview: Bool) -> JSON {
        let lines = BudgetTableLines(report.afterwards)
        let isHeldBack = !isPreview && report.command == nil && !report.refusals.isEmpty
        let rows = zip(edit.rows, report.rows).map { row, outcome -> JSON in
            var id = row.target.line
            var refusals: [JSON] = []
            let name: String
            switch outcome {
            case .unchanged: name = "unchanged"
            case .changed where isHeldBack:
                name = "refused"
                refusals = [heldBack]
            case .changed(let change):
                name = "changed"
                id = change.after?.id
            case .refused(let reasons):
                name = "refused"
                refusals = reasons.map { .refusal(besideLine: $0) }
            }
            let line = id.flatMap { report.afterwards.lines[$0] }.map { JSON.line(lines($0)) }
            return ["outcome": .text(name), "line": line ?? .null, "refusals": .list(refusals)]
        }
        let afterwards = report.afterwards
        return [
            "rows": .list(rows), "steps": steps(afterwards.steps), "was": .text(afterwards.before.text),
            "version": .text(afterwards.version.text),
        ]
    }

    private static let heldBack = JSON.refusal(
        "Nothing was changed, because another line of the same edit was refused.",
        cure: "Put that line right, or take what is accepted.")

    /// What undo or redo made of the lines.
    static func report(_ report: BudgetStepReport) -> JSON {
        let lines = BudgetTableLines(report.afterwards)
        let rows = report.changes.compactMap { change -> JSON? in
            guard let after = change.after else {
                return change.before.map { ["id": .text($0.id.text), "deleted": .bool(true)] }
            }
            return report.afterwards.lines[after.id].map { .line(lines($0)) }
        }
        let afterwards = report.afterwards
        return [
            "label": .text(report.label), "rows": .list(rows), "steps": steps(afterwards.steps),
            "was": .text(afterwards.before.text), "version": .text(afterwards.version.text),
        ]
    }
}

extension BudgetTableColumn {
    /// The raw value as a name of JSON.
    var key: StaticString {
        switch self {
        case .code: "code"
        case .description: "description"
        case .subJob: "subJob"
        case .division: "division"
        case .costCode: "costCode"
        case .costType: "costType"
        case .quantity: "quantity"
        case .unitOfMeasure: "unitOfMeasure"
        case .unitCost: "unitCost"
        case .amount: "amount"
        case .modifications: "modifications"
        case .revised: "revised"
        }
    }
}
