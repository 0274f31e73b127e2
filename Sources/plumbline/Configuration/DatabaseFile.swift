import Foundation

/// The file of an SQLite database, in a folder that is readable by its owner alone.
struct DatabaseFile: Equatable, Sendable {
    let path: String

    init(path: String) {
        self.path = path
    }

    /// The file in the folder of one installation.
    init(inFolder folder: String) {
        path = folder + "/plumbline.sqlite"
    }

    /// Not by `NSString.deletingLastPathComponent`: on Linux that traps for a name of one letter.
    var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    var isThere: Bool { FileManager.default.fileExists(atPath: path) }

    /// The path that is the same however the file was named.
    var canonicalPath: String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    func prepare(_ whenMissing: WhenMissing) throws(DatabasePlaceProblem) {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            guard isFolder.boolValue else { return }
            throw .isAFolder(path: path)
        }
        guard whenMissing == .make else { throw .hasNoDatabase(place: path) }
        if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) {
            guard isFolder.boolValue else { throw .isNotAFolder(path: folder) }
            return
        }
        do {
            // Readable by the owner alone: the database holds budgets and the digests of passwords.
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .cannotBeMade(path: folder, reason: error.localizedDescription)
        }
    }
}

/// What a command may do when there is no database of ours: a mistyped name must not become an empty installation.
enum WhenMissing {
    case refuse
    case make
}
