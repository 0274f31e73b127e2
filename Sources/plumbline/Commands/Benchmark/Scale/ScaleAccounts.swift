import Foundation

/// The sign-ins of the companies that were made for load, kept in a file of `user name,password` lines: the product
/// itself knows digests alone.
struct ScaleAccounts: Sendable {
    struct Account: Hashable, Sendable {
        let userName: String
        let password: String
    }

    var all: [Account] = []

    static let mostBytes = 16 << 20

    static func read(_ path: String) throws -> ScaleAccounts {
        let text = String(decoding: try InputFile.read(path, limit: mostBytes), as: UTF8.self)
        let accounts = text.split(separator: "\n").compactMap { line -> Account? in
            let parts = line.split(separator: ",")
            return parts.count == 2 ? Account(userName: String(parts[0]), password: String(parts[1])) : nil
        }
        guard !accounts.isEmpty else { throw DemoProblem(sentence: "\(path) has no accounts; make some with `seed`.") }
        return ScaleAccounts(all: accounts)
    }

    func write(to path: String) throws {
        let text = all.map { "\($0.userName),\($0.password)\n" }.joined()
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
            // Passwords, even those of made-up companies, are for the owner alone.
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        } catch {
            throw InputFileProblem.cannotBeWritten(path: path, reason: error.localizedDescription)
        }
    }
}
