/// A trigger reaches every program that opens the file, and fires for each row, so a statement that meets none passes.
extension SQLiteConnection {
    /// What the message of such a trigger begins with; the name of the table follows.
    static let appendOnlyMark = "append-only: "

    func setAppendOnly(_ table: String, _ isAppendOnly: Bool) throws {
        guard keepsAppendOnly else { return }
        for act in ["UPDATE", "DELETE"] {
            let name = "\(table)_no_\(act.lowercased())"
            let sql =
                isAppendOnly
                ? """
                CREATE TRIGGER \(name) BEFORE \(act) ON \(table)
                BEGIN SELECT RAISE(ABORT, '\(Self.appendOnlyMark)\(table)'); END
                """ : "DROP TRIGGER \(name)"
            _ = try execute(sql, [])
        }
    }
}
