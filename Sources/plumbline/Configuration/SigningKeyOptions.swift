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
        guard let file = SigningKeyFile.beside(address) else {
            throw ValidationError(
                "A server's database has no folder for the signing key. Say where it is kept, with --signing-key or "
                    + "\(ProcessEnvironment.signingKey).")
        }
        return file
    }
}

extension SigningKeyFile {
    /// The usual one of an SQLite database; nil for a server's, which has no folder.
    static func beside(_ address: DatabaseAddress) -> SigningKeyFile? {
        switch address {
        case .file(let file): SigningKeyFile(path: "\(file.folder)/\(SigningKeyOptions.standardName)")
        case .server: nil
        }
    }
}
