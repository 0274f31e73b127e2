internal import BudgetDomain
internal import QuickBooksEmulators

/// What keeps companies apart.
enum TenancyInvariants {
    static let all: [Invariant] = [
        Invariant(
            "own rows", "What happens in one company changes no row of another.", .tenancyAndDurability,
            check: ownRows),
        Invariant(
            "own marks", "Nothing of one company is ever in another's company file.", .tenancyAndDurability,
            check: ownMarks),
    ]

    @Sendable private static func ownRows(_ world: World, _ sight: Sight) -> [String] {
        guard let acting = world.acting else { return [] }
        let company = world.companies[acting].id.text
        return sight.entries.compactMap { entry in
            entry.company == company ? nil : "\(entry.kind.rawValue) in \(entry.company), at a step of \(company)"
        }
    }

    @Sendable private static func ownMarks(_ world: World, _ sight: Sight) -> [String] {
        guard !sight.writes.isEmpty, world.companies.count > 1 else { return [] }
        var found: [String] = []
        for company in world.companies {
            let here = Set(company.books.estimates.flatMap(\.lines).compactMap(\.other1))
            for acceptance in world.ledger.acceptances where acceptance.key.company != company.index {
                for line in acceptance.lines where here.contains(line.mark) {
                    found.append("\(line.mark) of another company is in the file of \(company.company.name)")
                }
            }
        }
        return found
    }
}
