import SQLDatabase

extension DatabaseError {
    var exitStatus: ExitStatus {
        switch self {
        case .busy, .diskFull, .diskFailed, .readOnly, .corrupt, .cannotOpen, .sealed, .newerSchema, .migrationsDiffer:
            .databaseUnavailable
        case .commitUncertain: .outcomeUnknown
        case .server(let fault): fault.exitStatus
        case .uniqueViolation, .foreignKeyViolation, .checkViolation, .notNullViolation, .ambiguousUniqueIndexes,
            .unfitValue, .statement, .column, .failed, .appendOnly:
            .failure
        }
    }
}

extension ServerFault {
    fileprivate var exitStatus: ExitStatus {
        switch self {
        case .badAddress: .usage
        case .unreachable, .noPrimary, .credentialsRefused, .noSuchDatabase, .tlsFailed, .tooManyConnections,
            .connectionLost, .statementTimeout, .poolFull, .poolWait, .closed, .notPermitted:
            .databaseUnavailable
        case .commitUnknown: .outcomeUnknown
        case .notOffered: .refused
        case .rejected: .failure
        }
    }
}
