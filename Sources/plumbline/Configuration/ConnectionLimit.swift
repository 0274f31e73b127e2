import ArgumentParser

/// How many connections to a database server one process may have, for the commands that do many things at a time.
struct ConnectionLimit: ParsableArguments {
    static let few = 2
    static let standard = 8
    static let most = 1_000

    @Option(
        help: ArgumentHelp(
            "The most connections to a database server. (default: \(standard))",
            discussion: "Also taken from PLUMBLINE_DATABASE_CONNECTIONS.", valueName: "count"))
    var databaseConnections: Int?

    func validate() throws {
        if let databaseConnections { try Self.check(databaseConnections, from: "--database-connections") }
    }

    func count(in environment: ProcessEnvironment) throws -> Int {
        if let databaseConnections { return databaseConnections }
        guard let text = environment[ProcessEnvironment.databaseConnections] else { return Self.standard }
        return try Self.check(Int(text) ?? 0, from: ProcessEnvironment.databaseConnections)
    }

    @discardableResult
    private static func check(_ count: Int, from origin: String) throws -> Int {
        guard (1...most).contains(count) else { throw ValidationError("\(origin) is from 1 to \(most).") }
        return count
    }
}
