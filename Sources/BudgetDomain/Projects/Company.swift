/// A construction firm: the tenant that every other record belongs to.
package struct Company: Hashable, Sendable {
    package let id: ID<Company>
    package var name: String
    /// The one currency of the company's budgets, which is also its QuickBooks home currency.
    package let currency: Currency
    package var settings: CompanySettings

    package init(id: ID<Company>, name: String, currency: Currency, settings: CompanySettings = CompanySettings()) {
        self.id = id
        self.name = name
        self.currency = currency
        self.settings = settings
    }
}

/// What a company decides for all its projects.
package struct CompanySettings: Hashable, Sendable {
    /// Procore's *Allow Budget Modifications Which Modify Grand Total*: permits one-sided modifications.
    package var allowsGrandTotalModifications: Bool
    /// Separation of duties: whoever sent a budget may not accept it.
    package var senderMayNotApprove: Bool
    /// Each cost type becomes a sub-item of its cost code's item (`03-100:Labor`), so that actuals split by type too.
    package var usesSubItems: Bool
    /// Procore's *Automatically Add New Cost Codes*: an import may add codes that the company does not have yet.
    package var addsCostCodesOnImport: Bool

    package init(
        allowsGrandTotalModifications: Bool = false, senderMayNotApprove: Bool = false, usesSubItems: Bool = false,
        addsCostCodesOnImport: Bool = false
    ) {
        self.allowsGrandTotalModifications = allowsGrandTotalModifications
        self.senderMayNotApprove = senderMayNotApprove
        self.usesSubItems = usesSubItems
        self.addsCostCodesOnImport = addsCostCodesOnImport
    }
}
