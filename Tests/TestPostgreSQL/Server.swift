import Dispatch
import Foundation

/// The one server of this process, spoken to through one `psql` that stays open.
actor Server {
    static let owner = "plumbline"

    nonisolated let folder: String
    private let console: Console
    private var templates: [String: Task<String, any Error>] = [:]
    private var databases = 0

    private static let shared = Task {
        guard let programs = ServerPrograms.folder else { throw ServerFailure("PostgreSQL is not installed") }
        let folder = try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "starting").async { continuation.resume(with: Result { try start(programs) }) }
        }
        let server = Server(folder: folder, console: try Console(programs: programs, folder: folder))
        _ = try await server.run("CREATE ROLE \(owner) LOGIN")
        return server
    }

    static func started() async throws -> Server { try await shared.value }

    private init(folder: String, console: Console) {
        self.folder = folder
        self.console = console
    }

    /// Makes the server's files and starts it. The shell that watches it holds a pipe of this process: when the process
    /// ends, the pipe ends, and the shell ends the server at once and removes its files.
    private static func start(_ programs: String) throws -> String {
        let watch = Process()
        let (lifeline, ready) = (Pipe(), Pipe())
        watch.executableURL = URL(filePath: "/usr/bin/env")
        watch.arguments = ServerPrograms.unprivileged + ["sh", "-c", watching, programs]
        watch.standardInput = lifeline
        watch.standardOutput = ready
        try watch.run()
        lifelines.append(lifeline)
        let answer = String(decoding: ready.fileHandleForReading.readToEndOfLine(), as: UTF8.self)
        guard answer.hasPrefix("/") else { throw ServerFailure("the server did not start: \(answer)") }
        return answer
    }

    /// Kept open until the process ends.
    private nonisolated(unsafe) static var lifelines: [Pipe] = []

    /// Texts sort by the rules of English here unless a column says otherwise, so that one that forgets is found.
    /// Nothing is synced: a test does not outlive its machine.
    private static let watching = #"""
        set -eu
        exec 3>&1 >/dev/null 2>&1
        cd /tmp
        folder=$(mktemp -d /tmp/plumbline-pg-XXXXXX)
        trap 'rm -rf "$folder"' EXIT
        "$0/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --no-sync \
            --locale=C.UTF-8 --locale-provider=icu --icu-locale=en-US
        sed -i '1i local all needs_password scram-sha-256' "$folder/data/pg_hba.conf"
        "$0/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c fsync=off -c full_page_writes=off \
            -c synchronous_commit=off -c max_connections=400 -c shared_buffers=64MB -c max_wal_senders=0 \
            -c wal_level=minimal -c autovacuum=off </dev/null &
        server=$!
        trap 'kill -QUIT $server; wait $server || :; rm -rf "$folder"' EXIT
        trap '' INT TERM HUP
        until "$0/psql" -h "$folder" -U postgres -d postgres -c 'SELECT 1'; do
            kill -0 $server || { echo "postgres ended" >&3; exit 1; }
            sleep 0.05
        done
        echo "$folder" >&3
        exec 3>&-
        cat || :
        """#

    nonisolated func url(of database: String, role: String) -> String {
        "postgresql://\(role)@/\(database)?host=\(folder)"
    }

    func run(_ sql: String) async throws -> String { try await console.run(sql) }

    func makeDatabase(from template: String) async throws -> TestDatabase {
        databases += 1
        let name = "test_\(databases)"
        _ = try await console.run("CREATE DATABASE \(name) OWNER \(Self.owner) TEMPLATE \(template) STRATEGY file_copy")
        return TestDatabase(name: name, server: self)
    }

    func drop(_ database: String) async {
        _ = try? await console.run("DROP DATABASE IF EXISTS \(database) WITH (FORCE)")
    }

    func template(_ key: String, _ prepare: @escaping @Sendable (String) async throws -> Void) async throws -> String {
        if let made = templates[key] { return try await made.value }
        let name = "template_of_tests_\(templates.count + 1)"
        let making = Task {
            _ = try await run("CREATE DATABASE \(name) OWNER \(Self.owner)")
            try await prepare(url(of: name, role: Self.owner))
            _ = try await run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(name)'")
            return name
        }
        templates[key] = making
        return try await making.value
    }
}

struct ServerFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

extension FileHandle {
    /// What comes until the line ends, or the other end does.
    func readToEndOfLine() -> [UInt8] {
        var line: [UInt8] = []
        while let byte = try? read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") { line.append(byte) }
        return line
    }
}
