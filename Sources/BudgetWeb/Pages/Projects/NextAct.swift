import BudgetDomain
import BudgetOperations

/// What a budget waits for, and whose turn it is.
struct NextAct {
    let title: String
    let sentence: String
    var tone = BadgeTone.waiting
    var link: (label: String, link: Link)?

    /// - Parameter connection: the company's, to QuickBooks.
    init(_ view: BudgetView, people: [Person], _ connection: Connection?) {
        let number = view.project.number
        let approvers = people.filter(\.isAccountingApprover).map(\.name)
        switch view.standing.openExport?.state {
        case .readyToExport:
            self.init(
                title: "Waits for an accounting approver",
                sentence: approvers.isEmpty
                    ? "Nobody in the company may accept it: somebody needs Can Push to Accounting first."
                    : "\(Self.list(approvers)) can accept or reject it.",
                link: view.wayToApproval)
        case .invalid(let lost):
            self.init(
                title: "Cannot be accepted yet", sentence: lost.joined(separator: " "), tone: .bad,
                link: view.wayToApproval)
        case .exporting(let delivery):
            self.init(
                title: "Waits for the Web Connector", sentence: ExportWords.sentence(delivery, connection),
                tone: connection?.failure == nil ? .busy : .waiting,
                link: ("Watch it", Site.erpStatus.link(number)))
        case .rewriting(let delivery, _):
            self.init(
                title: "Is written again", sentence: ExportWords.sentence(delivery, connection),
                tone: connection?.failure == nil ? .busy : .waiting,
                link: ("Watch it", Site.erpStatus.link(number)))
        case .failedToExport(let fault):
            self.init(
                title: "The export failed", sentence: "\(fault.text) \(fault.meaning) \(fault.cure)", tone: .bad,
                link: view.wayToApproval)
        case .awaitingJobCosts:
            self.init(
                title: "Waits for the read-back",
                sentence: "QuickBooks wrote it. The Web Connector reads the amounts back by itself; until they are "
                    + "visible in job costs the budget is closed.", tone: .busy,
                link: ("Watch it", Site.erpStatus.link(number)))
        case .mismatched(let mismatch):
            self.init(
                title: "Waits for an accounting approver",
                sentence: "QuickBooks differs from what was accepted in \(mismatch.differences.count) "
                    + "place\(mismatch.differences.count == 1 ? "" : "s").", tone: .bad,
                link: view.mayViewERP ? ("Compare", Site.erpCompare.link(number)) : view.wayToApproval)
        case .synced, .rejected, .retrieved, nil: self.init(betweenExports: view)
        }
    }

    private init(title: String, sentence: String, tone: BadgeTone = .waiting, link: (String, Link)?) {
        (self.title, self.sentence, self.tone, self.link) = (title, sentence, tone, link)
    }

    private init(betweenExports view: BudgetView) {
        let number = view.project.number
        let budget = view.standing.budget
        if let comment = view.rejection {
            let cure =
                budget.isLocked
                ? "Nothing was changed since. Correct it with a modification, or unlock it and edit the original "
                    + "amounts; then send it again."
                : "Correct it, lock it and send it again."
            self.init(
                title: "Waits for the project manager", sentence: "It was rejected: “\(comment)” \(cure)",
                link: ("Open the budget", Site.budget.link(number)))
        } else if budget.lines.isEmpty {
            self.init(
                title: "The budget is empty", sentence: "The project manager types its lines, or imports a file.",
                tone: .neutral, link: ("Import a budget file", Site.budgetImport.link(number)))
        } else if !budget.isLocked {
            self.init(
                title: "Waits for the project manager",
                sentence: "The original amounts can be edited. Lock the budget when they are right.",
                link: ("Open the budget", Site.budget.link(number)))
        } else if view.hasUnsentChanges {
            let refusals = view.refusals(of: .send)
            self.init(
                title: refusals.isEmpty ? "Ready to be sent to ERP" : "Cannot be sent to ERP yet",
                sentence: refusals.isEmpty
                    ? "The budget holds amounts that QuickBooks does not have."
                    : refusals.map { "\($0.sentence) \($0.pageCure)" }.joined(separator: " "), link: nil)
        } else {
            self.init(
                title: "Nothing waits", sentence: "QuickBooks holds everything that is on this budget.", tone: .good,
                link: nil)
        }
    }

    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(3).joined(separator: ", ")
        return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
    }
}

extension BudgetView {
    /// Why the approver gave the budget back, until that is dealt with: until it is locked and says something else than
    /// what was rejected.
    var rejection: String? {
        guard case .rejected(_, _, let comment) = standing.exports.last?.state,
            !standing.budget.isLocked || isAsRejected
        else { return nil }
        return comment
    }

    /// Whether whoever looks gets to see ERP Integrations.
    var mayViewERP: Bool { viewer.refusals(of: .viewERPLists).isEmpty }

    /// Where an approver decides; for others, where they can watch it.
    var wayToApproval: (label: String, link: Link) {
        mayViewERP
            ? ("Open it in ERP Integrations", Site.erpBudget.link(project.number))
            : ("Watch it", Site.erpStatus.link(project.number))
    }
}
