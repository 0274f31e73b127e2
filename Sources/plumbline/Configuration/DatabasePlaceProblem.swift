/// Why a command does not work with the database that it was given.
enum DatabasePlaceProblem: Error, Equatable {
    case hasNoDatabase(place: String)
    case isAFolder(path: String)
    case isNotAFolder(path: String)
    case isInUse(place: String)
    case cannotBeMade(path: String, reason: String)

    var sentence: String {
        switch self {
        case .hasNoDatabase(let place): "There is no Plumbline database at \(place)."
        case .isAFolder(let path): "\(path) is a folder, not a database."
        case .isNotAFolder(let path): "\(path) is not a folder."
        case .isInUse(let place): "\(place) holds a database already, and this begins with an empty one."
        case .cannotBeMade(let path, let reason): "The folder \(path) cannot be made: \(reason)"
        }
    }

    var cure: String {
        switch self {
        case .hasNoDatabase:
            "Name it with --data or --database, or begin one with `plumbline company add` or `plumbline migrate`."
        case .isAFolder: "Name the file in it, or the folder with --data."
        case .isNotAFolder, .cannotBeMade: "Name another folder with --data."
        case .isInUse: "Name another place with --data or --database."
        }
    }
}
