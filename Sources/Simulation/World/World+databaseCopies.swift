internal import SQLDatabase

/// Our own database, restored from an older copy.
extension World {
    static let keptRows = "kept"

    var hasKeptDatabase: Bool { memory.hasKeptDatabase }

    func keepDatabase() throws {
        try engine.keep(as: Self.keptRows)
        memory.hasKeptDatabase = true
    }

    /// What was accepted since the copy was made is not known any more: nobody can be held to it.
    func goBackToKeptDatabase() throws {
        try engine.goBack(to: Self.keptRows)
        for server in servers { server.restart() }
        restoredDatabases += 1
        memory.restorations += 1
        trace.add(step, clock.now, "shell", "our database is restored from an older copy")
    }
}
