import CLibPQ

/// What the server, or libpq, answered instead of doing what was asked.
struct PostgreSQLFault: Error {
    /// Empty when the fault is libpq's own, which has no codes: the connection.
    let sqlState: String
    let error: DatabaseError

    init(sqlState: String, error: DatabaseError) {
        self.sqlState = sqlState
        self.error = error
    }

    static func lost(_ reason: String) -> PostgreSQLFault {
        PostgreSQLFault(sqlState: "", error: .server(.connectionLost(reason: reason.trimmingASCIISpace)))
    }

    /// Another run of the transaction may well succeed, and nothing of this one is stored.
    var isPassing: Bool {
        error.isPassing
    }

    /// The connection is gone, or is not the one to go on with: its server takes no writes any more, or has forgotten a
    /// statement, and hardly that one alone.
    var spoilsConnection: Bool {
        isLostConnection || error == .readOnly || sqlState == "26000" || sqlState == "0A000"
    }

    var isLostConnection: Bool {
        if case .server(.connectionLost) = error { true } else { false }
    }

    /// A receipt cannot be written or looked for before the first migration.
    var isMissingTable: Bool { sqlState == "42P01" }
}

extension PostgreSQLFault {
    init(_ result: OpaquePointer?, reason: String) {
        func field(_ code: Int32) -> String {
            PQresultErrorField(result, code).map { String(cString: $0) } ?? ""
        }
        let sqlState = field(plumbline_diag_sqlstate)
        let error: DatabaseError =
            switch sqlState {
            case "": Self.lost(reason).error
            case "23505": .uniqueViolation(constraint: field(plumbline_diag_constraint))
            case "23503": .foreignKeyViolation
            case "23514": .checkViolation(constraint: field(plumbline_diag_constraint))
            case "23502":
                .notNullViolation(column: "\(field(plumbline_diag_table)).\(field(plumbline_diag_column))")
            case PostgreSQLTransaction.appendOnlyState: .appendOnly(table: field(plumbline_diag_table))
            // default: codes are the server's, and open-ended
            default: Self.machineError(sqlState, field(plumbline_diag_message))
            }
        self.init(sqlState: sqlState, error: error)
    }

    /// https://www.postgresql.org/docs/15/errcodes-appendix.html
    private static func machineError(_ sqlState: String, _ message: String) -> DatabaseError {
        switch sqlState {
        case "55P03": .busy
        case "53100": .diskFull
        case "25006": .readOnly
        case "42501": .server(.notPermitted(message: message))
        case "57014": .server(.statementTimeout)
        case "XX001", "XX002": .corrupt(message: message)
        // The server shuts down, crashed, is not up yet, or ended a session that was idle for too long.
        case "57P01", "57P02", "57P03", "57P05", "25P03": .server(.connectionLost(reason: message))
        case _ where sqlState.hasPrefix("08"): .server(.connectionLost(reason: message))
        default: .server(.rejected(sqlState: sqlState, message: message))  // default: all other codes
        }
    }

    /// While one of several servers may come back or be promoted, what another answers is not the last word: a standby
    /// that lags behind does not know the newest database or password.
    /// - Parameter refusals: what each server of the address answered.
    static func connecting(to server: String, refusals: [String]) -> DatabaseError {
        let reason = refusals.joined(separator: "; ")
        let faults = refusals.map { refusal(of: server, saying: $0, reason: reason) }
        return faults.first(where: \.isPassing) ?? faults.first ?? .server(.unreachable(server: server, reason: ""))
    }

    /// libpq gives no code for a connection that was not made, only the server's sentences and its own.
    private static func refusal(of server: String, saying message: String, reason: String) -> DatabaseError {
        func says(_ words: String...) -> Bool { words.contains { message.contains($0) } }
        let fault: ServerFault =
            if message.hasPrefix("invalid ") {
                // What libpq finds wrong with a parameter's value, before it asks any server.
                .badAddress(reason: reason)
            } else if says("session is read-only", "server is in hot standby mode") {
                .noPrimary(server: server, reason: reason)
            } else if says("authentication failed", "no password supplied", "no pg_hba.conf entry")
                || (says("role \"") && says("does not exist", "is not permitted"))
            {
                .credentialsRefused(server: server, reason: reason)
            } else if says("database \"") && says("does not exist") {
                .noSuchDatabase(server: server, reason: reason)
            } else if says("too many connections", "too many clients", "remaining connection slots") {
                .tooManyConnections(server: server, reason: reason)
            } else if says("SSL", "certificate") {
                .tlsFailed(server: server, reason: reason)
            } else {
                .unreachable(server: server, reason: reason)
            }
        return .server(fault)
    }
}

extension DatabaseError {
    /// Nothing is stored, and it may well be otherwise in a moment: when a standby was promoted, a lock released.
    var isPassing: Bool {
        guard case .server(let fault) = self else { return false }
        switch fault {
        case .connectionLost, .unreachable, .noPrimary, .tooManyConnections, .commitUnknown: return true
        // Serialisation and deadlock; a statement that the server has forgotten, or whose table has changed since.
        case .rejected("40001", _), .rejected("40P01", _), .rejected("26000", _): return true
        case .rejected("0A000", let message): return message.hasPrefix("cached plan")
        case .badAddress, .credentialsRefused, .noSuchDatabase, .tlsFailed, .statementTimeout, .poolFull, .poolWait,
            .closed, .notPermitted, .notOffered, .rejected:
            return false
        }
    }
}
