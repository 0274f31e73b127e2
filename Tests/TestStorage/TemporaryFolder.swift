import Foundation

/// A new folder of this user's alone, removed with everything in it when nobody holds it any more.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() throws {
        let name = "plumbline-\(ProcessInfo.processInfo.globallyUniqueString)"
        path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    package func file(_ name: String) -> String { "\(path)/\(name)" }
}
