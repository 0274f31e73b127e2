/// What goes wrong on our side of the connection, by names of our own.
enum OwnEntries {
    static let all = [noAnswer, notTranslatable, requestUnwritable]

    /// For an HRESULT that is not listed.
    static let noAnswer = FaultEntry(
        "no-answer", "The Web Connector could not get an answer from QuickBooks.", .notKnownYet,
        "Run the Web Connector again with QuickBooks open. If it comes back, look into the Web Connector's log.",
        mayPass: true)

    static let notTranslatable = FaultEntry(
        "not-translatable", "The budget and what QuickBooks holds do not fit together.", .nothingReached,
        "Compare the budget with the estimate in QuickBooks, then send again.")

    static let requestUnwritable = FaultEntry(
        "request-unwritable", "A text or figure cannot be written in QuickBooks' terms.", .nothingReached,
        "Correct the text or figure that is named, and send again.")
}
