internal import BudgetDomain
internal import SQLDatabase

/// The rows that say how matters stand, as the database has them: past the product and its mutants.
struct StoredRows: Sendable {
    struct Export: Sendable {
        let company: String
        let project: String
        let id: String
        let budget: String
        let number: Int
        let kind: String
        let state: String
        let detail: String
        let isOpen: Bool
        let isInQuickBooks: Bool
        let sentBy: String
        let acceptedBy: String?
        let digest: String
    }

    struct Transaction: Sendable {
        let export: String
        let mark: String
        let line: String
        let costCode: String
        let modification: String?
        let cents: Int64
        /// The mark of the line on which this amount stands already, because it was kept from QuickBooks.
        let adjusts: String?
    }

    struct Estimate: Sendable {
        let company: String
        let project: String
        let guid: String
    }

    /// What a person may do, in the words of the two rows that decide it: nothing for those who are deactivated.
    struct Rights: Sendable {
        var mayChangeBudgets = false
        var seesAccounting = false
        var canPushToAccounting = false
    }

    private(set) var exports: [Export] = []
    private(set) var transactions: [Transaction] = []
    private(set) var estimates: [Estimate] = []
    private(set) var rights: [String: Rights] = [:]
    /// As they were when the last export was sent.
    private(set) var lines = BudgetLines()
    /// Companies in which whoever sent a budget may not accept it.
    private(set) var dutiesApart: Set<String> = []

    static func read(through probe: Probe) async throws -> StoredRows {
        var rows = StoredRows()
        rows.exports = try await exports(probe)
        rows.transactions = try await transactions(probe)
        rows.estimates = try await estimates(probe)
        rows.rights = try await rights(probe)
        rows.dutiesApart = try await dutiesApart(probe)
        return rows
    }

    /// Reads again what the entries touched.
    mutating func refresh(after entries: [JournalEntry], through probe: Probe) async throws {
        let kinds = Set(entries.map(\.kind))
        if !kinds.isDisjoint(with: Self.exportKinds) {
            exports = try await Self.exports(probe)
            estimates = try await Self.estimates(probe)
        }
        if !kinds.isDisjoint(with: [.transactionAdded, .transactionAltered]) {
            transactions = try await Self.transactions(probe)
        }
        if kinds.contains(.exportSent) { lines = try await BudgetLines.read(through: probe) }
        if kinds.contains(.rightsChanged) { rights = try await Self.rights(probe) }
        if kinds.contains(.settingsChanged) { dutiesApart = try await Self.dutiesApart(probe) }
    }

    private static let exportKinds: Set<JournalEntry.Kind> = [
        .exportSent, .exportMoved, .exportAccepted, .exportAltered,
    ]

    private static func exports(_ probe: Probe) async throws -> [Export] {
        try await probe.rows(
            """
            SELECT x.company_id, p.number AS project, x.id, x.budget_id, x.number, x.kind, x.state, x.detail, x.is_open,
                x.is_in_quickbooks, x.sent_by, x.accepted_by, x.digest
            FROM exports x JOIN projects p ON p.company_id = x.company_id AND p.id = x.project_id
            ORDER BY x.company_id, p.number, x.number
            """
        ).map { row in
            Export(
                company: try row.text(0), project: try row.text(1), id: try row.text(2), budget: try row.text(3),
                number: try row.int(4), kind: try row.text(5), state: try row.text(6), detail: try row.text(7),
                isOpen: try row.bool(8), isInQuickBooks: try row.bool(9), sentBy: try row.text(10),
                acceptedBy: try row.optionalText(11), digest: try row.text(12))
        }
    }

    private static func transactions(_ probe: Probe) async throws -> [Transaction] {
        try await probe.rows(
            """
            SELECT export_id, mark, line_id, cost_code_text, modification_id, amount, adjusts
            FROM export_transactions
            ORDER BY company_id, export_id, position
            """
        ).map { row in
            Transaction(
                export: try row.text(0), mark: try row.text(1), line: try row.text(2), costCode: try row.text(3),
                modification: try row.optionalText(4), cents: try row.integer(5), adjusts: try row.optionalText(6))
        }
    }

    private static func estimates(_ probe: Probe) async throws -> [Estimate] {
        try await probe.rows(
            """
            SELECT e.company_id, p.number, e.guid FROM estimates e
            JOIN projects p ON p.company_id = e.company_id AND p.id = e.project_id ORDER BY 1, 2
            """
        ).map { row in
            Estimate(company: try row.text(0), project: try row.text(1), guid: try row.text(2).bareGUID)
        }
    }

    private static func rights(_ probe: Probe) async throws -> [String: Rights] {
        var rights: [String: Rights] = [:]
        for row in try await probe.rows(
            """
            SELECT p.id, r.levels, CASE WHEN p.privilege_by IS NULL THEN 0 ELSE 1 END AS may_push FROM people p
            LEFT JOIN permissions r ON r.company_id = p.company_id AND r.person_id = p.id AND r.project_id = ''
            WHERE p.deactivated_at IS NULL
            """)
        {
            let levels = (try row.optionalText(1) ?? "").split(separator: ";")
            rights[try row.text(0)] = Rights(
                mayChangeBudgets: levels.contains("budget=admin"),
                seesAccounting: levels.contains("erp integrations=standard")
                    || levels.contains("erp integrations=admin"),
                canPushToAccounting: try row.bool(2))
        }
        return rights
    }

    private static func dutiesApart(_ probe: Probe) async throws -> Set<String> {
        Set(try await probe.rows("SELECT id FROM companies WHERE sender_may_not_approve = 1").map { try $0.text(0) })
    }
}

extension String {
    /// A GUID as it compares: QuickBooks writes it in braces, and either side in capitals or not.
    var bareGUID: String { lowercased().filter { $0 != "{" && $0 != "}" } }
}

extension StoredRows {
    func transactions(of export: String) -> [Transaction] { transactions.filter { $0.export == export } }

    func export(_ id: String) -> Export? { exports.first { $0.id == id } }

    /// The exports of a budget whose lines QuickBooks should hold, by their states and not by their flags.
    func exportsInQuickBooks(ofBudget budget: String) -> [Export] {
        exports.filter { $0.budget == budget && Self.statesInQuickBooks.contains($0.state) }
    }

    /// What was kept from QuickBooks on each line, by its mark: the amounts that it carries beside its own.
    var kept: [String: Int64] {
        var kept: [String: Int64] = [:]
        for transaction in transactions {
            if let mark = transaction.adjusts { kept[mark, default: 0] += transaction.cents }
        }
        return kept
    }

    static let adoption = "adoption"
    static let statesInQuickBooks: Set<String> = [
        "awaiting job costs", "mismatched", "rewrite queued", "rewrite handed out", "rewrite unknown", "synced",
    ]
    static let closedStates: Set<String> = ["synced", "rejected", "retrieved"]
    /// What an approver still has to decide on.
    static let undecidedStates: Set<String> = ["ready to export", "invalid"]
}
