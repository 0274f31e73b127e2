internal import BudgetDomain
internal import SQLDatabase

/// Something that must always be so, with the check that says whether it is.
package struct Invariant: Sendable {
    package enum Moment: String, Sendable, Hashable {
        case everyStep
        /// When the faults have stopped and everybody had the time to settle.
        case atEnd
    }

    package let name: String
    /// A sentence.
    package let statement: String
    package let when: Moment
    package let check: @Sendable (World) async throws -> [Violation]

    package init(
        _ name: String, _ statement: String, when: Moment = .everyStep,
        check: @escaping @Sendable (World) async throws -> [Violation]
    ) {
        self.name = name
        self.statement = statement
        self.when = when
        self.check = check
    }
}

/// What an invariant found.
package struct Violation: Sendable, Hashable {
    package let invariant: String
    package let text: String
    package internal(set) var step: Int

    package init(_ invariant: String, _ text: String) {
        self.invariant = invariant
        self.text = text
        step = 0
    }
}

/// What checks keep from one step to the next.
package struct InvariantMemory: Sendable {
    /// Whether our own database was ever restored to an older copy in this life.
    package internal(set) var databaseWasRestored = false
    var hasKeptDatabase = false
    var guidVersion = -1
    /// For the invariants' own use, by any name.
    package var texts: [String: String] = [:]

    package init() {}
}

package enum Invariants {
    package static let all: [Invariant] = central

    /// Checks all that are due now.
    package static func check(_ world: World, atEnd: Bool) async throws -> [Violation] {
        var found: [Violation] = []
        for invariant in all where invariant.when == .everyStep || atEnd { found += try await invariant.check(world) }
        return found
    }
}

extension World {
    /// Nothing changed since the last check, nothing to check.
    func check(atEnd: Bool) async throws {
        guard options.checksInvariants, atEnd || version != checkedVersion else { return }
        checkedVersion = version
        try await noteGUIDs()
        for var violation in try await Invariants.check(self, atEnd: atEnd) {
            violation.step = step
            violations.append(violation)
            trace.add(step, clock.now, "VIOLATION", "\(violation.invariant): \(violation.text)")
        }
    }

    /// A project's estimate may get another GUID; every one that it ever had stays ours.
    private func noteGUIDs() async throws {
        guard memory.guidVersion != databaseVersion else { return }
        memory.guidVersion = databaseVersion
        let rows = try await probe.rows(
            """
            SELECT e.company_id, p.number, e.guid FROM estimates e
            JOIN projects p ON p.company_id = e.company_id AND p.id = e.project_id ORDER BY 1, 2
            """)
        for row in rows {
            guard let company = companies.first(where: { $0.id.text == (try? row.text(0)) }) else { continue }
            let key = Ledger.ProjectKey(company: company.index, project: try row.text(1))
            let guid = try row.text(2).lowercased()
            if ledger.guids[key]?.contains(guid) != true { ledger.guids[key, default: []].append(guid) }
        }
    }
}
