internal import QBXML

/// Lists entered by a bookkeeper, and what is in them.
extension CompanyFile {
    /// - Parameter type: as qbXML's AccountType: `Income`, `CostOfGoodsSold`, `Expense`, `Bank` and so on.
    /// - Returns: the account's ListID.
    @discardableResult
    package func addAccount(_ fullName: String, type: String) throws(Rejection) -> String {
        try enter { records throws(Rejection) in
            guard records.accounts.record(fullName: fullName) == nil else { throw .nameInUse(fullName) }
            let parts = Self.parts(of: fullName)
            var account = AccountRet()
            if let parent = parts.parent {
                guard let found = records.accounts.record(fullName: parent) else {
                    throw .invalidParent(parent, list: "Accounts")
                }
                account.parentRef = found.reference
            }
            account.listID = records.newListID()
            account.timeCreated = records.now
            account.timeModified = records.now
            account.editSequence = records.newEditSequence()
            account.name = parts.name
            account.fullName = fullName
            account.isActive = true
            account.sublevel = fullName.count { $0 == ":" }
            account.accountType = type
            records.accounts.append(account)
            return account.listID
        }
    }

    /// A customer, or a job as `Customer:Job`; the levels above it that are missing are added too.
    /// - Returns: the ListID.
    @discardableResult
    package func addCustomer(_ fullName: String) throws(Rejection) -> String {
        try enter { records throws(Rejection) in
            let before = records.executedWrites
            defer { records.executedWrites = before }
            var parent: CustomerRet?
            var path: [String] = []
            let names = fullName.split(separator: ":").map(String.init)
            for (index, name) in names.enumerated() {
                path.append(name)
                if index < names.count - 1, let found = records.customers.record(fullName: path.joined(separator: ":"))
                {
                    parent = found
                    continue
                }
                let reference = parent?.reference
                parent = try records.addCustomer(
                    CustomerAdd {
                        $0.name = name
                        $0.parentRef = reference
                    })
            }
            return parent?.listID ?? ""
        }
    }

    /// A service item, two-sided if it has an expense account. Its parent must exist.
    /// - Returns: the ListID.
    @discardableResult
    package func addServiceItem(
        _ fullName: String, incomeAccount: String, expenseAccount: String?, priceCents: Int64 = 0
    ) throws(Rejection) -> String {
        let parts = Self.parts(of: fullName)
        let price = QBAmount(cents: priceCents).flatMap { QBPrice($0) }
        let add = ItemServiceAdd {
            $0.name = parts.name
            $0.parentRef = parts.parent.map { QBRef(fullName: $0) }
            guard let expenseAccount else {
                $0.salesOrPurchase = SalesOrPurchase {
                    $0.price = price
                    $0.accountRef = QBRef(fullName: incomeAccount)
                }
                return
            }
            $0.salesAndPurchase = SalesAndPurchase {
                $0.salesPrice = price
                $0.incomeAccountRef = QBRef(fullName: incomeAccount)
                $0.expenseAccountRef = QBRef(fullName: expenseAccount)
            }
        }
        return try enter { records throws(Rejection) in
            let item = try records.addItem(add)
            records.executedWrites -= 1
            return item.listID
        }
    }

    package var customerNames: [String] { read { $0.customers.records.compactMap(\.fullName) } }
    /// The full name of every item by its ListID.
    package var itemsByListID: [String: String] {
        read { records in
            Dictionary(records.items.records.map { ($0.listID, $0.fullName ?? "") }) { first, _ in first }
        }
    }
    package var itemNames: [String] { read { $0.items.records.compactMap(\.fullName) } }

    static func parts(of fullName: String) -> (parent: String?, name: String) {
        guard let colon = fullName.lastIndex(of: ":") else { return (nil, fullName) }
        return (String(fullName[..<colon]), String(fullName[fullName.index(after: colon)...]))
    }
}
