package import BudgetDomain

extension Plumbline {
    /// The company of that name; without a name the only one there is.
    package func company(named name: String?) async throws -> Company {
        let companies = try await companies()
        if let name {
            guard let company = companies.first(where: { $0.name == name }) else {
                throw Refused(.noSuchCompany(name))
            }
            return company
        }
        guard let only = companies.first else { throw Refused(.noSuchCompany("")) }
        guard companies.count == 1 else { throw Refused(.companyMustBeNamed(companies: companies.map(\.name))) }
        return only
    }
}
