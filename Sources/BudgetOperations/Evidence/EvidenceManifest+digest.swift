package import BudgetDomain

extension EvidenceManifest.File {
    package init(name: String, text: String) {
        self.init(name: name, bytes: text.utf8.count, sha256: Digest.sha256(text))
    }

    /// Whether these are the file's bytes.
    package func holds(_ found: [UInt8]) -> Bool { found.count == bytes && Digest.sha256(found) == sha256 }
}
