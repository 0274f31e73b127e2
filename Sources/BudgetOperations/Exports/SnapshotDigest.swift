import BudgetDomain

/// The digest of what an approver accepts: any change of an amount, a code, a text or the order changes it.
enum SnapshotDigest {
    static func of(_ transactions: [ExportTransaction], project: Project) -> String {
        var text = "plumbline snapshot 1\n\(project.id.text)\n"
        for each in transactions {
            let fields = [
                each.id.text, each.mark, each.line.text, each.code.costCode.text, each.code.costType,
                each.kind.rawValue, each.amount.plain, each.amount.currency.code, each.draft.description,
            ]
            for field in fields { text += "\(field.utf8.count):\(field)," }
            text += "\n"
        }
        return Digest.sha256(text)
    }
}
