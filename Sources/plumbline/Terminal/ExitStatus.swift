import ArgumentParser
import BudgetDomain
import BudgetOperations
import SQLDatabase

/// How a command ends. The numbers are documented in `docs/reference/command-line.md` and never change their meaning.
enum ExitStatus: Int32, CaseIterable, Sendable {
    case done = 0
    /// Our bug, or the machine.
    case failure = 1
    /// The command line itself is wrong.
    case usage = 2
    /// The act is refused: somebody has to do something first.
    case refused = 3
    /// The act is refused because QuickBooks said no, or holds other amounts than those accepted.
    case quickBooksFault = 4
    /// A file cannot be read or written, or has problems, all of which were listed. Or the report could not be
    /// written, and what it tells of is done.
    case fileProblems = 5
    /// The database cannot be used now, or by this version.
    case databaseUnavailable = 6
    /// The database or its disk was lost at the last step: the act may be stored, so it must not be repeated unseen.
    case outcomeUnknown = 7
    /// What was to be verified does not hold: somebody changed it.
    case disproven = 8

    init(ending error: any Error) {
        switch error {
        case let refused as Refused:
            self = refused.refusals.contains(where: \.isQuickBooksFault) ? .quickBooksFault : .refused
        case is InputFileProblem, is SigningKeyProblem, is LostReport: self = .fileProblems
        case is DatabasePlaceProblem: self = .databaseUnavailable
        case let problem as MoveProblem: self = problem.exitStatus
        case let fault as DatabaseError: self = fault.exitStatus
        default: self = ExitStatus(parserCode: PlumblineCommand.exitCode(for: error))
        }
    }

    /// ArgumentParser's own codes: 0 for help, 64 (`EX_USAGE`) for a command line that it cannot read.
    private init(parserCode: ExitCode) {
        self = parserCode == .validationFailure ? .usage : ExitStatus(rawValue: parserCode.rawValue) ?? .failure
    }
}

extension Refusal {
    fileprivate var isQuickBooksFault: Bool {
        switch self {
        case .exportFailed, .jobCostsDiffer: true
        default: false  // default: all other refusals are about the product's own rules
        }
    }
}
