import BudgetDomain
import BudgetOperations
import Testing

@testable import plumbline

@Suite struct StoreExaminationTests {
    static let now = Instant(microsecondsSince1970: 1_772_442_000_000_000)

    static let schemas: [(state: SchemaState, finding: Finding.State)] = [
        (.current(migrations: 8), .sound), (.older(found: 7, known: 8), .advice), (.absent, .unusable),
        (.newer(found: 8, known: 7), .unusable), (.newerBeside(found: 8, known: 7), .advice),
        (.foreign(position: 3), .unusable),
    ]

    @Test(arguments: schemas) func `tables are judged by their migrations`(
        _ example: (state: SchemaState, finding: Finding.State)
    ) {
        #expect(StoreExamination.schemaFinding(example.state).state == example.finding)
    }

    @Test func `Web Connectors that are silent or refused are named, the first of them`() {
        let many = StoreHealth.Group(count: 12, names: ["A", "B"])

        #expect(
            StoreExamination.calls(many).found == "12 did not call for four days, or never: A, B and 10 more.")
        #expect(StoreExamination.signIns(many).found == "Refused since the last good one for 12: A, B and 10 more.")
        #expect(StoreExamination.calls(StoreHealth.Group(count: 0, names: [])).state == .sound)
        #expect(StoreExamination.signIns(StoreHealth.Group(count: 0, names: [])).state == .sound)
    }

    static let waits: [(seconds: Int64, session: Finding.State, answer: Finding.State)] = [
        (59 * 60, .sound, .sound), (60 * 60, .advice, .sound), (24 * 3_600 - 1, .advice, .sound),
        (24 * 3_600, .advice, .attention),
    ]

    @Test(arguments: waits) func `a session may be silent for an hour and an answer take a day`(
        _ wait: (seconds: Int64, session: Finding.State, answer: Finding.State)
    ) {
        let backlog = StoreHealth.Backlog(count: 2, oldest: Self.now.adding(seconds: -wait.seconds))

        #expect(StoreExamination.sessions(backlog, at: Self.now).state == wait.session)
        #expect(StoreExamination.answers(backlog, at: Self.now).state == wait.answer)
    }
}
