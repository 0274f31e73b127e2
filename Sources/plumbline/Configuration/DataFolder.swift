import Foundation

/// The folder that holds everything of one installation.
struct DataFolder: Equatable {
    let path: String

    var databasePath: String { path + "/plumbline.sqlite" }

    /// What a command may do when the folder is not there: a mistyped --data must not become an empty installation.
    enum WhenMissing {
        case refuse
        case make
    }

    var hasDatabase: Bool { FileManager.default.fileExists(atPath: databasePath) }

    func prepare(_ whenMissing: WhenMissing) throws(DataFolderProblem) {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            guard isFolder.boolValue else { throw .isNotAFolder(path: path) }
            guard whenMissing == .refuse, !hasDatabase else { return }
            throw .hasNoDatabase(path: path)
        }
        guard whenMissing == .make else { throw .hasNoDatabase(path: path) }
        do {
            // Readable by the owner alone: the database holds budgets and the digests of passwords.
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .cannotBeMade(path: path, reason: error.localizedDescription)
        }
    }
}

enum DataFolderProblem: Error, Equatable {
    case hasNoDatabase(path: String)
    case isNotAFolder(path: String)
    case isInUse(path: String)
    case cannotBeMade(path: String, reason: String)

    var sentence: String {
        switch self {
        case .hasNoDatabase(let path): "There is no Plumbline database in \(path)."
        case .isNotAFolder(let path): "\(path) is not a folder."
        case .isInUse(let path): "\(path) holds a database already, and the demo begins with an empty one."
        case .cannotBeMade(let path, let reason): "The folder \(path) cannot be made: \(reason)"
        }
    }

    var cure: String {
        switch self {
        case .hasNoDatabase: "Name its folder with --data, or begin one with `plumbline company add`."
        case .isNotAFolder, .cannotBeMade, .isInUse: "Name another folder with --data."
        }
    }
}
