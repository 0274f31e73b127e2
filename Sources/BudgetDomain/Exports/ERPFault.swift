/// QuickBooks said no, in words that a person can act on.
package struct ERPFault: Hashable, Sendable {
    /// The status code, HRESULT or our own short name: `3250`, `0x80040400`, `estimate-missing`.
    package let code: String
    /// What happened, with QuickBooks' own message where it gave one.
    package let text: String
    /// What it means for the money.
    package let meaning: String
    /// Who can mend it, and how.
    package let cure: String
    /// Whether trying again by itself may help.
    package let mayPass: Bool

    package init(code: String, text: String, meaning: String, cure: String, mayPass: Bool) {
        self.code = code
        self.text = text
        self.meaning = meaning
        self.cure = cure
        self.mayPass = mayPass
    }

    /// The last attempt's answer was lost like those before it, and QuickBooks holds nothing of the export.
    package static let answersKeptGettingLost = ERPFault(
        code: "answers-lost",
        text: "QuickBooks' answer was lost \(ExportLifecycle.mostAttempts) times, and the lines are not in QuickBooks.",
        meaning: "Nothing was written.",
        cure: "Look why the Web Connector loses its answers, then export again.",
        mayPass: true)

    /// A job or an item of a connection that was moved to another company file.
    package static let movedToAnotherFile = ERPFault(
        code: "file-moved",
        text: "The connection was moved to another company file, where this has not been seen.",
        meaning: "Nothing is in the present company file yet. What was written before stays in the old one.",
        cure: "An approver exports it under ERP Integrations, or links it to what is there.",
        mayPass: false)
}
