internal import BudgetDomain
internal import QuickBooksEmulators

/// What holds of the documents that write.
enum MessageSetInvariants {
    static let all: [Invariant] = [
        Invariant(
            "stored before it leaves", "A document that writes is stored, byte for byte, before QuickBooks sees it.",
            .exportAndImport, check: storedBeforeItLeaves),
        Invariant(
            "same id and bytes", "A message set id never stands for other bytes.", .exportAndImport,
            check: sameIDSameBytes),
        Invariant(
            "short ids", "A message set id has 1 to 23 characters.", .exportAndImport, check: shortIDs),
        Invariant(
            "one in flight", "At most one document of a company that writes has no answer.", .exportAndImport,
            check: oneInFlight),
        Invariant(
            "own file", "Nothing is written into a company file that is not the company's own.", .exportAndImport,
            check: ownFile),
    ]

    @Sendable private static func storedBeforeItLeaves(_ world: World, _ sight: Sight) -> [String] {
        // A copy of the database from before knows nothing of what left since.
        guard !world.memory.databaseWasRestored else { return [] }
        return sight.asks.compactMap { ask in
            world.memory.storedSets[ask.messageSetID] == ask.request
                ? nil : "message set \(ask.messageSetID) is not stored as QuickBooks got it"
        }
    }

    @Sendable private static func sameIDSameBytes(_ world: World, _ sight: Sight) -> [String] {
        var found = sight.entries(.setAltered).map { "message set \($0.subject) was altered" }
        for ask in sight.asks {
            let first = world.memory.askedSets[ask.messageSetID] ?? ask.request
            world.memory.askedSets[ask.messageSetID] = first
            if first != ask.request { found.append("message set \(ask.messageSetID) was sent with other bytes") }
        }
        return found
    }

    @Sendable private static func shortIDs(_ world: World, _ sight: Sight) -> [String] {
        (sight.asks.map(\.messageSetID) + sight.entries(.setStored).map(\.subject)).compactMap { id in
            (1...23).contains(id.utf8.count) ? nil : "“\(id)” has \(id.utf8.count) characters"
        }
    }

    @Sendable private static func oneInFlight(_ world: World, _ sight: Sight) -> [String] {
        world.memory.setsInFlight.sorted { $0.key < $1.key }.compactMap { company, sets in
            sets.count > 1 ? "\(sets.sorted()) have no answer" : nil
        }
    }

    @Sendable private static func ownFile(_ world: World, _ sight: Sight) -> [String] {
        var found = sight.asks.filter { !$0.isOurFile }.map { ask in
            "message set \(ask.messageSetID) was handed to a file that is not ours"
        }
        for entry in sight.entries(.fileBound) {
            guard let company = world.index(of: entry.company) else { continue }
            let name = world.companies[company].books.name
            if entry.after != name { found.append("the connection of \(name) is bound to \(entry.after)") }
        }
        return found
    }
}
