import BudgetDomain
import BudgetOperations

/// The files of a folder of evidence.
struct EvidenceFiles {
    struct File: Equatable {
        let name: String
        let text: String
    }

    static let manifestName = "manifest.txt"

    /// The manifest last, so that a folder without it was not finished.
    let all: [File]

    init(of evidence: ExportEvidence, signedBy key: SigningKey) throws {
        var files = [
            File(name: "export.txt", text: Self.exportText(of: evidence)),
            File(name: "budget.csv", text: EvidenceTables.budgetCSV(of: evidence.record)),
            File(name: "budget.txt", text: try EvidenceTables.budgetText(of: evidence.record, in: evidence.company)),
            File(name: "read-back.csv", text: EvidenceTables.readBackCSV(of: evidence.reading)),
            File(name: "audit.txt", text: EvidenceTables.auditText(of: evidence.entries)),
            File(name: "audit-chain.txt", text: evidence.chain),
        ]
        if let dryRun = evidence.dryRun { files.append(File(name: "dry-run.txt", text: dryRun)) }
        for (index, set) in evidence.messageSets.enumerated() {
            let name = "qbxml/\(index + 1)-\(Self.plain(set.id))"
            files.append(File(name: "\(name)-request.xml", text: set.request))
            if let answer = set.answer { files.append(File(name: "\(name)-answer.xml", text: answer)) }
        }
        if let certificate = evidence.certificate {
            let signed = try SignedText(signing: certificate.text, with: key)
            files.append(File(name: "certificate.txt", text: signed.text))
        }
        let manifest = EvidenceManifest(
            company: evidence.company.name, project: "\(evidence.project.number) \(evidence.project.name)",
            export: evidence.record.export.number, madeAt: evidence.madeAt.iso,
            madeBy: "plumbline \(PlumblineCommand.version)",
            files: files.map { EvidenceManifest.File(name: $0.name, text: $0.text) })
        all = files + [File(name: Self.manifestName, text: try SignedText(signing: manifest.text, with: key).text)]
    }

    /// An id as a part of a file's name.
    private static func plain(_ id: String) -> String {
        id.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    private static func exportText(of evidence: ExportEvidence) -> String {
        let record = evidence.record
        let export = record.export
        var facts = [
            ("Company", evidence.company.name), ("Project", "\(evidence.project.number) \(evidence.project.name)"),
            ("Export", "\(export.number), \(export.kind.rawValue)"), ("State", export.state.name.rawValue),
            ("Sent by", record.sentBy), ("Sent at", export.sentAt.iso),
            ("Accepted by", record.acceptance?.name ?? "nobody"),
            ("Accepted at", record.acceptance?.at.iso ?? "never"), ("Digest", record.digest),
        ]
        facts += export.whereItStands.map { ("Where it stands", $0) }
        for set in evidence.messageSets {
            let answered = set.answeredAt.map { "answered at \($0.iso)" } ?? "not answered"
            facts.append(("Request \(set.id)", "left at \(set.handedOutAt.iso), \(answered), \(set.state)"))
        }
        facts.append(("QuickBooks read at", evidence.readAt?.iso ?? "never: there is no certificate"))
        return facts.map { "\($0.0): \($0.1.printable)\n" }.joined()
    }
}
