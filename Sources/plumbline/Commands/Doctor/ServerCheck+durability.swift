import SQLDatabase

/// Whether what was answered stays, whatever fails.
extension ServerCheck {
    var disk: Finding {
        let off = [facts.fsync ? nil : "fsync", facts.fullPageWrites ? nil : "full_page_writes"].compactMap { $0 }
        guard !off.isEmpty else { return .sound("Disk", "fsync and full_page_writes are on.") }
        return .attention(
            "Disk", "\(off.joined(separator: " and ")) off.",
            meaning: "A crash may damage the database, and lose or change any amount in it.",
            cure: "Set it to on in postgresql.conf, and restart the server.")
    }

    var commits: Finding {
        let found = "synchronous_commit is \(facts.synchronousCommit)."
        guard facts.synchronousCommit == "off" else { return .sound("Commits", found) }
        return .attention(
            "Commits", found, meaning: "An act that was acknowledged may be gone after a crash of the server.",
            cure: "ALTER ROLE \(facts.role) SET synchronous_commit = on, and restart Plumbline.")
    }

    var replication: Finding {
        let waits = facts.synchronousCommit != "off" && facts.synchronousCommit != "local"
        guard facts.synchronousStandbyNames.isEmpty || !waits else {
            return .sound("Standby", "A commit waits for \(facts.synchronousStandbyNames).")
        }
        return .advice(
            "Standby", "No commit waits for a standby.",
            meaning: "When another server takes over, an act that was acknowledged may be lost with the old one.",
            cure: "Have a synchronous standby, as Patroni's synchronous_mode gives; a single server needs backups.")
    }
}
