/// Adds a service item: a cost code. Order and lengths: OSR 14.0, ItemServiceAdd, where the class stands before the
/// parent (other items have it the other way round).
package struct ItemServiceAdd: QBXMLValue {
    package var name = ""
    package var isActive: Bool?
    package var classRef: QBRef?
    package var parentRef: QBRef?
    package var salesTaxCodeRef: QBRef?
    /// One-sided; exactly one of this and `salesAndPurchase` is required.
    package var salesOrPurchase: SalesOrPurchase?
    /// Two-sided: the only kind whose cost shows in Estimates vs. Actuals.
    package var salesAndPurchase: SalesAndPurchase?
    package var externalGUID: String?

    package init() {}
}

extension ItemServiceAdd: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("Name", required: &name, .name(31))
        try visitor.value("IsActive", &isActive)
        try visitor.reference("ClassRef", &classRef, 159)
        try visitor.reference("ParentRef", &parentRef, 159)
        try visitor.reference("SalesTaxCodeRef", &salesTaxCodeRef, 3)
        try visitor.aggregate("SalesOrPurchase", &salesOrPurchase)
        try visitor.aggregate("SalesAndPurchase", &salesAndPurchase)
        try visitor.text("ExternalGUID", &externalGUID, .guid)
        try visitor.exclusive("SalesAndPurchase", salesOrPurchase != nil, salesAndPurchase != nil)
        if salesOrPurchase == nil, salesAndPurchase == nil { throw visitor.fault("SalesAndPurchase", .missing) }
    }
}

/// The one account and price of an item that is only sold or only bought.
package struct SalesOrPurchase: QBXMLValue {
    package var desc: String?
    package var price: QBPrice?
    package var pricePercent: QBPercent?
    package var accountRef: QBRef?

    package init() {}
}

extension SalesOrPurchase: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("Desc", &desc, .prose(4095))
        try visitor.value("Price", &price)
        try visitor.value("PricePercent", &pricePercent)
        try visitor.reference("AccountRef", &accountRef, 159)
        try visitor.exclusive("PricePercent", price != nil, pricePercent != nil)
    }
}

/// Both sides of an item: what a customer pays, and what it costs us.
package struct SalesAndPurchase: QBXMLValue {
    package var salesDesc: String?
    package var salesPrice: QBPrice?
    package var incomeAccountRef: QBRef?
    package var purchaseDesc: String?
    package var purchaseCost: QBPrice?
    package var expenseAccountRef: QBRef?
    package var prefVendorRef: QBRef?

    package init() {}
}

extension SalesAndPurchase: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("SalesDesc", &salesDesc, .prose(4095))
        try visitor.value("SalesPrice", &salesPrice)
        try visitor.reference("IncomeAccountRef", &incomeAccountRef, 159)
        try visitor.text("PurchaseDesc", &purchaseDesc, .prose(4095))
        try visitor.value("PurchaseCost", &purchaseCost)
        try visitor.reference("ExpenseAccountRef", &expenseAccountRef, 159)
        try visitor.reference("PrefVendorRef", &prefVendorRef, 41)
    }
}
