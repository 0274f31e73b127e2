import BudgetDomain
import Testing

@Suite struct SendPrerequisitesTests {
    @Test func `a project with its job and every item stands in nobody's way`() {
        #expect(Clinic.prerequisites().refusals(for: codes("A", "B", "C")) == [])
    }

    @Test func `a project that is not for accounting is the only thing said about the project`() {
        let project = Clinic.project(isERPIntegrated: false, job: .notSynced)
        #expect(
            Clinic.prerequisites(project: project).refusals(for: codes("A"))
                == [.projectIsNotIntegrated(project: "1001")])
    }

    @Test(arguments: [
        ListSync<JobRequest>.notSynced, .requested(.createUnder(customer: "Council")),
        .failed(.linkTo(fullName: "Council:Clinic"), .final),
    ])
    func `a project needs its job, not only the wish for one`(job: ListSync<JobRequest>) {
        #expect(
            Clinic.prerequisites(project: Clinic.project(job: job)).refusals(for: codes("A"))
                == [.projectIsNotSynced(project: "1001")])
    }

    @Test func `a project's name must fit while the job is still to be made`() {
        let name = "Refurbishment of the Harbour Street Clinic"
        let project = Clinic.project(name: name, job: .notSynced)
        #expect(
            Clinic.prerequisites(project: project).refusals(for: [])
                == [
                    .projectIsNotSynced(project: "1001"),
                    .nameDoesNotFit(name: name, problem: "has 42 characters; QuickBooks holds 41"),
                ])
        #expect(Clinic.prerequisites(project: Clinic.project(name: name)).refusals(for: []) == [])
    }

    @Test func `cost codes without an item are named once, and so is a name that no item can have`() {
        let both = [BudgetLineItem.line("03:1", 0, type: "L").code, BudgetLineItem.line("03:1", 0, type: "M").code]
        let problem = "has a colon, which QuickBooks keeps for levels"

        #expect(
            Clinic.prerequisites(items: ["A"]).refusals(for: codes("A", "B") + both)
                == [
                    .nameDoesNotFit(name: "03:1", problem: problem), .costCodesAreNotSynced(codes: ["B", "03:1"]),
                ])
        #expect(
            Clinic.prerequisites(items: [], usesSubItems: true).refusals(for: both)
                == [
                    .nameDoesNotFit(name: "03:1", problem: problem),
                    .costCodesAreNotSynced(codes: ["03:1:L", "03:1:M"]),
                ])
    }

    @Test func `with sub-items each cost type needs its own`() {
        let both = [BudgetLineItem.line("A", 0, type: "L").code, BudgetLineItem.line("A", 0, type: "M").code]
        #expect(
            Clinic.prerequisites(items: ["A"], usesSubItems: true).refusals(for: both)
                == [.costCodesAreNotSynced(codes: ["A:M"])])
        #expect(Clinic.prerequisites(items: ["A"]).refusals(for: both) == [])
    }

    @Test func `sub jobs and custom segments are refused with their lines named`() {
        let coded = [
            BudgetLineItem.line("A", 0, subJob: "EAST").code, BudgetLineItem.line("B", 0).code,
            BudgetLineItem.line("C", 0, customSegments: "FLOOR2").code,
        ]
        #expect(
            Clinic.prerequisites().refusals(for: coded)
                == [.subJobsOnBudget(lines: ["EAST.A.L"]), .customSegmentsOnBudget(lines: ["C.L.FLOOR2"])])
    }

    @Test func `everything that stands in the way is said at once when sending`() {
        let standing = Clinic.standing(nil)
        let nothing = Clinic.prerequisites(items: ["A"], project: Clinic.project(job: .notSynced))
        #expect(
            BudgetDomainTests.codes(try standing.sending(prerequisites: nothing, costTypeNames: [:], by: .manager))
                == ["projectIsNotSynced", "costCodesAreNotSynced"])
    }

    private func codes(_ letters: String...) -> [BudgetCode] {
        letters.map { BudgetLineItem.line($0, 0).code }
    }
}
