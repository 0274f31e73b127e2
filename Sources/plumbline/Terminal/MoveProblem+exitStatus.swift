import BudgetOperations

extension MoveProblem {
    var exitStatus: ExitStatus {
        switch self {
        case .sameDatabase: .usage
        case .targetIsNotEmpty, .unfinishedMoveOfAnother, .movedAlready, .targetChanged, .tablesDiffer, .sourceChanged:
            .refused
        case .sourceIsNotOurs, .sourceIsOlder, .sourceIsDamaged, .auditChainBroken, .unfinished:
            .databaseUnavailable
        }
    }
}
