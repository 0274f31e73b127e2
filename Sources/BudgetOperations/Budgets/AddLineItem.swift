package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Adds a line to the budget. Without a description it is described as its codes are: `Formwork.Labor`.
    /// - Parameters:
    ///   - costCode: the text of a cost code of the company.
    ///   - costType: a cost type's code or name.
    package func addLineItem(
        code costCode: String, costType: String, description: String, amount: LineAmount, to number: String,
        in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> BudgetLineItem {
        let now = clock.now()
        try TextLimit.description.require(description)
        let (original, calculation) = try amount.computed()
        return try await database.write(of: companyID) { [randomness] tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            let standing = try tx.standing(of: place.project.id, in: place.company)
            let code = try tx.costCode(costCode, of: companyID)
            guard let type = CostTypeIndex(try tx.costTypes(of: companyID))[costType] else {
                throw Refused(.noSuchCostType(costType))
            }
            let line = BudgetLineItem(
                id: randomness.id(),
                code: BudgetCode(costCode: code.id, costCodeText: code.code, costType: type.code),
                description: description.isEmpty ? "\(code.title).\(type.name)" : description,
                calculation: calculation, originalAmount: original)
            let budget = try standing.adding(line, by: place.person)
            let name = line.code.description
            try refusing(
                duplicatesOf: "line_items_budget_code", with: .budgetCodeIsAlreadyOnBudget(code: name)
            ) {
                try tx.insert([line], into: budget)
            }
            try tx.audit(
                .lineItemAdded, on: "budget of \(number)", by: place.actor,
                details: [("line", name), ("amount", original.formatted)], in: companyID, at: now)
            return line
        }
    }
}

extension Transaction {
    fileprivate func costCode(_ text: String, of company: ID<Company>) throws -> CostCode {
        let row = try row(
            "SELECT id, code, title, parent_code FROM cost_codes WHERE company_id = $1 AND code = $2",
            [.text(company.text), .text(text)])
        guard let row else { throw Refused(.noSuchCostCode(text)) }
        return try Self.costCode(row, of: company)
    }
}
