import BudgetOperations
import Foundation

/// The file of the installation's signing key, readable by its owner alone.
struct SigningKeyFile: Equatable {
    let path: String

    private static let mostBytes = 1_000

    /// The key; a new one when there is no file yet.
    func key(randomness: Randomness) throws -> SigningKey {
        if FileManager.default.fileExists(atPath: path) { return try stored() }
        let key = try SigningKey.make(with: randomness)
        try store(key)
        return try stored()
    }

    private func stored() throws -> SigningKey {
        var facts = stat()
        guard stat(path, &facts) == 0 else { throw SigningKeyProblem.cannotBeRead(path: path) }
        guard facts.st_mode & 0o077 == 0 else { throw SigningKeyProblem.isReadableByOthers(path: path) }
        guard let bytes = try? InputFile.read(path, limit: Self.mostBytes) else {
            throw SigningKeyProblem.cannotBeRead(path: path)
        }
        guard let key = SigningKey(fileText: String(decoding: bytes, as: UTF8.self)) else {
            throw SigningKeyProblem.isNoKey(path: path)
        }
        return key
    }

    /// Written beside and then linked to its name, so that it is never there half, and never put in another's place.
    private func store(_ key: SigningKey) throws {
        let draft = "\(path).\(ProcessInfo.processInfo.globallyUniqueString)"
        defer { unlink(draft) }
        do {
            try OutputFile.write(key.fileText, to: draft)
        } catch {
            guard case .cannotBeWritten(_, let reason) = error else { throw error }
            throw SigningKeyProblem.cannotBeMade(path: path, reason: reason)
        }
        guard link(draft, path) == 0 || errno == EEXIST else {
            throw SigningKeyProblem.cannotBeMade(path: path, reason: String(cString: strerror(errno)) + ".")
        }
    }
}

/// Why there is no key to sign with.
enum SigningKeyProblem: Error, Equatable {
    case cannotBeRead(path: String)
    case isReadableByOthers(path: String)
    case isNoKey(path: String)
    case cannotBeMade(path: String, reason: String)

    var sentence: String {
        switch self {
        case .cannotBeRead(let path): "The signing key \(path) cannot be read."
        case .isReadableByOthers(let path): "Others than its owner may read the signing key \(path)."
        case .isNoKey(let path): "\(path) is no signing key of Plumbline."
        case .cannotBeMade(let path, let reason): "The signing key \(path) cannot be made: \(reason)"
        }
    }

    var cure: String {
        switch self {
        case .cannotBeRead: "Nothing was signed. Check that this account may read the file."
        case .isReadableByOthers:
            """
            Nothing was signed. If somebody else may have read it, take a new key (docs/reference/certificate.md); \
            else `chmod 600` the file.
            """
        case .isNoKey: "Nothing was signed. Name the right file with --signing-key, or restore the key from its copy."
        case .cannotBeMade: "Nothing was signed. Name a file in a folder that this account may write to."
        }
    }
}
