import BudgetDomain

/// What goes wrong on our side of the connection, by names of our own.
enum OwnEntries {
    static let all = [
        noAnswer, answerUnreadable, notTranslatable, requestUnwritable, sessionOver, answersLost, fileMoved,
    ]

    /// For an HRESULT that is not listed.
    static let noAnswer = FaultEntry(
        "no-answer", "The Web Connector could not get an answer from QuickBooks.", .notKnownYet, .bookkeeper,
        "Run the Web Connector again with QuickBooks open. If it comes back, look into the Web Connector's log.",
        mayPass: true)

    static let notTranslatable = FaultEntry(
        "not-translatable", "The budget and what QuickBooks holds do not fit together.", .nothingReached, .approver,
        "Compare the budget with the estimate in QuickBooks, then send again.")

    static let requestUnwritable = FaultEntry(
        "request-unwritable", "A text or figure cannot be written in QuickBooks' terms.", .nothingReached, .approver,
        "Correct the text or figure that is named, and send again.")

    static let answerUnreadable = FaultEntry(
        "answer-unreadable", "QuickBooks' answer is no qbXML that can be read: it was cut, garbled or too long.",
        .notKnownYet, .nobody,
        """
        Nothing to do: the next run asks again. If it comes back, send the transcript that the message names to \
        whoever looks after the server.
        """, mayPass: true)

    static let sessionOver = FaultEntry(
        "session-over", "The session is over: a newer one has begun, or the server does not know it.", .notKnownYet,
        .bookkeeper, "Run the update again. Two Web Connectors with the same .qwc file take turns like this: stop one.",
        mayPass: true)

    private static let answersLost = FaultEntry(.answersKeptGettingLost, .nothingReached, .bookkeeper)
    private static let fileMoved = FaultEntry(.movedToAnotherFile, .nothingReached, .approver)
}

extension FaultEntry {
    /// A fault that is raised elsewhere, in its own words.
    fileprivate init(_ fault: ERPFault, _ meaning: MoneyMeaning, _ owner: FaultOwner) {
        self.init(fault.code, fault.text, meaning, owner, fault.cure, mayPass: fault.mayPass)
    }
}
