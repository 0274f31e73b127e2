import Hummingbird
import NIOCore

/// Reads what a request carries. More than the limit is thrown away as it comes, so that it costs no memory, and is
/// still read to its end: only then does a browser show the answer that says so.
enum BodyReader {
    /// What is longer than this is cut off: nobody sends it by mistake.
    private static let longestDrained = 256 * 1_024 * 1_024

    /// - Throws: ``PageProblem/tooLarge(longest:)`` and ``PageProblem/tooSlow``.
    static func bytes(of request: Request, upTo longest: Int, within time: Duration) async throws -> [UInt8] {
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask {
                do { return try await read(request, upTo: longest) } catch is CancellationError {
                    throw PageProblem.tooSlow
                }
            }
            group.addTask {
                try await Task.sleep(for: time)
                throw PageProblem.tooSlow
            }
            defer { group.cancelAll() }
            return try await group.next() ?? []
        }
    }

    private static func read(_ request: Request, upTo longest: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        var seen = 0
        for try await chunk in request.body {
            try Task.checkCancellation()
            seen += chunk.readableBytes
            if seen <= longest {
                bytes.append(contentsOf: chunk.readableBytesView)
            } else {
                bytes = []
                guard seen <= longestDrained else { break }
            }
        }
        guard seen <= longest else { throw PageProblem.tooLarge(longest: longest) }
        return bytes
    }
}
