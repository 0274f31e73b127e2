import ArgumentParser
import BudgetDomain
import BudgetOperations
import SQLDatabase

/// What a command that did not do its work says: every reason, each with who can lift it and how.
struct FailureText: Equatable {
    let reasons: [Reason]
    let status: ExitStatus

    struct Reason: Encodable, Equatable {
        /// Stable, for scripts.
        let code: String
        let sentence: String
        let cure: String
    }

    /// Nil for errors that the command-line parser words itself, such as requests for help.
    init?(_ error: any Error) {
        status = ExitStatus(ending: error)
        switch error {
        case let refused as Refused:
            reasons = refused.refusals.map(Reason.init)
        case let problem as InputFileProblem:
            reasons = [Reason(code: "file", sentence: problem.sentence, cure: problem.cure)]
        case let problem as SigningKeyProblem:
            reasons = [Reason(code: "signingKey", sentence: problem.sentence, cure: problem.cure)]
        case let lost as LostReport:
            reasons = [Reason(code: "report", sentence: lost.sentence, cure: lost.cure)]
        case let problem as DatabasePlaceProblem:
            reasons = [Reason(code: "dataFolder", sentence: problem.sentence, cure: problem.cure)]
        case let problem as MoveProblem:
            reasons = [Reason(code: "move", sentence: problem.sentence, cure: problem.cure)]
        case let fault as DatabaseError:
            reasons = [Reason(code: "database", sentence: fault.description, cure: fault.cure)]
        case let fault as MoneyFault:
            reasons = [Reason(code: "money", sentence: fault.sentence, cure: "Correct the amount.")]
        case let problem as ServerProblem:
            reasons = [Reason(code: "server", sentence: problem.sentence, cure: problem.cure)]
        case let problem as DemoProblem:
            reasons = [Reason(code: "demo", sentence: problem.sentence, cure: problem.cure)]
        case is ValidationError, is ExitCode, is CleanExit:
            return nil
        default:
            let cure = "Nothing was stored. Try again; if it stays, report it with this text."
            reasons = [Reason(code: "failure", sentence: "Something went wrong: \(error).", cure: cure)]
        }
    }

    var text: String {
        reasons.map { "\($0.sentence.printable)\n  → \($0.cure)\n" }.joined()
    }

    var json: FailureJSON { FailureJSON(exitCode: status.rawValue, reasons: reasons) }
}

extension FailureText.Reason {
    init(_ refusal: Refusal) {
        self.init(code: refusal.code, sentence: refusal.sentence, cure: refusal.cure)
    }
}

struct FailureJSON: Encodable {
    let exitCode: Int32
    let reasons: [FailureText.Reason]
}
