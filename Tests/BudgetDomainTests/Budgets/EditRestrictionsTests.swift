import BudgetDomain
import Testing

/// Rows: the state of the only export, then the lock (`U` unlocked, `L` locked). Columns: the acts in their order, each
/// `.` allowed or refused with the code that `meanings` gives the letter.
private let table = """
    none               U   . N N 0 . N . . .
    none               L   A . . 0 . . L L .
    ready-to-export    U   W W W . W W W W W
    ready-to-export    L   W W W . W W W W W
    invalid            U   W W W . W W W W W
    invalid            L   W W W . W W W W W
    queued             U   E E E E E E E E E
    queued             L   E E E E E E E E E
    handed-out         U   E E E E E E E E E
    handed-out         L   E E E E E E E E E
    unknown            U   E E E E E E E E E
    unknown            L   E E E E E E E E E
    awaiting-job-costs U   J J J J J J J J J
    awaiting-job-costs L   J J J J J J J J J
    mismatched         U   D D D D D D D D D
    mismatched         L   D D D D D D D D D
    rewrite-queued     U   R R R R R R R R R
    rewrite-queued     L   R R R R R R R R R
    rewrite-handed-out U   R R R R R R R R R
    rewrite-handed-out L   R R R R R R R R R
    rewrite-unknown    U   R R R R R R R R R
    rewrite-unknown    L   R R R R R R R R R
    synced             U   . N N 0 . N . . .
    synced             L   A . . 0 . . L L .
    failed-to-export   U   F F F F F F F F F
    failed-to-export   L   F F F F F F F F F
    rejected           U   . N N 0 . N . . .
    rejected           L   A . . 0 . . L L .
    retrieved          U   . N N 0 . N . . .
    retrieved          L   A . . 0 . . L L .
    """

private let meanings: [String: String] = [
    "0": "nothingToRetrieve", "A": "budgetIsAlreadyLocked", "L": "budgetIsLocked", "N": "budgetIsNotLocked",
    "W": "budgetWaitsForApprover", "E": "budgetIsExporting", "F": "exportFailed", "J": "amountsNotYetInJobCosts",
    "D": "jobCostsDiffer", "R": "budgetIsWrittenAgain",
]

@Suite struct EditRestrictionsTests {
    @Test(arguments: table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) })
    func `what is allowed in each state`(row: [String]) throws {
        let name = ExportState.Name(rawValue: row[0].replacing("-", with: " "))
        let standing = Clinic.standing(name.map(ExportState.sample), locked: row[1] == "L")
        let codes = BudgetAct.allCases.map { standing.restrictions.refusal(of: $0)?.code }

        #expect(codes == row.dropFirst(2).map { meanings[$0] }, "\(row[0]) \(row[1])")
    }

    @Test func `the table has both locks for no export and for every state`() {
        let rows = table.split(separator: "\n").map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        let states = ["none"] + ExportState.Name.allCases.map { $0.rawValue.replacing(" ", with: "-") }
        #expect(Set(rows) == Set(states.flatMap { ["\($0) U", "\($0) L"] }))
        #expect(rows.count == 30)
    }

    @Test func `from Send until the read-back equals what was accepted the four acts are refused`() {
        let acts: [BudgetAct] = [.unlock, .send, .addLineItem, .createModification]
        for name in ExportState.Name.allCases {
            let standing = Clinic.standing(.sample(name))
            let refused = acts.filter { standing.restrictions.refusal(of: $0) != nil }
            #expect(refused == (ExportState.sample(name).isOpen ? acts : []), "\(name)")
        }
    }

    @Test func `an older export that is done restricts nothing, and an open one does whatever came before`() {
        var standing = Clinic.standing(.synced)
        standing.exports.append(Clinic.export(.readyToExport, number: 2, kind: .update))
        #expect(standing.restrictions.refusal(of: .unlock) == .budgetWaitsForApprover(act: .unlock))

        standing.exports[1].state = .rejected
        #expect(standing.restrictions.refusal(of: .unlock) == nil)
    }

    @Test func `a refusal names the act, the fault and how much differs`() {
        #expect(
            Clinic.standing(.failedToExport(.final)).restrictions.refusal(of: .send)
                == .exportFailed(act: .send, fault: "No item."))
        #expect(
            Clinic.standing(.mismatched).restrictions.refusal(of: .unlock)
                == .jobCostsDiffer(act: .unlock, differences: 1))
    }

    @Test func `the page in the reference says the same`() throws {
        let header = ["Export", "Budget"] + BudgetAct.allCases.map(\.rawValue)
        let states = [nil] + ExportState.Name.allCases.map { Optional($0) }
        let rows = states.flatMap { name in
            [false, true].map { locked in
                let restrictions = Clinic.standing(name.map(ExportState.sample), locked: locked).restrictions
                let cells = BudgetAct.allCases.map { restrictions.refusal(of: $0).map { "`\($0.code)`" } ?? "yes" }
                return [name?.rawValue ?? "none", locked ? "locked" : "unlocked"] + cells
            }
        }
        try ReferenceDocument(name: "edit-restrictions.md").expect(header: header, rows: rows)
    }
}
