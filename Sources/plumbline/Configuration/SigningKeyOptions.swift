import ArgumentParser

/// Where the key is kept by which certificates and evidence are signed.
struct SigningKeyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The file of the signing key, made at first use. (default: signing-key beside an SQLite database)",
            discussion: "Also taken from PLUMBLINE_SIGNING_KEY. With a server's database it has to be named.",
            valueName: "path"))
    var signingKey: String?

    static let standardName = "signing-key"

    func file(beside address: DatabaseAddress, in environment: ProcessEnvironment) throws -> SigningKeyFile {
        if let path = signingKey ?? environment[ProcessEnvironment.signingKey] { return SigningKeyFile(path: path) }
        switch address {
        case .file(let file): return SigningKeyFile(path: "\(file.folder)/\(Self.standardName)")
        case .server:
            throw ValidationError(
                "A server's database has no folder for the signing key. Say where it is kept, with --signing-key or "
                    + "\(ProcessEnvironment.signingKey).")
        }
    }
}
