/// What the page after a form says was done. The cookie carries the word, never a text.
enum Flash: String, CaseIterable, Sendable {
    case signedOut = "signed-out"
    case passwordSet = "password-set"
    case passwordChanged = "password-changed"
    case sessionEnded = "session-ended"
    case everySessionEnded = "every-session-ended"
    case secondFactorOff = "second-factor-off"
    case themeChosen = "theme-chosen"
    case welcome
    case budgetAccepted = "budget-accepted"
    case budgetRejected = "budget-rejected"
    case exportedAgain = "exported-again"
    case amountsKept = "amounts-kept"
    case rewriteOrdered = "rewrite-ordered"
    case jobRequested = "job-requested"
    case itemsRequested = "items-requested"
    case jobCostsRequested = "job-costs-requested"
    case demoSwitchPressed = "demo-switch-pressed"
    case budgetLocked = "budget-locked"
    case budgetUnlocked = "budget-unlocked"
    case modificationsDeleted = "modifications-deleted"
    case budgetSent = "budget-sent"
    case budgetRetrieved = "budget-retrieved"

    var sentence: String {
        switch self {
        case .signedOut: "You are signed out."
        case .passwordSet: "The password is set. Sign in with it."
        case .passwordChanged: "The password is changed, and every other browser is signed out."
        case .sessionEnded: "That browser is signed out."
        case .everySessionEnded: "You are signed out everywhere."
        case .secondFactorOff: "The second factor is off. Your password alone signs you in."
        case .themeChosen: "The colours are changed in this browser."
        case .demoSwitchPressed: "It is done to the emulated QuickBooks."
        case .welcome: "The company is there, and you are its first administrator."
        case .budgetAccepted:
            "Accepted. The Web Connector's next call writes it; the budget is closed until its amounts are read back."
        case .budgetRejected: "Rejected. The budget is its owner's again, with your comment."
        case .exportedAgain: "It goes again at the next call of the Web Connector, with the same lines."
        case .amountsKept: "The budget takes over what QuickBooks holds. The next reading says whether both are equal."
        case .rewriteOrdered: "What was approved is written again at the next call of the Web Connector."
        case .jobRequested: "Requested. The next call of the Web Connector makes or links the job."
        case .itemsRequested: "Requested. The next call of the Web Connector makes the items, or links those it finds."
        case .jobCostsRequested: "Requested. The next call of the Web Connector reads estimates and costs again."
        case .budgetLocked: "The budget is locked. Its original amounts are frozen, and it can be sent to ERP."
        case .budgetUnlocked: "The budget is unlocked, with its modifications as they were."
        case .modificationsDeleted: "The budget is unlocked, and its modifications are deleted."
        case .budgetSent: "The budget was sent to ERP Integrations. An accounting approver decides next."
        case .budgetRetrieved: "The budget is back from ERP Integrations. It is still locked, and nothing was exported."
        }
    }
}
