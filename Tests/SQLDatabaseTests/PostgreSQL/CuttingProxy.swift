import Dispatch
import Glibc
import Synchronization

/// Stands between a client and the server, and cuts the line at the COMMIT that it is told to.
final class CuttingProxy: Sendable {
    enum Cut: Sendable {
        /// The server never gets the COMMIT; it sees its client go.
        case beforeCommit
        /// The server commits, and its answer never comes.
        case afterCommit
        /// The client sees the line go. The server gets the COMMIT later, when the client asks about it already.
        case commitComesLate
        /// The line goes at the first statement after BEGIN.
        case beforeFirstStatement
    }

    let port: UInt16
    private let socketPath: String
    private let listening: Int32
    private let state: Mutex<State>
    /// Rung when a later connection asks for its company's lock.
    private let asked = DispatchSemaphore(value: 0)

    private struct State {
        /// One for each transaction to come that is to be cut.
        var cuts: [Cut] = []
        var isLateCommitHeld = false
        var refuses = false
    }

    init(to socketPath: String, cutting cuts: [Cut]) throws {
        self.socketPath = socketPath
        state = Mutex(State(cuts: cuts))
        listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        port = try withUnsafeMutablePointer(to: &address) { [listening] pointer in
            try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                var length = socklen_t(MemoryLayout<sockaddr_in>.size)
                guard bind(listening, address, length) == 0, listen(listening, 16) == 0,
                    getsockname(listening, address, &length) == 0
                else { throw ProxyFailure() }
            }
            return UInt16(bigEndian: pointer.pointee.sin_port)
        }
        DispatchQueue(label: "proxy").async { [weak self, listening] in
            while case let client = accept(listening, nil, nil), client >= 0 { self?.serve(client) }
        }
    }

    deinit { shutdown(listening, Int32(SHUT_RDWR)) }

    func url(of database: String) -> String {
        "postgresql://plumbline@127.0.0.1:\(port)/\(database)?sslmode=disable&gssencmode=disable"
    }

    func cut(_ cuts: [Cut]) {
        state.withLock { $0.cuts = cuts }
    }

    /// Later connections are closed at once.
    func refuseFromNowOn() {
        state.withLock { $0.refuses = true }
    }

    private func serve(_ client: Int32) {
        guard !state.withLock(\.refuses), let server = try? connectToServer() else {
            close(client)
            return
        }
        DispatchQueue(label: "from client").async { self.forwardMessages(from: client, to: server) }
        DispatchQueue(label: "from server").async {
            forwardBytes(from: server, to: client)
            shutdown(client, Int32(SHUT_RDWR))
        }
    }

    private func forwardMessages(from client: Int32, to server: Int32) {
        var isFirst = true
        while let message = readMessage(client, hasType: !isFirst) {
            let text = String(decoding: message, as: UTF8.self)
            isFirst = false
            if text.contains("pg_advisory_xact_lock"), state.withLock(\.isLateCommitHeld) {
                sendAll(message, to: server)
                asked.signal()
                continue
            }
            guard let cut = takeCut(text) else {
                sendAll(message, to: server)
                continue
            }
            perform(cut, message, client, server)
            break
        }
        // The server still reads what it was sent.
        shutdown(server, Int32(SHUT_WR))
        shutdown(client, Int32(SHUT_RDWR))
    }

    private func takeCut(_ text: String) -> Cut? {
        state.withLock { state in
            guard let cut = state.cuts.first else { return nil }
            switch cut {
            case .beforeCommit, .afterCommit, .commitComesLate:
                guard text.contains("transaction_receipts"), text.contains("COMMIT") else { return nil }
            case .beforeFirstStatement:
                guard text.contains("UPDATE") else { return nil }
            }
            state.isLateCommitHeld = cut == .commitComesLate
            return state.cuts.removeFirst()
        }
    }

    private func perform(_ cut: Cut, _ message: [UInt8], _ client: Int32, _ server: Int32) {
        switch cut {
        case .beforeCommit, .beforeFirstStatement: break
        case .afterCommit:
            shutdown(client, Int32(SHUT_RDWR))
            sendAll(message, to: server)
        case .commitComesLate:
            shutdown(client, Int32(SHUT_RDWR))
            asked.wait()
            state.withLock { $0.isLateCommitHeld = false }
            sendAll(message, to: server)
        }
    }

    private func connectToServer() throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: socketPath.utf8.prefix(107)) }
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard connected == 0 else { throw ProxyFailure() }
        return descriptor
    }
}

struct ProxyFailure: Error {}

private func forwardBytes(from source: Int32, to sink: Int32) {
    var bytes = [UInt8](repeating: 0, count: 16_384)
    while case let count = recv(source, &bytes, bytes.count, 0), count > 0 {
        sendAll(Array(bytes.prefix(count)), to: sink)
    }
}

private func sendAll(_ bytes: [UInt8], to sink: Int32) {
    var left = bytes[...]
    while !left.isEmpty {
        let sent = left.withUnsafeBytes { send(sink, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        guard sent > 0 else { return }
        left = left.dropFirst(sent)
    }
}

/// One message of the frontend (https://www.postgresql.org/docs/15/protocol-overview.html): a type, but for the first,
/// and a length that counts itself.
private func readMessage(_ source: Int32, hasType: Bool) -> [UInt8]? {
    guard var message = readExactly(hasType ? 5 : 4, source) else { return nil }
    let length = message.suffix(4).reduce(0) { $0 << 8 | Int($1) }
    guard let body = readExactly(length - 4, source) else { return nil }
    message += body
    return message
}

private func readExactly(_ count: Int, _ source: Int32) -> [UInt8]? {
    // To receive nothing would wait for something.
    guard count > 0 else { return count == 0 ? [] : nil }
    var bytes = [UInt8](repeating: 0, count: count)
    return recv(source, &bytes, count, Int32(MSG_WAITALL)) == count ? bytes : nil
}
