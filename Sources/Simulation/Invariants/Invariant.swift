/// Something that must always be so, with the check that says whether it is.
package struct Invariant: Sendable {
    package enum Group: String, Sendable, Hashable, CaseIterable {
        case money = "Money"
        case workflow = "Workflow"
        case exportAndImport = "Export and import"
        case audit = "Audit"
        case tenancyAndDurability = "Tenancy and durability"
    }

    package enum Moment: String, Sendable, Hashable {
        case everyStep
        /// When the faults have stopped and everybody had the time to settle.
        case atEnd
    }

    package let name: String
    /// A sentence.
    package let statement: String
    package let group: Group
    package let when: Moment
    /// Says what is not as it must be; nothing when all is well.
    let check: @Sendable (World, Sight) -> [String]

    init(
        _ name: String, _ statement: String, _ group: Group, when: Moment = .everyStep,
        check: @escaping @Sendable (World, Sight) -> [String]
    ) {
        self.name = name
        self.statement = statement
        self.group = group
        self.when = when
        self.check = check
    }
}

/// What an invariant found.
package struct Violation: Sendable, Hashable {
    package let invariant: String
    package let text: String
    package internal(set) var step: Int

    package init(_ invariant: String, _ text: String, step: Int = 0) {
        self.invariant = invariant
        self.text = text
        self.step = step
    }
}

package enum Invariants {
    /// In the order of the document.
    package static let all: [Invariant] =
        MoneyInvariants.all + WorkflowInvariants.all + PeopleInvariants.all + EstimateInvariants.all
        + MessageSetInvariants.all + SessionInvariants.all + SettlementInvariants.all + AuditInvariants.all
        + TenancyInvariants.all

    package static func named(_ name: String) -> Invariant? { all.first { $0.name == name } }
}

extension World {
    /// Nothing changed since the last check, nothing to check.
    func check(atEnd: Bool) async throws {
        guard options.checksInvariants, atEnd || version != checkedVersion else { return }
        checkedVersion = version
        let sight = try await look(atEnd: atEnd)
        for invariant in Invariants.all where invariant.when == .everyStep || atEnd {
            for text in invariant.check(self, sight) {
                violations.append(Violation(invariant.name, text, step: step))
                trace.add(step, clock.now, "VIOLATION", "\(invariant.name): \(text)")
            }
        }
    }
}
