/// What was done, by whom and to what: one entry for every act that changed something, written with the change.
package struct AuditEntry: Hashable, Sendable {
    /// Counts up within the company, without gaps, from 1.
    package let number: Int
    package let at: Instant
    package let actor: Actor
    package let act: AuditedAct
    /// What it was done to, in words that people use: `project 1001`, `budget of 1001`, `export 1 of 1001`.
    package let subject: String
    /// What changed, in a form that stays readable: `key: value` lines.
    package let details: String

    package init(number: Int, at: Instant, actor: Actor, act: AuditedAct, subject: String, details: String) {
        self.number = number
        self.at = at
        self.actor = actor
        self.act = act
        self.subject = subject
        self.details = details
    }
}

/// Who acted.
package enum Actor: Hashable, Sendable {
    case person(ID<Person>, name: String)
    /// Somebody with a shell on the server, before or beside the directory.
    case commandLine
    /// The QuickBooks Web Connector, by its connection's user name.
    case connector(userName: String)

    package var name: String {
        switch self {
        case .person(_, let name): name
        case .commandLine: "command line"
        case .connector(let userName): "QuickBooks Web Connector (\(userName))"
        }
    }
}

package enum AuditedAct: String, CaseIterable, Sendable {
    case companyAdded = "company added"
    case settingsChanged = "settings changed"
    case personAdded = "person added"
    case personDeactivated = "person deactivated"
    case personReactivated = "person reactivated"
    case permissionsChanged = "permissions changed"
    case templateAdded = "permission template added"
    case templateChanged = "permission template changed"
    case templateDeleted = "permission template deleted"
    case privilegeGranted = "Can Push to Accounting granted"
    case privilegeRevoked = "Can Push to Accounting revoked"
    case privilegeRequested = "Can Push to Accounting requested"
    case privilegeDeclined = "Can Push to Accounting declined"
    case projectAdded = "project added"
    case projectRenamed = "project renamed"
    case projectNameKept = "name of project kept"
    case costCodesAdded = "cost codes added"
    case jobRequested = "job requested"
    case jobListRequested = "list of jobs requested"
    case jobArchived = "job archived"
    case jobRestored = "job brought back"
    case jobSynced = "job synced"
    case jobFailed = "job failed"
    case itemsRequested = "items requested"
    case itemsSynced = "items synced"
    case itemsFailed = "items failed"
    case listsChanged = "jobs or items changed in QuickBooks"
    case budgetImported = "budget imported"
    case lineItemAdded = "line item added"
    case originalAmountChanged = "original amount changed"
    case descriptionChanged = "description changed"
    case lineItemDeleted = "line item deleted"
    case budgetLocked = "budget locked"
    case budgetUnlocked = "budget unlocked"
    case modificationCreated = "modification created"
    case budgetSent = "budget sent to ERP"
    case budgetRetrieved = "budget retrieved from ERP"
    case exportAccepted = "export accepted"
    case exportRejected = "export rejected"
    case exportedAgain = "exported again"
    case exportInvalid = "export invalid"
    case exportRestored = "export valid again"
    case exportHandedOut = "export handed out"
    case exportWritten = "export written"
    case exportRefused = "export refused by QuickBooks"
    case answerLost = "answer lost"
    case provenAbsent = "proven absent"
    case exportSynced = "export visible in job costs"
    case exportMismatched = "export differs from job costs"
    case amountsKept = "amounts in QuickBooks kept"
    case rewriteOrdered = "ordered to be written again"
    case connectionAdded = "connection added"
    case passwordRotated = "password rotated"
    case connectionMoved = "connection moved to another company file"
    case companyFileBound = "company file bound"
    case companyFileRefused = "company file refused"
    case signInRefused = "sign-in refused"
    case jobCostsRequested = "job costs requested"
    case webhookSet = "webhook set"
    case webhookRemoved = "webhook removed"
    case signedIn = "signed in"
    case signedOut = "signed out"
    case invitationMade = "invitation made"
    case resetLinkMade = "link to reset the password made"
    case passwordSet = "password set"
    case secondFactorTurnedOn = "second factor turned on"
    case secondFactorTurnedOff = "second factor turned off"
    case recoveryCodeUsed = "recovery code used"
}
