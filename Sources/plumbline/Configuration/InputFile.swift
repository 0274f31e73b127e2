import BudgetDomain
import Foundation

/// A file that somebody names on the command line, read up to a limit.
enum InputFile {
    static func read(_ path: String, limit: Int = ImportLimits.standard.bytes) throws(InputFileProblem) -> [UInt8] {
        guard let file = FileHandle(forReadingAtPath: path) else { throw .cannotBeRead(path: path) }
        defer { try? file.close() }  // nothing was written, so nothing can be lost
        do {
            // One byte more than the limit tells a file that fits from one that was cut.
            let bytes = try file.read(upToCount: limit + 1) ?? Data()
            guard bytes.count <= limit else { throw InputFileProblem.isTooLarge(path: path, limit: limit) }
            return Array(bytes)
        } catch let problem as InputFileProblem {
            throw problem
        } catch {
            throw .cannotBeRead(path: path)
        }
    }
}

enum InputFileProblem: Error, Equatable {
    case cannotBeRead(path: String)
    case isTooLarge(path: String, limit: Int)
    case cannotBeWritten(path: String, reason: String)

    var sentence: String {
        switch self {
        case .cannotBeRead(let path): "\(path) cannot be read."
        case .isTooLarge(let path, let limit): "\(path) has more than \(limit) bytes."
        case .cannotBeWritten(let path, let reason): "\(path) cannot be written: \(reason)"
        }
    }

    var cure: String {
        switch self {
        case .cannotBeRead: "Check the path, and that this account may read the file."
        case .isTooLarge: "Split the file, or take out what is not needed."
        case .cannotBeWritten: "Name another file."
        }
    }
}
