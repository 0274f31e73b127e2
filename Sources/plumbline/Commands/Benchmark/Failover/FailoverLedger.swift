import BudgetDomain
import QuickBooksEmulators

/// One line that an approver saw and accepted.
struct AcceptedLine: Hashable, Sendable {
    let mark: String
    /// The cost code, which is the item's name in QuickBooks.
    let item: String
    let cents: Int64
}

/// What became known to the people of one firm, and to its Web Connector, while they worked.
actor FailoverLedger {
    private(set) var accepted: [Int: [AcceptedLine]] = [:]
    private(set) var modificationsRepeated = 0
    private(set) var violations: [String] = []
    private(set) var polls: [String: Int] = [:]
    private(set) var lastPoll: PollReport.Outcome?
    private(set) var peopleAreDone = false

    /// The approver was told that this export is accepted: from now on it may not be lost.
    func accept(_ number: Int, _ lines: [AcceptedLine]) { accepted[number] = lines }

    /// Somebody repeated a modification whose outcome nobody knew, and now it is there more than once.
    func repeatedModification(times: Int) { modificationsRepeated += times - 1 }

    func violate(_ sentence: String) { violations.append(sentence) }

    func finishPeople() { peopleAreDone = true }

    func polled(_ report: PollReport) {
        lastPoll = report.outcome
        polls[report.outcome.word, default: 0] += 1
        switch report.outcome {
        case .notValidUser: violate("The Web Connector was told that its password is wrong.")
        case .versionRefused(let text): violate("The Web Connector was told to be of another version: \(text).")
        case .tooManyCalls: violate("A session of the Web Connector did not end.")
        case .finished, .nothingToDo, .busy, .quickBooksUnavailable, .stoppedByService, .died, .unreachable,
            .unreadable:
            break
        }
    }
}

extension PollReport.Outcome {
    /// For counting: without what came with it.
    var word: String {
        switch self {
        case .finished: "finished"
        case .nothingToDo: "nothing to do"
        case .notValidUser: "not a valid user"
        case .busy: "busy"
        case .quickBooksUnavailable: "QuickBooks unavailable"
        case .stoppedByService: "stopped by the service"
        case .versionRefused: "version refused"
        case .died: "died"
        case .unreachable: "unreachable"
        case .unreadable: "unreadable"
        case .tooManyCalls: "too many calls"
        }
    }

    var endedWell: Bool { self == .finished || self == .nothingToDo }
}
