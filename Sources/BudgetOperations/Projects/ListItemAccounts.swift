package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// The pairs of accounts with which the company's cost codes were exported, the most used first. Only of items that
    /// are in QuickBooks: a name that QuickBooks refused is none to offer again.
    package func itemAccounts(of companyID: ID<Company>) async throws -> [ItemRequest] {
        try await database.read(of: companyID) { tx in
            try tx.rows(
                """
                SELECT income_account, expense_account FROM items
                WHERE company_id = $1 AND sync_state = $2
                    AND income_account IS NOT NULL AND expense_account IS NOT NULL
                GROUP BY income_account, expense_account
                ORDER BY COUNT(*) DESC, income_account, expense_account
                """, [.text(companyID.text), .text(SyncState.synced.rawValue)]
            ).map { row in
                ItemRequest(incomeAccount: try row.text(0), expenseAccount: try row.text(1))
            }
        }
    }
}
