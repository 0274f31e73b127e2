/// One thing that was looked at: what was found, what it means, and what to do about it.
struct Finding: Encodable, Equatable, Sendable {
    let check: String
    let state: State
    let found: String
    /// Nil where everything is as it should be.
    let meaning: String?
    let cure: String?

    enum State: String, Encodable, Sendable, Comparable {
        case sound
        /// Good to know; nothing has to be done.
        case advice
        /// Somebody has to do something, while the database can be used.
        case attention
        /// The database cannot be used.
        case unusable

        static func < (one: State, other: State) -> Bool { one.rank < other.rank }

        private var rank: Int {
            switch self {
            case .sound: 0
            case .advice: 1
            case .attention: 2
            case .unusable: 3
            }
        }
    }

    private init(_ check: String, _ state: State, _ found: String, _ meaning: String?, _ cure: String?) {
        self.check = check
        self.state = state
        self.found = found
        self.meaning = meaning
        self.cure = cure
    }

    static func sound(_ check: String, _ found: String) -> Finding { Finding(check, .sound, found, nil, nil) }

    static func advice(_ check: String, _ found: String, meaning: String, cure: String) -> Finding {
        Finding(check, .advice, found, meaning, cure)
    }

    static func attention(_ check: String, _ found: String, meaning: String, cure: String) -> Finding {
        Finding(check, .attention, found, meaning, cure)
    }

    static func unusable(_ check: String, _ found: String, meaning: String, cure: String) -> Finding {
        Finding(check, .unusable, found, meaning, cure)
    }
}

extension Finding {
    /// What to do about an error that stopped the examination.
    init(_ check: String, _ error: any Error) {
        let reason = FailureText(error)?.reasons.first
        self = .unusable(
            check, reason?.sentence ?? "\(error)", meaning: "The database cannot be used as it is now.",
            cure: reason?.cure ?? "Correct the command line.")
    }
}
