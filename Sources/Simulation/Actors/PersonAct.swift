package import BudgetDomain

/// What people do with the product: each is one verb.
package enum PersonAct: Sendable, Hashable {
    case importBudget(cents: [Int64])
    case addLine(code: String, costType: String, cents: Int64)
    case setAmount(code: String, cents: Int64)
    case deleteLine(code: String)
    case lock
    case unlock(deletesModifications: Bool)
    case modify(from: String?, to: String, cents: Int64)
    case send
    case retrieve
    case accept
    case reject(comment: String)
    case exportAgain
    /// Takes what QuickBooks holds into the budget.
    case keepQuickBooksAmounts
    case writeOursAgain
    case requestJob
    case requestItems
    case requestJobCosts
    /// Looks at the latest export, and changes nothing.
    case look

    package var name: String {
        switch self {
        case .importBudget: "import"
        case .addLine: "add line"
        case .setAmount: "set amount"
        case .deleteLine: "delete line"
        case .lock: "lock"
        case .unlock: "unlock"
        case .modify: "modify"
        case .send: "send"
        case .retrieve: "retrieve"
        case .accept: "accept"
        case .reject: "reject"
        case .exportAgain: "export again"
        case .keepQuickBooksAmounts: "keep QuickBooks' amounts"
        case .writeOursAgain: "write ours again"
        case .requestJob: "request the job"
        case .requestItems: "request the items"
        case .requestJobCosts: "request job costs"
        case .look: "look at the export"
        }
    }

    var text: String {
        switch self {
        case .importBudget(let cents): "import \(cents)"
        case .addLine(let code, let costType, let cents): "add line \(code).\(costType) \(cents)"
        case .setAmount(let code, let cents): "set amount \(code) \(cents)"
        case .deleteLine(let code): "delete line \(code)"
        case .unlock(let deletes): deletes ? "unlock, deleting modifications" : "unlock"
        case .modify(let from, let to, let cents): "modify \(from ?? "-") to \(to) \(cents)"
        case .lock, .send, .retrieve, .accept, .reject, .exportAgain, .keepQuickBooksAmounts, .writeOursAgain,
            .requestJob, .requestItems, .requestJobCosts, .look:
            name
        }
    }
}

/// What came of an act.
package enum ActOutcome: Sendable, Hashable {
    case done
    case refused([Refusal])
    /// The server died over it, or the database was busy: nobody told the person whether it was stored.
    case unanswered
    /// Something failed inside that no fault explains.
    case failed(String)

    var text: String {
        switch self {
        case .done: "done"
        case .refused(let refusals): "refused: " + refusals.map(\.code).joined(separator: ", ")
        case .unanswered: "no answer"
        case .failed(let error): "FAILED: \(error)"
        }
    }
}
