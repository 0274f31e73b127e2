/// Codes about a whole set of requests: whether QuickBooks remembers one by its id.
///
/// Source: Intuit, QuickBooks Desktop SDK, "Error recovery".
enum MessageSetEntries {
    private static let lookedUp = "Nothing to do: the estimate is looked up, and sent only if it is not there."

    static let all: [FaultEntry] = [
        FaultEntry(
            "600", "QuickBooks remembers nothing of the earlier request.", .notKnownYet, .nobody, lookedUp,
            mayPass: true),
        FaultEntry(
            "9001", "QuickBooks remembers another request under the same id.", .notKnownYet, .serverAdministrator,
            "Stop the Web Connector and let whoever looks after the server see the log before anything is sent again."),
        FaultEntry(
            "9002", "QuickBooks has kept no answer to the earlier request.", .notKnownYet, .nobody, lookedUp,
            mayPass: true),
        FaultEntry("9003", "QuickBooks cannot use the id of the request.", .nothingChanged, .us, defect),
        FaultEntry("9004", "The id of the request is longer than 24 characters.", .nothingChanged, .us, defect),
        FaultEntry(
            "9005", "QuickBooks could not keep its answer for later.", .notKnownYet, .nobody, lookedUp, mayPass: true),
    ]

    private static let defect =
        "This is a defect of Plumbline: send the code and the text to whoever looks after the server."
}
