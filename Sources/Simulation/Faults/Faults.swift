/// The faults of one world: its plan, what is scheduled for one call, and what struck so far.
package struct Faults: Sendable {
    package let plan: FaultPlan
    package private(set) var tally = FaultTally()
    /// False once the world settles.
    package private(set) var areOn = true

    /// Strikes at the first moment that fits it, whatever the plan says.
    package private(set) var forced: FaultKind?

    init(plan: FaultPlan) { self.plan = plan }

    /// Whether the fault strikes now. Draws only where the plan knows the fault, and counts what struck.
    mutating func strikes(_ kind: FaultKind, _ chance: inout Chance) -> Bool {
        guard areOn else { return false }
        if forced == kind {
            forced = nil
        } else if !chance.happens(permille: plan[kind]) {
            return false
        }
        tally.count(kind)
        return true
    }

    mutating func force(_ kind: FaultKind) { forced = kind }

    /// - Returns: whether a forced fault was still waiting for its moment.
    mutating func forgetForced() -> Bool {
        defer { forced = nil }
        return forced != nil
    }

    mutating func note(_ kind: FaultKind) { tally.count(kind) }

    mutating func stop() { areOn = false }
}
