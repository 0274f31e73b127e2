package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Asks for cost codes to become items in QuickBooks, with the accounts that the approver chose. With sub-items,
    /// each type in use on a budget gets one below its cost code's. What is synced already stays as it is.
    /// - Parameter codes: the cost codes; nil for all.
    /// - Returns: how many items were asked for.
    package func requestItems(
        _ request: ItemRequest, codes: [String]?, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> Int {
        let now = clock.now()
        for account in [request.incomeAccount, request.expenseAccount] {
            try TextLimit.accountName.requireName(account)
            try AccountName.require(account)
        }
        return try await database.write(of: companyID) { tx in
            let company = try tx.company(companyID)
            let person = try tx.person(personID, of: company.id)
            try person.require(.acceptOrRejectExport)
            let wanted = try tx.costCodes(named: codes, of: company.id)
            let synced = try tx.items(of: company.id).filter { $0.value.reference != nil }
            let keys = try tx.itemKeys(for: wanted, in: company).filter { synced[$0] == nil }
            guard !keys.isEmpty else { throw Refused(.costCodesAreAlreadySynced) }
            try ItemNames.require(keys, of: wanted, typeNames: try tx.costTypeNames(of: companyID))
            for key in keys { try tx.save(request, for: key, of: company.id) }
            try tx.audit(
                .itemsRequested, on: "cost codes", by: .person(person.id, name: person.name),
                details: [
                    ("items", "\(keys.count)"), ("income account", request.incomeAccount),
                    ("expense account", request.expenseAccount),
                ], in: company.id, at: now)
            return keys.count
        }
    }
}

private enum AccountName {
    /// Refuses a name that QuickBooks cannot hold: it could not even be asked for.
    static func require(_ fullName: String) throws(Refused) {
        for level in fullName.split(separator: ":", omittingEmptySubsequences: false).map(String.init) {
            if let problem = AccountingName.problem(in: level, longest: TextLimit.accountName.longest) {
                throw Refused(.nameDoesNotFit(name: fullName, problem: problem))
            }
        }
    }
}

private enum ItemNames {
    /// Refuses, all at once, names that no item of QuickBooks can have.
    /// A cost code's item is named by its code; a sub-item by its cost type's name, as in `03-100:Labor`.
    static func require(_ keys: [ItemKey], of codes: [CostCode], typeNames: [String: String]) throws(Refused) {
        let texts = Dictionary(codes.map { ($0.id, $0.code) }, uniquingKeysWith: { first, _ in first })
        var refusals: [Refusal] = []
        for name in keys.compactMap({ key in key.costType.map { typeNames[$0] ?? $0 } ?? texts[key.costCode] }) {
            guard let problem = AccountingName.problem(in: name, longest: AccountingName.longestItemName) else {
                continue
            }
            let refusal = Refusal.nameDoesNotFit(name: name, problem: problem)
            if !refusals.contains(refusal) { refusals.append(refusal) }
        }
        guard refusals.isEmpty else { throw Refused(refusals) }
    }
}

extension Transaction {
    fileprivate func costCodes(named texts: [String]?, of company: ID<Company>) throws -> [CostCode] {
        let all = try costCodes(of: company)
        guard let texts else { return all }
        let byText = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var named: Set<String> = []
        return try texts.filter { named.insert($0).inserted }.map { text in
            guard let code = byText[text] else { throw Refused(.noSuchCostCode(text)) }
            return code
        }
    }

    /// The items of the cost codes: each code's own, and with sub-items those of its types in use.
    fileprivate func itemKeys(for codes: [CostCode], in company: Company) throws -> [ItemKey] {
        let types = company.settings.usesSubItems ? try costTypesInUse(in: company.id) : [:]
        return codes.flatMap { code in
            [ItemKey(costCode: code.id, costType: nil)]
                + (types[code.id] ?? []).map { ItemKey(costCode: code.id, costType: $0) }
        }
    }

    private func costTypesInUse(in company: ID<Company>) throws -> [ID<CostCode>: [String]] {
        var types: [ID<CostCode>: [String]] = [:]
        try forEach(
            """
            SELECT DISTINCT cost_code_id, cost_type FROM budget_line_items WHERE company_id = $1
            ORDER BY cost_code_id, cost_type
            """, [.text(company.text)]
        ) { row in
            types[ID(try row.text(0)), default: []].append(try row.text(1))  // default: none before the first
        }
        return types
    }

    fileprivate func save(_ request: ItemRequest, for key: ItemKey, of company: ID<Company>) throws {
        try execute(
            """
            INSERT INTO items (company_id, cost_code_id, cost_type, sync_state, income_account, expense_account)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (company_id, cost_code_id, cost_type) DO UPDATE SET sync_state = excluded.sync_state,
                income_account = excluded.income_account, expense_account = excluded.expense_account, fault = NULL
            """,
            [
                .text(company.text), .text(key.costCode.text), .text(key.costType ?? ""),
                .text(SyncState.requested.rawValue), .text(request.incomeAccount), .text(request.expenseAccount),
            ])
    }
}
