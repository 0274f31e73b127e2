package import BudgetDomain
import SQLDatabase

/// A cost code and where its item, and those of its types below it, stand with QuickBooks.
package struct CostCodeStanding: Hashable, Sendable {
    package let costCode: CostCode
    package let item: ListSync<ItemRequest>
    /// By the cost type's code; empty unless the company uses sub-items.
    package let subItems: [String: ListSync<ItemRequest>]

    package init(
        costCode: CostCode, item: ListSync<ItemRequest>, subItems: [String: ListSync<ItemRequest>]
    ) {
        self.costCode = costCode
        self.item = item
        self.subItems = subItems
    }
}

extension Plumbline {
    /// The company's cost codes by code.
    package func costCodes(of companyID: ID<Company>) async throws -> [CostCodeStanding] {
        try await database.read(of: companyID) { tx in
            let company = try tx.company(companyID)
            let items = Dictionary(grouping: try tx.items(of: company.id), by: \.key.costCode)
            return try tx.costCodes(of: company.id).map { code in
                var item = ListSync<ItemRequest>.notSynced
                var subItems: [String: ListSync<ItemRequest>] = [:]
                for (key, sync) in items[code.id] ?? [] {
                    if let type = key.costType { subItems[type] = sync } else { item = sync }
                }
                return CostCodeStanding(costCode: code, item: item, subItems: subItems)
            }
        }
    }
}
