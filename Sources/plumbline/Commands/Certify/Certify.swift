import ArgumentParser
import BudgetDomain
import BudgetOperations

struct Certify: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Certify what was approved, what QuickBooks holds, and how the two differ.",
        discussion: """
            Writes a signed text that `plumbline verify` proves to be unchanged, without a database. It tells of \
            QuickBooks what was last read; `plumbline job-costs --refresh` has it read again.
            """)

    @Argument(help: "The project's number.")
    var project: String?

    @Option(help: ArgumentHelp("Write the certificate to this new file, instead of the screen.", valueName: "path"))
    var out: String?

    @Flag(help: "Print the public key by which certificates are verified, and its fingerprint.")
    var publicKey = false

    @OptionGroup var signing: SigningKeyOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard !publicKey else {
            guard project == nil, out == nil else { throw ValidationError("--public-key stands alone.") }
            return
        }
        guard project != nil else { throw ValidationError("Say which project to certify.") }
        _ = try shared.requiredEmail()
    }

    func run(on terminal: Terminal, in environment: ProcessEnvironment) async throws {
        guard publicKey else { return try await open(on: terminal, in: environment) }
        try await shared.namingFailures(on: terminal) {
            let file = try signing.file(beside: try shared.address(in: environment), in: environment)
            try shared.write(try keyReport(of: file), on: terminal)
        }
    }

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let person = try await scope.person(of: company)
        let certificate = try await scope.plumbline.certificate(
            of: project ?? "", in: company.id, by: person.id, madeBy: PlumblineCommand.version)
        let file = try signing.file(beside: scope.address, in: scope.environment)
        return try report(of: certificate, signedBy: try file.key(randomness: scope.plumbline.randomness))
    }

    private func report(of certificate: Certificate, signedBy key: SigningKey) throws -> Report {
        let signed = try SignedText(signing: certificate.text, with: key)
        let result = certificate.facts[.result] ?? ""
        let json = CertificateJSON(
            result: result, certificate: signed.text, publicKey: key.publicKey.text,
            fingerprint: key.publicKey.fingerprint)
        guard let out else { return Report([.verbatim(signed.text)], json: json) }
        try OutputFile.write(signed.text, to: out)
        return Report(
            [
                .line("Wrote \(out). Result: \(result)."),
                .line("Signed with the key of the fingerprint \(key.publicKey.fingerprint)."),
                "Give that to whoever verifies it, by another way than the file: `plumbline verify` shows it again.",
            ], json: json)
    }

    private func keyReport(of file: SigningKeyFile) throws -> Report {
        let key = try file.key(randomness: Composition.systemRandomness).publicKey
        return Report(
            [.line(key.text), .line("Fingerprint: \(key.fingerprint)")],
            json: PublicKeyJSON(publicKey: key.text, fingerprint: key.fingerprint))
    }
}

struct CertificateJSON: Encodable {
    let result: String
    let certificate: String
    let publicKey: String
    let fingerprint: String
}

struct PublicKeyJSON: Encodable {
    let publicKey: String
    let fingerprint: String
}
