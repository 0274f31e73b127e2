/// What is known about one code of QuickBooks, apart from what QuickBooks itself says each time.
struct FaultEntry: Hashable, Sendable {
    let code: String
    /// What the code means, as a sentence.
    let summary: String
    let meaning: MoneyMeaning
    let owner: FaultOwner
    /// The steps that mend it.
    let cure: String
    /// Whether trying again by itself may help.
    let mayPass: Bool

    init(
        _ code: String, _ summary: String, _ meaning: MoneyMeaning, _ owner: FaultOwner, _ cure: String,
        mayPass: Bool = false
    ) {
        self.code = code
        self.summary = summary
        self.meaning = meaning
        self.owner = owner
        self.cure = cure
        self.mayPass = mayPass
    }
}

/// What a fault means for the money. There are few answers, and each has to be the same wherever it is true.
enum MoneyMeaning: String, Hashable, CaseIterable, Sendable {
    case nothingChanged
    case nothingReached
    case notKnownYet
    case mayBeIncomplete
    case saved

    var sentence: String {
        switch self {
        case .nothingChanged:
            "QuickBooks refused it, so nothing of it is in the company file."
        case .nothingReached:
            "Nothing reached the company file, and nothing was read from it. What was waiting still waits."
        case .notKnownYet:
            "Whether QuickBooks holds it is not known yet. It is looked up before anything is sent again."
        case .mayBeIncomplete:
            "What was read may be incomplete, so it is not taken for the figures of the job."
        case .saved:
            "QuickBooks holds the amounts. What is missing concerns none of them."
        }
    }
}
