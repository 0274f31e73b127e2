import ArgumentParser
import BudgetDomain
import BudgetOperations

struct Evidence: PersonalVerb {
    static let configuration = CommandConfiguration(
        abstract: "Write everything that proves one export into a folder.",
        discussion: """
            What was approved and by whom, the requests to QuickBooks and its answers, what was read back, a \
            certificate, and the audit entries with the chain that proves them. `plumbline verify` with the \
            manifest finds any change.
            """)

    @Argument(help: "The project's number.")
    var project: String

    @Option(help: "The export's number. (default: the latest)")
    var export: Int?

    @Option(help: ArgumentHelp("A new or empty folder.", valueName: "folder"))
    var out: String

    @OptionGroup var signing: SigningKeyOptions
    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let folder = try OutputFolder(empty: out)
        let company = try await scope.company()
        let evidence = try await scope.plumbline.evidence(
            of: project, export: export, in: company.id, by: try await scope.person(of: company).id,
            madeBy: PlumblineCommand.version)
        let key = try signing.file(beside: scope.address, in: scope.environment)
            .key(randomness: scope.plumbline.randomness)
        let files = try EvidenceFiles(of: evidence, signedBy: key)
        try folder.make()
        for file in files.all { try folder.write(file.text, to: file.name) }
        return Report(
            [
                .line("Wrote \(files.all.count) files to \(out)."),
                .line("Signed with the key of the fingerprint \(key.publicKey.fingerprint)."),
                .line("`plumbline verify \(out)/\(EvidenceFiles.manifestName)` proves them, anywhere."),
            ], json: EvidenceJSON(files: files.all.map(\.name), fingerprint: key.publicKey.fingerprint))
    }
}

struct EvidenceJSON: Encodable {
    let files: [String]
    let fingerprint: String
}
