import Dispatch
import Foundation

/// A `psql` of the superuser that is asked one statement after the other, since starting one for each takes longer than
/// the statement.
final class Console: @unchecked Sendable {
    private let questions = Pipe()
    private let answers = Pipe()
    private let psql = Process()
    /// A thread of its own, since waiting for an answer on one that all tests share would keep them waiting too.
    private let queue = DispatchQueue(label: "psql")

    init(programs: String, folder: String) throws {
        psql.executableURL = URL(filePath: "\(programs)/psql")
        psql.arguments = ["-h", folder, "-U", "postgres", "-d", "postgres", "-X", "-q", "-A", "-t"]
        psql.standardInput = questions
        psql.standardOutput = answers
        psql.standardError = answers
        try psql.run()
    }

    /// - Returns: what the statement answers, one line for a row.
    func run(_ sql: String) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try self.ask(sql) }) }
        }
    }

    private func ask(_ sql: String) throws -> String {
        try questions.fileHandleForWriting.write(contentsOf: Data("\(sql);\n\\echo \(Self.end)\n".utf8))
        var lines: [String] = []
        while true {
            let line = String(decoding: answers.fileHandleForReading.readToEndOfLine(), as: UTF8.self)
            if line == Self.end { break }
            guard !line.isEmpty || psql.isRunning else { throw ServerFailure("psql ended") }
            lines.append(line)
        }
        let answer = lines.joined(separator: "\n")
        if answer.hasPrefix("ERROR") || answer.hasPrefix("FATAL") { throw ServerFailure(answer) }
        return answer
    }

    private static let end = "-- end of the answer --"
}
