import BudgetDomain
import SQLDatabase

extension Transaction {
    static let companyColumns = """
        id, name, currency, allows_grand_total, sender_may_not_approve, uses_sub_items, adds_cost_codes
        """

    func company(_ id: ID<Company>) throws -> Company {
        let row = try row("SELECT \(Self.companyColumns) FROM companies WHERE id = $1", [.text(id.text)])
        guard let row else { throw Refused(.noSuchCompany(id.text)) }
        return try Self.company(row)
    }

    static func company(_ row: Row) throws -> Company {
        let code = try row.text("currency")
        guard let currency = Currency(code: code) else {
            throw UnreadableRow(table: "companies", column: "currency", value: code)
        }
        return Company(
            id: ID(try row.text("id")), name: try row.text("name"), currency: currency,
            settings: CompanySettings(
                allowsGrandTotalModifications: try row.bool("allows_grand_total"),
                senderMayNotApprove: try row.bool("sender_may_not_approve"),
                usesSubItems: try row.bool("uses_sub_items"),
                addsCostCodesOnImport: try row.bool("adds_cost_codes")))
    }

    /// Names of cost types by code.
    func costTypeNames(of company: ID<Company>) throws -> [String: String] {
        var names: [String: String] = [:]
        try forEach("SELECT code, name FROM cost_types WHERE company_id = $1", [.text(company.text)]) { row in
            names[try row.text("code")] = try row.text("name")
        }
        return names
    }
}
