import BudgetOperations

/// What was found of one company's chain.
struct VerifiedChain {
    let company: String
    let verification: AuditVerification

    private var sentence: String { verification.broken?.sentence ?? "holds" }

    static let cure = """
        Somebody changed the database behind the product. Keep it as it is, compare it with a backup, and find out who \
        and why. The links before this one hold.
        """

    static func report(of chains: [VerifiedChain], headsOnly: Bool, exportedTo path: String?) -> Report {
        let isWhole = chains.allSatisfy { $0.verification.broken == nil }
        let json = VerifiedChainsJSON(holds: isWhole, chains: chains.map(VerifiedChainsJSON.Chain.init))
        let status: ExitStatus = isWhole ? .done : .disproven
        if headsOnly, isWhole {
            let isOne = chains.count == 1
            let lines = chains.map { "\($0.verification.head)" + (isOne ? "" : "  \($0.company)") }
            return Report(lines.map(Report.Block.line), json: json)
        }
        let table = Table(
            [.text("Company"), .figure("Entries"), .text("Audit chain"), .text("Hash of the last good entry")],
            rows: chains.map { chain in
                [
                    chain.company, String(chain.verification.head.number),
                    chain.verification.broken == nil ? "holds" : "BROKEN", chain.verification.head.hash,
                ]
            })
        var blocks: [Report.Block] = [.table(table)]
        for chain in chains where chain.verification.broken != nil {
            blocks += [.blank, .line("\(chain.company): \(chain.sentence)"), .line("  → \(cure)")]
        }
        if let path { blocks += [.blank, "Wrote \(path). `plumbline verify` with its name verifies it anywhere."] }
        return Report(blocks, json: json, status: status)
    }
}

struct VerifiedChainsJSON: Encodable {
    let holds: Bool
    let chains: [Chain]

    struct Chain: Encodable {
        let company: String
        let holds: Bool
        /// The last link that holds, as NUMBER:HASH.
        let head: String
        let problem: String?

        init(_ chain: VerifiedChain) {
            company = chain.company
            holds = chain.verification.broken == nil
            head = chain.verification.head.description
            problem = chain.verification.broken?.sentence
        }
    }
}
