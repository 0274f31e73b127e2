import BudgetDomain
import BudgetOperations

/// The dry run as programs see it.
struct ExportPreviewJSON: Encodable {
    let export: ExportJSON
    let estimate: String
    let isNew: Bool
    let estimateReadAt: String?
    let before: [Line]
    let after: [Line]
    let totalBefore: MoneyJSON
    let totalAfter: MoneyJSON
    let items: [Item]
    let losses: [Loss]
    let preflight: [Check]
    let digest: String

    struct Line: Encodable {
        let origin: String
        let item: String
        let itemListID: String?
        let description: String
        let amount: MoneyJSON
        let mark: String?
    }

    struct Item: Encodable {
        let item: String
        let before: MoneyJSON
        let after: MoneyJSON
    }

    struct Loss: Encodable {
        let sentence: String
        let before: String?
        let after: String?
    }

    struct Check: Encodable {
        let check: String
        let verdict: String
        let found: String
        let knownAt: String?
        let cure: String?
    }

    init(_ preview: ExportPreview, project: String) {
        export = ExportJSON(preview.export, project: project)
        estimate = preview.estimate.number
        isNew = preview.estimate.isNew
        estimateReadAt = preview.estimateReadAt?.iso
        before = preview.estimate.before.map(Line.init)
        after = preview.estimate.after.map(Line.init)
        totalBefore = MoneyJSON(preview.estimate.totalBefore)
        totalAfter = MoneyJSON(preview.estimate.totalAfter)
        items = preview.estimate.items.map {
            Item(item: $0.itemName, before: MoneyJSON($0.before), after: MoneyJSON($0.after))
        }
        losses = preview.estimate.losses.map(Loss.init)
        preflight = preview.preflight.findings.map { finding in
            Check(
                check: finding.check.rawValue, verdict: finding.verdict.rawValue, found: finding.text,
                knownAt: finding.knownAt?.iso, cure: finding.cure)
        }
        digest = preview.digest
    }
}

extension ExportPreviewJSON.Line {
    fileprivate init(_ line: EstimatePreview.Line) {
        self.init(
            origin: line.origin.rawValue, item: line.itemName, itemListID: line.itemListID,
            description: line.description, amount: MoneyJSON(line.amount), mark: line.mark)
    }
}

extension ExportPreviewJSON.Loss {
    fileprivate init(_ loss: PreviewLoss) {
        switch loss {
        case .costTypes, .calculation: self.init(sentence: loss.sentence, before: nil, after: nil)
        case .text(_, let before, let after, _): self.init(sentence: loss.sentence, before: before, after: after)
        }
    }
}
