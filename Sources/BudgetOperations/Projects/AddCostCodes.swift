package import BudgetDomain
import SQLDatabase

/// A cost code to be added.
package struct CostCodeDraft: Hashable, Sendable {
    package let code: String
    package let title: String
    /// The code of the tier above.
    package let parentCode: String?

    package init(code: String, title: String, parentCode: String? = nil) {
        self.code = code
        self.title = title
        self.parentCode = parentCode
    }
}

extension Plumbline {
    /// Adds cost codes to the company's list, all or none. Those that are there already, exactly as given, are passed
    /// over; one that is there with another title, parent or capitals is refused.
    /// - Returns: how many are new.
    package func addCostCodes(
        _ drafts: [CostCodeDraft], to companyID: ID<Company>, by actor: Actor
    ) async throws -> Int {
        let now = clock.now()
        for draft in drafts {
            try TextLimit.costCode.requireName(draft.code)
            try TextLimit.costCodeTitle.require(draft.title)
        }
        return try await database.write(of: companyID) { [randomness] tx in
            let company = try tx.company(companyID)
            let actor = try tx.actor(actor, mayDo: .manageDirectory, in: company.id)
            var list = CostCodeList(try tx.costCodes(of: company.id), of: company.id, randomness: randomness)
            for draft in drafts { try list.add(draft) }
            try list.requireParents()
            guard !list.added.isEmpty else { return 0 }
            try tx.insert(list.added)
            try tx.audit(
                .costCodesAdded, on: "cost codes", by: actor,
                details: [("added", "\(list.added.count)"), ("codes", list.addedCodesShortly)],
                in: company.id, at: now)
            return list.added.count
        }
    }
}
