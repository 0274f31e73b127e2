import Foundation

/// Where the server's own programs are: Debian keeps them out of the search path.
enum ServerPrograms {
    static let folder: String? = candidates.first { folder in
        ["initdb", "postgres", "psql"].allSatisfy { FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)") }
    }

    private static var candidates: [String] {
        let debian = "/usr/lib/postgresql"
        let versions = ((try? FileManager.default.contentsOfDirectory(atPath: debian)) ?? [])
            .compactMap(Int.init).filter { $0 >= 15 }.sorted(by: >)
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return versions.map { "\(debian)/\($0)/bin" } + path.split(separator: ":").map(String.init)
    }

    /// The server refuses to run as root; as any other user it runs as that user.
    static var unprivileged: [String] {
        getuid() == 0 ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : []
    }
}
