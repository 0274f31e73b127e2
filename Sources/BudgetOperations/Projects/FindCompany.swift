package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// How many companies a refusal names when one has to be chosen.
    private static let mostNamed = 20

    /// The company of that name; without a name the only one there is.
    package func company(named name: String?) async throws -> Company {
        if let name {
            guard let company = try await companies(where: "name = $1", [.text(name)]).first else {
                throw Refused(.noSuchCompany(name))
            }
            return company
        }
        let companies = try await companies(where: "1 = 1", [])
        guard let only = companies.first else { throw Refused(.noSuchCompany("")) }
        guard companies.count == 1 else { throw Refused(.companyMustBeNamed(companies: companies.map(\.name))) }
        return only
    }

    private func companies(where condition: String, _ values: [SQLValue]) async throws -> [Company] {
        try await database.read(of: .everyCompany) { tx in
            try tx.rows(
                """
                SELECT \(Transaction.companyColumns) FROM companies WHERE \(condition)
                ORDER BY name LIMIT \(Self.mostNamed)
                """, values
            ).map(Transaction.company)
        }
    }
}
