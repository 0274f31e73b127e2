import ArgumentParser
import BudgetDomain
import BudgetOperations
import SQLDatabase
import Testing

@testable import plumbline

@Suite struct ExitStatusTests {
    static let endings: [(error: any Error & Sendable, code: Int32)] = [
        (Refused(.budgetIsAlreadyLocked), 3),
        (Refused([.budgetIsAlreadyLocked, .nothingToSend]), 3),
        (Refused(.exportFailed(act: .send, fault: "3250")), 4),
        (Refused(.jobCostsDiffer(act: .unlock, differences: 2)), 4),
        (InputFileProblem.cannotBeRead(path: "b.csv"), 5),
        (SigningKeyProblem.isNoKey(path: "k"), 5),
        (DatabasePlaceProblem.hasNoDatabase(place: "x"), 6),
        (MoveProblem.targetIsNotEmpty("x", table: "people"), 3),
        (MoveProblem.sourceIsDamaged("x", problem: "p"), 6),
        (DatabaseError.busy, 6),
        (DatabaseError.newerSchema(found: 9, known: 5), 6),
        (DatabaseError.foreignKeyViolation, 1),
        (MoneyFault.overflow, 1),
        (ValidationError("--limit"), 2),
        (CleanExit.helpRequest(), 0),
        (ExitCode(5), 5),
        (ExitCode(99), 1),
    ]

    @Test(arguments: endings) func `each ending has its code`(_ ending: (error: any Error & Sendable, code: Int32)) {
        #expect(ExitStatus(ending: ending.error).rawValue == ending.code)
    }

    @Test func `every refusal is said, each with its cure`() throws {
        let failure = try #require(FailureText(Refused([.budgetIsAlreadyLocked, .nothingToSend])))

        #expect(
            failure.text == """
                The budget is locked already.
                  → Nothing needs to be done.
                QuickBooks holds everything that is on this budget: there is nothing to send.
                  → Nothing needs to be done; send again after the next modification.

                """)
        #expect(
            try JSONText.of(try #require(FailureText(Refused(.budgetIsAlreadyLocked))).json) == """
                {
                  "exitCode" : 3,
                  "reasons" : [
                    {
                      "code" : "budgetIsAlreadyLocked",
                      "cure" : "Nothing needs to be done.",
                      "sentence" : "The budget is locked already."
                    }
                  ]
                }

                """)
    }
}
