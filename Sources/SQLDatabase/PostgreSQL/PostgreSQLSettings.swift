import CLibPQ

/// How to reach a PostgreSQL server, and how long to wait for what.
package struct PostgreSQLSettings: Sendable, Equatable {
    /// The most connections of this process. Each costs the server a process of its own.
    package let poolSize: Int
    /// The most transactions that wait for a connection; one more is refused at once.
    package let mostWaiting: Int
    /// How long a transaction waits for a connection.
    package let waitLimit: Duration
    /// How long a transaction that lost its connection looks for another server: longer than a standby takes to be
    /// promoted.
    package let retryLimit: Duration
    /// The longest that one statement may take. Changes of the schema have no limit.
    package let statementTimeout: Duration

    /// What libpq is told: the address's own parameters, and ours where it says nothing.
    let parameters: [String: String]

    /// - Parameter url: `postgresql://role@host:port,host:port/database?sslmode=verify-full…`, as libpq reads it
    ///   (https://www.postgresql.org/docs/15/libpq-connect.html#LIBPQ-CONNSTRING). A password may come from
    ///   `PGPASSWORD` or a password file instead.
    /// - Throws: ``ServerFault/badAddress(reason:)``, without the password.
    package init(
        url: String, poolSize: Int = 8, mostWaiting: Int = 256, waitLimit: Duration = .seconds(10),
        retryLimit: Duration = .seconds(45), statementTimeout: Duration = .seconds(60)
    ) throws {
        guard url.hasPrefix("postgresql://") || url.hasPrefix("postgres://") else {
            throw DatabaseError.server(.badAddress(reason: "it does not begin with postgresql://"))
        }
        let parsed = try Self.parse(url)
        try Self.checkPlaces(parsed)
        parameters = Self.ours.merging(parsed) { _, theirs in theirs }
        self.poolSize = max(poolSize, 1)
        self.mostWaiting = max(mostWaiting, 0)
        self.waitLimit = waitLimit
        self.retryLimit = retryLimit
        self.statementTimeout = statementTimeout
    }

    /// The address without the password, for messages.
    package var redacted: String {
        let user = parameters["user"].map { "\($0)@" } ?? ""
        let hosts = split("host").isEmpty ? split("hostaddr") : split("host")
        let ports = split("port")
        let places = hosts.enumerated().map { index, host in
            let port = ports.count == 1 ? ports[0] : ports.indices.contains(index) ? ports[index] : ""
            return port.isEmpty ? host : "\(host):\(port)"
        }
        return "postgresql://\(user)\(places.joined(separator: ","))/\(parameters["dbname"] ?? "")"
    }

    private func split(_ name: String) -> [String] {
        (parameters[name] ?? "").split(separator: ",").map(String.init)
    }

    /// A host that dies without a word is noticed in about ten seconds: while waiting for an answer by keepalives,
    /// while sending by the limit on unacknowledged bytes (milliseconds; the others are seconds).
    private static let ours = [
        "target_session_attrs": "read-write",
        "connect_timeout": "5",
        "application_name": "plumbline",
        "client_encoding": "UTF8",
        "keepalives_idle": "5",
        "keepalives_interval": "2",
        "keepalives_count": "3",
        "tcp_user_timeout": "10000",
    ]

    private static func parse(_ url: String) throws -> [String: String] {
        var message: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(url, &message) else {
            defer { PQfreemem(message) }
            throw DatabaseError.server(
                .badAddress(reason: withoutQuotations(message.map { String(cString: $0) } ?? "")))
        }
        defer { PQconninfoFree(options) }
        var parsed: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { parsed[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return parsed
    }

    /// A `/` or `@` in a password that is not written as %2F or %40 ends the password there, and what follows is taken
    /// for a host, a port or a database, which are shown.
    private static func checkPlaces(_ parsed: [String: String]) throws {
        let isPort = (parsed["port"] ?? "").utf8.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ",")
        }
        // The name of an abstract socket begins with “@”.
        let hosts = (parsed["host"] ?? "").split(separator: ",").map { $0.dropFirst() }
        let names = hosts + [Substring(parsed["dbname"] ?? "")]
        guard isPort, !names.contains(where: { $0.contains("@") }) else {
            throw DatabaseError.server(
                .badAddress(
                    reason: "its host, port or database cannot be right; in a password, / is written %2F and @ is %40"))
        }
    }

    /// libpq quotes the whole address in some of its messages, and the password with it. A name of a parameter, which
    /// is only letters, stays.
    private static func withoutQuotations(_ message: String) -> String {
        let parts = message.split(separator: "\"", omittingEmptySubsequences: false)
        let kept = parts.enumerated().map { index, part in
            let isQuotation = !index.isMultiple(of: 2)
            return isQuotation && !part.allSatisfy({ $0.isLetter || $0 == "_" }) ? "…" : String(part)
        }
        return kept.joined(separator: "\"").trimmingASCIISpace
    }
}

extension String {
    /// libpq ends its messages with a line break.
    var trimmingASCIISpace: String {
        let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        let bytes = utf8.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
        return String(decoding: Array(bytes), as: UTF8.self)
    }
}
