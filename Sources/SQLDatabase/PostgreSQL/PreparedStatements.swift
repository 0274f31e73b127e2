/// The statements that a connection's server keeps, and their names there. The one used longest ago makes room.
struct PreparedStatements {
    private struct Entry {
        let name: String
        var lastUse: Int
    }

    /// The product has about a hundred and fifty texts; a plan takes tens of kilobytes of the server's memory.
    static let most = 256
    private var entries: [String: Entry] = [:]
    private var uses = 0
    private var made = 0

    var nextName: String { "s\(made + 1)" }

    mutating func name(of sql: String) -> String? {
        uses += 1
        entries[sql]?.lastUse = uses
        return entries[sql]?.name
    }

    /// Forgets one statement when there is no room for another.
    /// - Returns: its name, which the server still has.
    mutating func makeRoom() -> String? {
        guard entries.count >= Self.most, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) else {
            return nil
        }
        entries[oldest.key] = nil
        return oldest.value.name
    }

    mutating func add(_ sql: String) {
        entries[sql] = Entry(name: nextName, lastUse: uses)
        made += 1
    }
}
