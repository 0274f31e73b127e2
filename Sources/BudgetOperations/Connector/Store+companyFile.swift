import BudgetDomain
import SQLDatabase

extension Transaction {
    func save(_ facts: CompanyFileFacts, of session: StoredSession, at now: Instant) throws {
        try execute(
            """
            INSERT INTO company_files (company_id, connection_id, name, product, version, is_using_estimates,
                closing_date, is_multi_currency, home_currency, seen_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (company_id, connection_id) DO UPDATE SET name = excluded.name, product = excluded.product,
                version = excluded.version, is_using_estimates = excluded.is_using_estimates,
                closing_date = excluded.closing_date, is_multi_currency = excluded.is_multi_currency,
                home_currency = excluded.home_currency, seen_at = excluded.seen_at
            """,
            [
                .text(session.company.text), .text(session.connection.text), SQLValue(facts.name),
                SQLValue(facts.product), SQLValue(facts.version), SQLValue(facts.isUsingEstimates),
                SQLValue(facts.closingDate?.iso), SQLValue(facts.isMultiCurrencyOn), SQLValue(facts.homeCurrency),
                .integer(now.microsecondsSince1970),
            ])
    }

    /// What the company's file said when a session last asked; nil before the first.
    func companyFile(of company: ID<Company>) throws -> (facts: CompanyFileFacts, seenAt: Instant)? {
        try row(
            """
            SELECT name, product, version, is_using_estimates, closing_date, is_multi_currency, home_currency, seen_at
            FROM company_files WHERE company_id = $1 ORDER BY seen_at DESC LIMIT 1
            """, [.text(company.text)]
        ).map { row in
            var facts = CompanyFileFacts()
            facts.name = try row.optionalText("name")
            facts.product = try row.optionalText("product")
            facts.version = try row.optionalText("version")
            facts.isUsingEstimates = try row.optionalInteger("is_using_estimates").map { $0 != 0 }
            facts.closingDate = try row.optionalText("closing_date").flatMap { CalendarDate(iso: $0) }
            facts.isMultiCurrencyOn = try row.optionalInteger("is_multi_currency").map { $0 != 0 }
            facts.homeCurrency = try row.optionalText("home_currency")
            return (facts, Instant(microsecondsSince1970: try row.integer("seen_at")))
        }
    }
}
