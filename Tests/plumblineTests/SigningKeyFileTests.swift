import BudgetOperations
import Foundation
import TestStorage
import Testing

@testable import plumbline

/// The file of the signing key: made once, kept from others.
@Suite struct SigningKeyFileTests {
    private let folder: TemporaryFolder
    private let file: SigningKeyFile

    init() throws {
        folder = try TemporaryFolder()
        file = SigningKeyFile(path: folder.file("signing-key"))
    }

    private let sevens = Randomness { [UInt8](repeating: 7, count: $0) }
    private let eights = Randomness { [UInt8](repeating: 8, count: $0) }

    @Test func `the key is made at first use, for its owner alone, and then stays`() throws {
        let made = try file.key(randomness: sevens).publicKey
        let found = try file.key(randomness: eights).publicKey

        #expect(made == found)
        #expect(made.text == "ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c")
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["signing-key"])
    }

    @Test func `a key that others may read signs nothing`() throws {
        _ = try file.key(randomness: sevens)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)

        #expect(throws: SigningKeyProblem.isReadableByOthers(path: file.path)) { try file.key(randomness: sevens) }
    }

    @Test func `what is no key, or cannot be made, signs nothing`() throws {
        try OutputFile.write("plumbline signing key 1\n00\n", to: file.path)
        let nowhere = SigningKeyFile(path: folder.file("missing/key"))

        #expect(throws: SigningKeyProblem.isNoKey(path: file.path)) { try file.key(randomness: sevens) }
        #expect(throws: SigningKeyProblem.cannotBeMade(path: nowhere.path, reason: "No such file or directory.")) {
            try nowhere.key(randomness: sevens)
        }
    }

    @Test func `beside a file it has a place, beside a server it needs a name`() throws {
        let none = ProcessEnvironment(values: [:])
        let named = ProcessEnvironment(values: ["PLUMBLINE_SIGNING_KEY": "/keys/firm"])
        let server = DatabaseAddress.server(url: "postgres://db/plumbline")
        var options = SigningKeyOptions()
        options.signingKey = nil

        let beside = try options.file(beside: .file(DatabaseFile(path: "/srv/p.sqlite")), in: none)
        #expect(beside.path == "/srv/signing-key")
        #expect(try options.file(beside: server, in: named).path == "/keys/firm")
        #expect(throws: (any Error).self) { try options.file(beside: server, in: none) }
        options.signingKey = "/keys/other"
        #expect(try options.file(beside: server, in: named).path == "/keys/other")
    }
}
