import CLibPQ
import Dispatch
import Glibc

/// One connection to the server. libpq blocks its thread, so every call is made on the connection's own queue, in
/// ``perform(_:)``; that, and nothing else, makes it safe to hand from one task to the next.
final class PostgreSQLConnection: @unchecked Sendable {
    private let queue: DispatchQueue
    private let handle: OpaquePointer
    private var prepared = PreparedStatements()
    /// Ends the wait for an answer that does not come, however alive the server's machine looks.
    private let answerLimit: Duration
    var waitsForever = false
    /// False after a fault of the connection or the protocol: what the server would answer next is anybody's guess.
    private(set) var isUsable = true

    private init(handle: OpaquePointer, queue: DispatchQueue, answerLimit: Duration) {
        self.handle = handle
        self.queue = queue
        self.answerLimit = answerLimit
    }

    deinit { PQfinish(handle) }

    func perform(_ work: @escaping @Sendable (PostgreSQLConnection) -> Void) {
        queue.async { work(self) }
    }

    func performing<T: Sendable>(
        _ work: @escaping @Sendable (PostgreSQLConnection) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                let result = Result { try work(self) }
                continuation.resume(with: result.mapError { ($0 as? PostgreSQLFault)?.error ?? $0 })
            }
        }
    }

    var isEncrypted: Bool { PQsslInUse(handle) == 1 }

    /// On the queue that is the connection's from then on: a serial queue has a thread of its own, and takes none from
    /// the few that all tasks share.
    static func open(_ settings: PostgreSQLSettings) async throws -> PostgreSQLConnection {
        let queue = DispatchQueue(label: "postgresql")
        return try await withCheckedThrowingContinuation { continuation in
            queue.async {
                let result = Result { try open(settings, on: queue) }
                continuation.resume(with: result.mapError { ($0 as? PostgreSQLFault)?.error ?? $0 })
            }
        }
    }

    /// Blocks for as long as the addresses take to answer. Each is asked on its own: libpq gives up on all of them when
    /// one refuses the role or does not know the database, which a standby that lags behind, or is being built anew,
    /// may well do.
    static func open(_ settings: PostgreSQLSettings, on queue: DispatchQueue) throws -> PostgreSQLConnection {
        var refusals: [String] = []
        for parameters in settings.parametersByPlace {
            let connection = try connect(parameters, settings, on: queue)
            guard PQstatus(connection.handle) == CONNECTION_OK else {
                refusals.append(connection.message.trimmingASCIISpace)
                continue
            }
            PQsetNoticeReceiver(connection.handle, { _, _ in }, nil)
            try connection.run(sessionSettings(settings))
            return connection
        }
        throw PostgreSQLFault.connecting(to: settings.redacted, refusals: refusals)
    }

    private static func connect(
        _ parameters: [String: String], _ settings: PostgreSQLSettings, on queue: DispatchQueue
    ) throws -> PostgreSQLConnection {
        let pairs = parameters.sorted { $0.key < $1.key }
        let keywords = pairs.map { strdup($0.key) } + [nil]
        let values = pairs.map { strdup($0.value) } + [nil]
        defer { (keywords + values).forEach { free($0) } }
        let handle = PQconnectdbParams(
            keywords.map { UnsafePointer($0) }, values.map { UnsafePointer($0) }, 0)
        guard let handle else { throw PostgreSQLFault.lost("out of memory") }
        return PostgreSQLConnection(handle: handle, queue: queue, answerLimit: settings.statementTimeout + grace)
    }

    /// What the server's own limit on a statement gets on top before we stop waiting for its answer.
    static let grace: Duration = .seconds(10)

    /// One message. The server ends a session of ours that is stuck in a transaction, and notices in half a minute
    /// that we are gone, so that no lock of a dead process is kept.
    private static func sessionSettings(_ settings: PostgreSQLSettings) -> String {
        """
        SET standard_conforming_strings = on; SET client_min_messages = warning;
        SET bytea_output = hex;
        SET lock_timeout = \(Database.busyTimeout.milliseconds);
        SET statement_timeout = \(settings.statementTimeout.milliseconds);
        SET idle_in_transaction_session_timeout = 60000;
        SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 4;
        SET tcp_user_timeout = 30000; SET client_connection_check_interval = 10000
        """
    }

    private var message: String { PQerrorMessage(handle).map { String(cString: $0) } ?? "" }

    /// Runs statements without values, one after the other, in one message; the first that fails ends it.
    @discardableResult
    func run(_ sql: String) throws -> PostgreSQLAnswer {
        try send(PQsendQuery(handle, sql))
    }

    /// Runs one statement with its values. With `keeping`, the server keeps its plan for the next time.
    func run(_ sql: String, _ values: [SQLValue], keeping: Bool = true) throws -> PostgreSQLAnswer {
        let parameters = PostgreSQLParameters(values)
        guard keeping else {
            return try parameters.withPointers { values, lengths, formats in
                try send(PQsendQueryParams(handle, sql, parameters.count, nil, values, lengths, formats, 0))
            }
        }
        let name = try nameOfPrepared(sql)
        return try parameters.withPointers { values, lengths, formats in
            try send(PQsendQueryPrepared(handle, name, parameters.count, values, lengths, formats, 0))
        }
    }

    private func nameOfPrepared(_ sql: String) throws -> String {
        if let name = prepared.name(of: sql) { return name }
        if let forgotten = prepared.makeRoom() { try run("DEALLOCATE \(forgotten)") }
        let name = prepared.nextName
        _ = try send(PQsendPrepare(handle, name, sql, 0, nil))
        prepared.add(sql)
        return name
    }

    /// Ends the transaction without storing anything of it.
    func leaveTransaction() {
        waitsForever = false
        guard isUsable, (try? run("ROLLBACK")) == nil else { return }
        isUsable = false
    }

    /// Text as a literal of a statement, with its quotes.
    func literal(_ text: String) throws -> String {
        guard let escaped = PQescapeLiteral(handle, text, text.utf8.count) else { throw PostgreSQLFault.lost(message) }
        defer { PQfreemem(escaped) }
        return String(cString: escaped)
    }

    /// Sends rows in COPY's text format after a statement `COPY … FROM STDIN`.
    func copy(_ sql: String, _ bytes: [UInt8]) throws -> PostgreSQLAnswer {
        _ = try send(PQsendQuery(handle, sql))
        let sent = bytes.withUnsafeBytes { buffer in
            PQputCopyData(handle, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
        }
        guard sent == 1 else { throw lost() }
        return try send(PQputCopyEnd(handle, nil))
    }

    // MARK: Answers

    private func send(_ sent: Int32) throws -> PostgreSQLAnswer {
        guard sent == 1 else { throw lost() }
        let deadline = waitsForever ? nil : ContinuousClock.now + answerLimit
        var last: PostgreSQLAnswer?
        while let answer = try nextAnswer(by: deadline) {
            if last?.isError != true { last = answer }
            if answer.isCopyIn { break }
        }
        guard let last else { throw lost() }
        guard last.isError else { return last }
        let fault = PostgreSQLFault(last.handle, reason: message)
        if fault.spoilsConnection || PQstatus(handle) == CONNECTION_BAD { isUsable = false }
        throw fault
    }

    private func nextAnswer(by deadline: ContinuousClock.Instant?) throws -> PostgreSQLAnswer? {
        while PQisBusy(handle) == 1 {
            guard waitForBytes(until: deadline) else { throw lost("no answer within the time for one") }
            guard PQconsumeInput(handle) == 1 else { throw lost() }
        }
        return PQgetResult(handle).map(PostgreSQLAnswer.init)
    }

    private func waitForBytes(until deadline: ContinuousClock.Instant?) -> Bool {
        var descriptor = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        while true {
            let left = deadline.map { max(($0 - .now).milliseconds, 0) } ?? -1
            let ready = poll(&descriptor, 1, Int32(clamping: left))
            if ready != -1 || errno != EINTR { return ready != 0 }
        }
    }

    /// Waits for notifications, or for somebody who rings.
    func notifiedChannels(orRingOf alarm: Alarm) throws -> Set<String> {
        var descriptors = [PQsocket(handle), alarm.descriptor].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        _ = poll(&descriptors, 2, -1)
        alarm.silence()
        guard PQconsumeInput(handle) == 1 else { throw lost() }
        var channels: Set<String> = []
        while let notification = PQnotifies(handle) {
            channels.insert(String(cString: notification.pointee.relname))
            PQfreemem(notification)
        }
        return channels
    }

    private func lost(_ reason: String? = nil) -> PostgreSQLFault {
        isUsable = false
        return .lost(reason ?? message)
    }
}

extension Duration {
    var milliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }
}
