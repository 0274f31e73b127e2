/// What happened in one poll, call by call.
package struct PollReport: Sendable, Hashable {
    package struct Call: Sendable, Hashable {
        /// Counted over all polls of the connector.
        package var number: Int
        package var method: SOAPMethod
        /// The answer's text, strings joined by `|`; of a request document only its beginning. Nil without an answer.
        package var result: String?
    }

    package enum Outcome: Sendable, Hashable {
        /// The service answered 100.
        case finished
        case nothingToDo
        case notValidUser
        case busy
        case quickBooksUnavailable(hresult: String)
        /// A negative answer, or an empty request document that was not followed by NoOp.
        case stoppedByService
        case versionRefused(String)
        /// A fault ended the connector.
        case died
        /// The transport failed: no service there, no answer in time.
        case unreachable(String)
        /// There was an answer, but none that the Web Connector can read.
        case unreadable(String)
        case tooManyCalls
    }

    package var calls: [Call] = []
    package var percentages: [Int] = []
    package var lastError: String?
    /// What closeConnection answered.
    package var closing: String?
    package var postponeSeconds: Int?
    package var minimumRunSeconds: Int?
    package var outcome: Outcome = .died

    package var methods: [SOAPMethod] { calls.map(\.method) }
}
