package import BudgetOperations
import FoundationEssentials

/// What a session did, in words, read from what it kept.
package enum SessionSummary {
    /// - Returns: nil for a session that did not begin, and for a state that an older version wrote.
    package static func text(of session: ConnectorSessionRecord) -> String? {
        state(of: session)?.summary
    }

    /// The step whose answer is still awaited, or never came before the session was over.
    package static func unansweredStep(of session: ConnectorSessionRecord) -> String? {
        state(of: session)?.asked?.name
    }

    private static func state(of session: ConnectorSessionRecord) -> SessionState? {
        try? JSONDecoder().decode(SessionState.self, from: Data(session.state.utf8))
    }
}
