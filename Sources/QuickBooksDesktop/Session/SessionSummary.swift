package import BudgetOperations
import FoundationEssentials

/// What a session did, in words, read from what it kept.
package enum SessionSummary {
    /// - Returns: nil for a session that did not begin, and for a state that an older version wrote.
    package static func text(of session: ConnectorSessionRecord) -> String? {
        guard !session.state.isEmpty,
            let state = try? JSONDecoder().decode(SessionState.self, from: Data(session.state.utf8))
        else { return nil }
        return state.summary
    }
}
