import ArgumentParser
import BudgetDomain
import BudgetOperations

struct Verify: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Verify the audit chain, or a file that was made to be verified.",
        discussion: """
            Without a file, walks the audit chain of every company, or of the one that --company names, and names the \
            first link that does not hold. With a file, verifies that, without a database: a certificate, the \
            manifest of a folder of evidence, or an exported audit chain. Code 8: what was verified does not hold.
            """)

    @Argument(help: ArgumentHelp("A certificate, a manifest, or an exported audit chain.", valueName: "file"))
    var file: String?

    @Flag(help: "Print only the number and the hash of the last entry, to keep elsewhere.")
    var head = false

    @Option(
        help: ArgumentHelp(
            "A head that was kept elsewhere: its entry must be there, with this hash. May be repeated.",
            valueName: "number:hash"))
    var expectHead: [String] = []

    @Option(help: ArgumentHelp("Write the company's whole chain to this new file.", valueName: "path"))
    var export: String?

    @Option(
        help: ArgumentHelp(
            "The key that the file must be signed with: as text, or a file with it.", valueName: "key"))
    var publicKey: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        _ = try notedHeads()
        guard file != nil else {
            if publicKey != nil { throw ValidationError("--public-key is for a file that was signed.") }
            return
        }
        if head || export != nil { throw ValidationError("--head and --export are for the database's own chain.") }
        if shared.data != nil || shared.database != nil {
            throw ValidationError("A file is verified without a database; leave --data and --database out.")
        }
    }

    func run(on terminal: Terminal, in environment: ProcessEnvironment) async throws {
        guard let file else { return try await open(on: terminal, in: environment) }
        try await shared.namingFailures(on: terminal) {
            let verified = VerifiedFile(
                path: file, demandedKey: try demandedKey(), notedHeads: try notedHeads())
            try shared.write(try verified.report(), on: terminal)
        }
    }

    func report(in scope: Scope) async throws -> Report {
        let noted = try notedHeads()
        let companies = try await companies(in: scope, areNoted: !noted.isEmpty)
        var found: [VerifiedChain] = []
        for company in companies {
            let verification = try await scope.plumbline.verifyAudit(of: company.id, noted: noted)
            found.append(VerifiedChain(company: company.name, verification: verification))
        }
        if let export { try await write(try await scope.company(), to: export, in: scope) }
        return VerifiedChain.report(of: found, headsOnly: head, exportedTo: export)
    }

    /// A noted head, and a file, belong to one company.
    private func companies(in scope: Scope, areNoted: Bool) async throws -> [Company] {
        if areNoted || export != nil || shared.company != nil { return [try await scope.company()] }
        return try await scope.plumbline.companies()
    }

    private func write(_ company: Company, to path: String, in scope: Scope) async throws {
        let output = try OutputFile(creating: path)
        _ = try await scope.plumbline.exportAudit(of: company.id) { try output.write($0) }
        try output.close()
    }

    /// As text, or else the first word of a file.
    private func demandedKey() throws -> PublicKey? {
        guard let publicKey else { return nil }
        if let key = PublicKey(text: publicKey) { return key }
        let bytes = try InputFile.read(publicKey, limit: 10_000)
        let word = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).first
        guard let key = PublicKey(text: word.map(String.init) ?? "") else {
            throw ValidationError("\(publicKey) does not begin with a public key as `certify --public-key` prints it.")
        }
        return key
    }

    private func notedHeads() throws -> [AuditHead] {
        try expectHead.map { text in
            guard let head = AuditHead(parsing: text) else {
                throw ValidationError("--expect-head “\(text)” is not NUMBER:HASH as --head prints it.")
            }
            return head
        }
    }
}
