import BudgetDomain
import BudgetOperations

/// A file that proves something by itself: an exported audit chain, or a text that was signed.
struct VerifiedFile {
    let path: String
    /// The key that a signature must be of; nil takes any, and shows whose it is.
    let demandedKey: PublicKey?
    let notedHeads: [AuditHead]

    /// The longest file that is read: a chain of some millions of entries.
    private static let mostBytes = 1 << 30

    func report() throws -> Report {
        let bytes = try InputFile.read(path, limit: Self.mostBytes)
        do {
            guard bytes.starts(with: AuditExport.firstLine.utf8) else { return try report(ofSigned: bytes) }
            return Self.report(of: try AuditExportContent(reading: bytes, noted: notedHeads))
        } catch let fault as AuditExportFault {
            return Self.disproof(fault.sentence)
        } catch let fault as SignedTextFault {
            return Self.disproof(fault.sentence)
        }
    }

    private func report(ofSigned bytes: [UInt8]) throws -> Report {
        let signed = try SignedText(verifying: bytes)
        if let demandedKey, demandedKey != signed.key {
            throw SignedTextFault.otherKey(fingerprint: signed.key.fingerprint)
        }
        if let manifest = EvidenceManifest(parsing: signed.body) { return report(of: manifest, signedBy: signed.key) }
        guard let certificate = Certificate(parsing: signed.body) else { throw SignedTextFault.formUnknown }
        return Report(
            Self.blocks(of: certificate) + keyAdvice(signed.key),
            json: VerifiedFileJSON(
                holds: true, head: certificate.facts[.auditHead], problem: nil, fingerprint: signed.key.fingerprint))
    }

    private func report(of manifest: EvidenceManifest, signedBy key: PublicKey) -> Report {
        let problems = VerifiedFolder(manifest: manifest, manifestPath: path).problems()
        guard problems.isEmpty else { return Self.disproof(problems.joined(separator: " ")) }
        return Report(
            [
                .line("The evidence holds: \(manifest.files.count) files, as they were when it was made."),
                .line("Company: \(manifest.company)"), .line("Project: \(manifest.project)"),
                .line("Export: \(manifest.export)"), .line("Made at: \(manifest.madeAt)"),
            ] + keyAdvice(key),
            json: VerifiedFileJSON(holds: true, head: nil, problem: nil, fingerprint: key.fingerprint))
    }

    private static func blocks(of certificate: Certificate) -> [Report.Block] {
        let facts: [CertifiedFact] = [.company, .project, .projectName, .result, .estimateReadAt, .auditHead, .madeAt]
        return ["The certificate holds: not a character was changed since it was signed."]
            + facts.map { .line("\($0.rawValue): \(certificate.facts[$0] ?? "")") }
    }

    func keyAdvice(_ key: PublicKey) -> [Report.Block] {
        let line: Report.Block = .line("Signed with the key of the fingerprint \(key.fingerprint)")
        guard demandedKey == nil else { return [line, "That is the key that was demanded."] }
        return [line, "Compare that with the fingerprint that the firm gave you, or demand its key with --public-key."]
    }

    private static func report(of content: AuditExportContent) -> Report {
        let extent =
            content.isFromTheBeginning
            ? "The whole chain holds, from entry 1 to entry \(content.head.number)."
            : "The chain holds from entry \(content.start.number + 1) to entry \(content.head.number)."
        let advice =
            "Compare this head with one that was kept elsewhere: --expect-head does it. Without one a chain can be "
            + "written anew as a whole."
        return Report(
            [
                .line("Audit chain of the company \(content.company)"), .line(extent), .line("Head: \(content.head)"),
                .line(advice),
            ],
            json: VerifiedFileJSON(holds: true, head: content.head.description, problem: nil, fingerprint: nil))
    }

    static func disproof(_ sentence: String) -> Report {
        Report(
            ["DOES NOT HOLD", .line(sentence), "  → Ask whoever gave you the file for a new one, and why."],
            json: VerifiedFileJSON(holds: false, head: nil, problem: sentence, fingerprint: nil), status: .disproven)
    }
}

struct VerifiedFileJSON: Encodable {
    let holds: Bool
    let head: String?
    let problem: String?
    let fingerprint: String?
}
