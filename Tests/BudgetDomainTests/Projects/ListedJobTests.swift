import BudgetDomain
import Testing

@Suite struct ListedJobTests {
    @Test func `a project may stand for a job, and for a customer without jobs`() {
        let list = [
            ListedJob(listID: "1", fullName: "Harbour", sublevel: 0),
            ListedJob(listID: "2", fullName: "Harbour:Clinic", sublevel: 1),
            ListedJob(listID: "3", fullName: "Harbour:Clinic:Phase 2", sublevel: 2),
            ListedJob(listID: "4", fullName: "Harbour Trust", sublevel: 0),
            ListedJob(listID: "5", fullName: "HARBOUR:Mill", sublevel: 1),
        ]

        #expect(list.eligible.map(\.listID) == ["2", "3", "4", "5"])
        #expect(list.map(\.name) == ["Harbour", "Clinic", "Phase 2", "Harbour Trust", "Mill"])
    }
}
