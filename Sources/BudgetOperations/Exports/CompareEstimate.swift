package import BudgetDomain
import SQLDatabase

/// Three amounts of every estimate line of ours side by side, for the approver who decides on a difference.
package struct EstimateComparison: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        /// The budget code.
        package let code: String
        /// As it was accepted.
        package let accepted: Money
        /// What was written or kept last: the line should hold this.
        package let approved: Money
        /// What the line holds in QuickBooks, all its copies together; nil where there is none.
        package let inQuickBooks: Money?
        /// The item there, where it is another one than it should be.
        package let otherItem: String?
        package let isDifferent: Bool
    }

    package let export: Export
    package let lines: [Line]
    package let differences: [EstimateDifference]
    /// Lines that people typed in QuickBooks. They stay, whatever is decided.
    package let foreignLines: [EstimateReading.Line]
    /// When QuickBooks was read; nil when it was not yet.
    package let readAt: Instant?
    /// When QuickBooks last changed the estimate, as QuickBooks writes it.
    package let modifiedAt: String?
}

extension Plumbline {
    /// What was accepted, what was last written or kept, and what QuickBooks holds, line by line.
    package func comparison(
        of number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> EstimateComparison {
        try await database.read(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            try place.person.require(.viewERPLists)
            let standing = try tx.standing(of: place.project.id, in: place.company)
            guard let export = standing.openExport ?? standing.exports.last(where: { $0.state.isInQuickBooks }) else {
                throw Refused(.nothingDiffers)
            }
            let stored = try tx.storedEstimate(of: place.project.id, in: place.company)
            let gate = try JobCostGate(
                expected: try tx.expectedLines(of: place.project, in: place.company),
                job: place.project.job.reference, sighting: stored.sighting ?? .gone(deletedAt: nil))
            let reading = stored.sighting?.reading
            let known = Set(gate.lines.map(\.mark))
            return EstimateComparison(
                export: export, lines: try gate.lines.map { try Self.compared($0, gate: gate, reading: reading) },
                differences: gate.differences,
                foreignLines: (reading?.lines ?? []).filter { line in line.mark.map { !known.contains($0) } ?? true },
                readAt: stored.readAt, modifiedAt: reading?.modifiedAt)
        }
    }

    private static func compared(
        _ line: ExpectedLine, gate: JobCostGate, reading: EstimateReading?
    ) throws(MoneyFault) -> EstimateComparison.Line {
        let there = (reading?.lines ?? []).filter { $0.mark == line.mark }
        var sum: Money?
        for each in there { sum = try (sum ?? .zero(each.amount.currency)) + each.amount }
        return EstimateComparison.Line(
            code: line.code, accepted: line.accepted, approved: line.amount, inQuickBooks: sum,
            otherItem: there.first { $0.itemListID != line.itemListID }?.itemName,
            isDifferent: reading == nil || gate.differences.contains { $0.mark == line.mark })
    }
}
