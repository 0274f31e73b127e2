import ArgumentParser
import SQLDatabase

/// Where the database is: a file of this machine, or a server.
enum DatabaseAddress: Equatable, Sendable {
    case file(DatabaseFile)
    /// libpq's own address, which may hold a password.
    case server(url: String)

    /// - Parameter origin: the option or variable that the text comes from. It alone is named in an error, since the
    ///   text may hold a password.
    /// - Throws: `ValidationError`.
    init(_ text: String, from origin: String) throws {
        switch text.split(separator: ":", maxSplits: 1).first?.lowercased() {
        case "sqlite": self = .file(DatabaseFile(path: try Self.path(text.dropFirst("sqlite:".count), from: origin)))
        case "postgres", "postgresql":
            do {
                _ = try PostgreSQLSettings(url: text)
            } catch let fault as DatabaseError {
                throw ValidationError("\(origin): \(fault.description)")
            }
            self = .server(url: text)
        case _:
            throw ValidationError("\(origin) is sqlite:PATH, or postgres://HOST/DATABASE.")
        }
    }

    /// `sqlite:///srv/p.sqlite`, as many programs write it, is `sqlite:/srv/p.sqlite`; there is no host to name.
    private static func path(_ rest: Substring, from origin: String) throws -> String {
        let path = rest.hasPrefix("//") ? rest.dropFirst(2) : rest
        guard !path.isEmpty, path == rest || path.hasPrefix("/") else {
            throw ValidationError("\(origin): after sqlite: comes the path of the file, as in sqlite:/srv/p.sqlite.")
        }
        return String(path)
    }

    /// For people: never with a password.
    var description: String {
        switch self {
        case .file(let file): file.path
        case .server(let url): (try? PostgreSQLSettings(url: url))?.redacted ?? "the database server"
        }
    }
}
