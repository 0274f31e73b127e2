/// The dry run in a form that never changes for the same content, so that its digest stands for what an approver saw.
extension EstimatePreview {
    /// Fields are counted before they are written, so that no text can pretend to be another field.
    package func canonicalText(_ preflight: Preflight) -> String {
        var text = "plumbline preview 1\n"
        text += Self.row(["estimate", number, isNew ? "new" : "update"])
        text += Self.row(["total", Self.amount(totalBefore), Self.amount(totalAfter)])
        for line in before { text += Self.row(["before"] + line.fields) }
        for line in after { text += Self.row(["after"] + line.fields) }
        for item in items {
            text += Self.row(["item", item.itemName, Self.amount(item.before), Self.amount(item.after)])
        }
        for loss in losses { text += Self.row(["loss"] + loss.fields) }
        for finding in preflight.findings {
            text += Self.row(["check", finding.check.rawValue, finding.verdict.rawValue, finding.text])
        }
        return text
    }

    fileprivate static func amount(_ money: Money) -> String { "\(money.plain) \(money.currency.code)" }

    private static func row(_ fields: [String]) -> String {
        fields.map { "\($0.utf8.count):\($0)," }.joined() + "\n"
    }
}

extension EstimatePreview.Line {
    fileprivate var fields: [String] {
        [origin.rawValue, itemListID ?? "", itemName, EstimatePreview.amount(amount), mark ?? "", description]
    }
}

extension PreviewLoss {
    fileprivate var fields: [String] {
        switch self {
        case .costTypes: ["cost types", sentence]
        case .calculation: ["calculation", sentence]
        case .text(_, let before, let after, _): ["text", sentence, before, after]
        }
    }
}
