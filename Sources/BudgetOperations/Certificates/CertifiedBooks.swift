import BudgetDomain

/// Both sides of a project's books as they were at one moment, and what a certificate says of them.
struct CertifiedBooks {
    let place: Place
    let connection: Connection?
    let estimate: StoredEstimate
    let readAt: Instant
    let report: JobCostsReport
    let codes: [JobCostsReport.Code]
    let titles: [String: String]
    /// Those that somebody accepted, oldest first.
    let exports: [ExportRecord]
    let standing: BudgetStanding
    let gate: JobCostGate?
    let auditHead: AuditHead

    static let uncoded = "Uncoded"

    var currency: Currency { place.company.currency }
    var approved: [ExportRecord] { exports.filter(\.isApproved) }

    /// The cost code under which an amount stands, as the Job Costs Report names it.
    func costCode(of code: BudgetCode) -> String {
        place.company.settings.usesSubItems ? "\(code.costCodeText):\(code.costType)" : code.costCodeText
    }

    func facts(madeAt now: Instant, by version: String) throws -> [CertifiedFact: String] {
        let reference = estimate.sighting?.reading?.reference
        return [
            .company: place.company.name, .companyID: place.company.id.text, .project: place.project.number,
            .projectName: place.project.name, .projectID: place.project.id.text,
            .fileCompany: connection?.boundCompany ?? "none seen", .filePath: connection?.boundPath ?? "none seen",
            .fileID: connection?.fileID ?? "none", .estimateNumber: estimate.number,
            .estimateTxnID: reference?.txnID ?? "QuickBooks held no estimate",
            .estimateEditSequence: reference?.editSequence ?? "QuickBooks held no estimate",
            .estimateReadAt: readAt.iso, .costsReadAt: report.costsReadAt?.iso ?? "never",
            .auditHead: auditHead.description, .madeAt: now.iso, .madeBy: "plumbline \(version)",
        ]
    }

    func exportLines() throws -> [Certificate.ExportLine] {
        try exports.map { each in
            Certificate.ExportLine(
                number: each.export.number, kind: each.export.kind.rawValue, state: each.export.state.name.rawValue,
                total: try Money.sum(each.transactions.map(\.amount), in: currency).formatted, sentBy: each.sentBy,
                sentAt: each.export.sentAt.iso, acceptedBy: each.acceptance?.name ?? "",
                acceptedAt: each.acceptance?.at.iso ?? "", digest: each.digest)
        }
    }
}
