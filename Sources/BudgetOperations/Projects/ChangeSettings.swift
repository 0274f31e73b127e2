package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Changes what the company decides for all its projects.
    package func changeSettings(
        of companyID: ID<Company>, by actor: Actor, _ change: @escaping @Sendable (inout CompanySettings) -> Void
    ) async throws -> CompanySettings {
        let now = clock.now()
        return try await database.write(of: companyID) { tx in
            let company = try tx.company(companyID)
            let actor = try tx.actor(actor, mayDo: .manageDirectory, in: company.id)
            var settings = company.settings
            change(&settings)
            guard settings != company.settings else { return settings }
            if settings.usesSubItems != company.settings.usesSubItems { try tx.requireNoExports(of: company.id) }
            try tx.save(settings, of: company.id)
            try tx.audit(
                .settingsChanged, on: "company \(company.name)", by: actor,
                details: settings.changes(from: company.settings), in: company.id, at: now)
            return settings
        }
    }
}

extension CompanySettings {
    private var named: [(String, Bool)] {
        [
            ("allow modifications which modify the grand total", allowsGrandTotalModifications),
            ("the sender may not approve", senderMayNotApprove),
            ("use sub-items for cost types", usesSubItems),
            ("add cost codes on import", addsCostCodesOnImport),
        ]
    }

    fileprivate func changes(from old: CompanySettings) -> [(String, String)] {
        zip(named, old.named).filter { $0.1 != $1.1 }.map { new, _ in (new.0, new.1 ? "on" : "off") }
    }
}

extension Transaction {
    /// Lines that QuickBooks holds, or is about to, carry the items of the setting under which they were sent.
    fileprivate func requireNoExports(of company: ID<Company>) throws {
        let export = try row(
            "SELECT 1 AS one FROM exports WHERE company_id = $1 AND (is_open = 1 OR is_in_quickbooks = 1) LIMIT 1",
            [.text(company.text)])
        guard export == nil else { throw Refused(.subItemsAreDecided) }
    }

    fileprivate func save(_ settings: CompanySettings, of company: ID<Company>) throws {
        try execute(
            """
            UPDATE companies SET allows_grand_total = $1, sender_may_not_approve = $2, uses_sub_items = $3,
                adds_cost_codes = $4 WHERE id = $5
            """,
            [
                SQLValue(settings.allowsGrandTotalModifications), SQLValue(settings.senderMayNotApprove),
                SQLValue(settings.usesSubItems), SQLValue(settings.addsCostCodesOnImport), .text(company.text),
            ])
    }
}
