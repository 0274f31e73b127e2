import BudgetDomain
import SQLDatabase

/// Whether several Plumbline servers can work on it side by side.
extension ServerCheck {
    /// What PostgreSQL keeps back for superusers unless it is told otherwise.
    private static let reservedConnections = 3

    var locks: Finding {
        guard !facts.locksHold else { return .sound("Locks", "One connection's lock keeps another out.") }
        return .unusable(
            "Locks", "A lock that one connection holds does not keep another out.",
            meaning: "Two servers could decide about the same budget at the same time.",
            cure: "Connect to PostgreSQL itself, or to a pooler in session mode.")
    }

    /// Each server has one more connection, on which it listens.
    var room: Finding {
        let servers = max(0, facts.mostConnections - Self.reservedConnections) / (connections + 1)
        let found =
            "max_connections is \(facts.mostConnections): room for \(servers) servers with \(connections) each."
        guard servers < 2 else { return .sound("Connections", found) }
        return .attention(
            "Connections", found, meaning: "A server more, or one that starts again, would be turned away.",
            cure: "Raise max_connections, or lower --database-connections.")
    }

    var clock: Finding {
        let difference = now.seconds(since: Instant(microsecondsSince1970: facts.clock))
        let found = "This machine and the database server differ by \(abs(difference)) s."
        guard abs(difference) > 5 else { return .sound("Clock", found) }
        return .attention(
            "Clock", found, meaning: "Times in the audit are wrong on one of them, and work may be taken over early.",
            cure: "Let both machines keep time by NTP.")
    }

    var encoding: Finding {
        let found = "\(facts.encoding), collation \(facts.collation)."
        guard facts.encoding != "UTF8" else { return .sound("Encoding", found) }
        return .attention(
            "Encoding", found, meaning: "Descriptions with other letters are refused.",
            cure: "Make a new database with ENCODING 'UTF8', and move there.")
    }
}
