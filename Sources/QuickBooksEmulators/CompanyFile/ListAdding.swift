internal import QBXML

/// CustomerAdd and ItemServiceAdd.
extension CompanyRecords {
    mutating func addCustomer(_ add: CustomerAdd) throws(Rejection) -> CustomerRet {
        var parent: CustomerRet?
        if let reference = add.parentRef {
            guard let found = customers.record(reference) else {
                throw .invalidParent(reference.words, list: "Customers")
            }
            parent = found
        }
        let fullName = [parent?.fullName, add.name].compactMap { $0 }.joined(separator: ":")
        guard customers.record(fullName: fullName) == nil else { throw .nameInUse(add.name) }
        var customer = CustomerRet()
        customer.listID = newListID()
        customer.timeCreated = now
        customer.timeModified = now
        customer.editSequence = newEditSequence()
        customer.name = add.name
        customer.fullName = fullName
        customer.isActive = add.isActive ?? true
        customer.parentRef = parent?.reference
        customer.sublevel = (parent?.sublevel ?? -1) + 1
        customer.companyName = add.companyName
        customer.balance = .zero
        customer.accountNumber = add.accountNumber
        customer.jobStatus = (add.jobStatus ?? .none).rawValue
        customer.jobStartDate = add.jobStartDate
        customer.jobProjectedEndDate = add.jobProjectedEndDate
        customer.jobEndDate = add.jobEndDate
        customer.jobDesc = add.jobDesc
        customer.notes = add.notes
        customer.externalGUID = add.externalGUID
        customers.append(customer)
        executedWrites += 1
        return customer
    }

    mutating func addItem(_ add: ItemServiceAdd) throws(Rejection) -> ItemServiceRet {
        var parent: ItemServiceRet?
        if let reference = add.parentRef {
            guard let found = items.record(reference) else { throw .invalidParent(reference.words, list: "Items") }
            parent = found
        }
        let fullName = [parent?.fullName, add.name].compactMap { $0 }.joined(separator: ":")
        guard items.record(fullName: fullName) == nil else { throw .nameInUse(add.name) }
        let oneSided = try add.salesOrPurchase.map { sides throws(Rejection) in try resolved(sides) }
        let twoSided = try add.salesAndPurchase.map { sides throws(Rejection) in try resolved(sides) }
        var item = ItemServiceRet()
        item.listID = newListID()
        item.timeCreated = now
        item.timeModified = now
        item.editSequence = newEditSequence()
        item.name = add.name
        item.fullName = fullName
        item.isActive = add.isActive ?? true
        item.parentRef = parent?.reference
        item.sublevel = (parent?.sublevel ?? -1) + 1
        item.salesOrPurchase = oneSided
        item.salesAndPurchase = twoSided
        item.externalGUID = add.externalGUID
        items.append(item)
        executedWrites += 1
        return item
    }

    private func resolved(_ sides: SalesOrPurchase) throws(Rejection) -> SalesOrPurchase {
        var sides = sides
        sides.accountRef = try account(sides.accountRef)
        return sides
    }

    private func resolved(_ sides: SalesAndPurchase) throws(Rejection) -> SalesAndPurchase {
        var sides = sides
        sides.incomeAccountRef = try account(sides.incomeAccountRef)
        sides.expenseAccountRef = try account(sides.expenseAccountRef)
        return sides
    }

    private func account(_ reference: QBRef?) throws(Rejection) -> QBRef {
        guard let reference else {
            throw Rejection(3270, "There is a missing posting account in the item.")
        }
        guard let account = accounts.record(reference) else {
            throw .invalidReference(to: "Account", reference.words, in: "Item")
        }
        return account.reference
    }
}
