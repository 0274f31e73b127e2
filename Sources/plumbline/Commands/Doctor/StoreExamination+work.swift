import BudgetDomain
import BudgetOperations

/// What goes on between the companies' Web Connectors and the servers.
extension StoreExamination {
    static func calls(_ silent: StoreHealth.Group) -> Finding {
        guard silent.count > 0 else { return .sound("Web Connectors", "All called in the last four days.") }
        return .advice(
            "Web Connectors", "\(silent.count) did not call for four days, or never: \(silent.list).",
            meaning: "Nothing travels to QuickBooks meanwhile; what is accepted waits, and is not lost.",
            cure: "See that the Web Connector runs there, with Auto-Run on.")
    }

    static func signIns(_ refused: StoreHealth.Group) -> Finding {
        guard refused.count > 0 else { return .sound("Sign-ins", "None is being refused.") }
        return .attention(
            "Sign-ins", "Refused since the last good one for \(refused.count): \(refused.list).",
            meaning: "The Web Connector there has a wrong password, or somebody else is trying.",
            cure: "Enter the password again there; if it is lost: `plumbline connector rotate-password`.")
    }

    static func sessions(_ open: StoreHealth.Backlog, at now: Instant) -> Finding {
        guard let oldest = open.oldest else { return .sound("Sessions", "None is open.") }
        let minutes = now.seconds(since: oldest) / 60
        let found = "\(open.count) open; the longest silent for \(minutes) min."
        guard minutes >= 60 else { return .sound("Sessions", found) }
        return .advice(
            "Sessions", found, meaning: "A Web Connector went away in the middle of its work.",
            cure: "Nothing, or start it there: its next sign-in ends the old session and looks what came of it.")
    }

    static func answers(_ unanswered: StoreHealth.Backlog, at now: Instant) -> Finding {
        guard let oldest = unanswered.oldest else { return .sound("Answers", "QuickBooks answered everything.") }
        let hours = now.seconds(since: oldest) / 3_600
        let found = "\(unanswered.count) requests have no answer; the oldest for \(hours) h."
        guard hours >= 24 else { return .sound("Answers", found) }
        return .attention(
            "Answers", found,
            meaning:
                "Nobody knows yet whether QuickBooks carried them out; they are not sent again before it is known.",
            cure: "Run the Web Connector there: it first looks in QuickBooks. `plumbline erp list` shows the exports.")
    }
}

extension StoreHealth.Group {
    fileprivate var list: String {
        names.joined(separator: ", ") + (count > names.count ? " and \(count - names.count) more" : "")
    }
}
