import BudgetDomain

/// One of the things that a company decides for all its projects, as a form asks for it.
enum CompanySetting: CaseIterable {
    case grandTotal, separateDuties, subItems, costCodesOnImport

    /// The field's name in the form.
    var name: StaticString {
        switch self {
        case .grandTotal: "grand-total-modifications"
        case .separateDuties: "separate-duties"
        case .subItems: "sub-items"
        case .costCodesOnImport: "add-cost-codes"
        }
    }

    /// The name of the hidden field with what the setting was when the form was made.
    var seenName: StaticString {
        switch self {
        case .grandTotal: "seen-grand-total-modifications"
        case .separateDuties: "seen-separate-duties"
        case .subItems: "seen-sub-items"
        case .costCodesOnImport: "seen-add-cost-codes"
        }
    }

    var label: String {
        switch self {
        case .grandTotal: "Budget modifications may change the grand total"
        case .separateDuties: "Whoever sent a budget may not accept it"
        case .subItems: "Each cost type is a sub-item of its cost code in QuickBooks"
        case .costCodesOnImport: "An import adds cost codes that the company does not have"
        }
    }

    var hint: String {
        switch self {
        case .grandTotal: "Otherwise a modification only moves money from one line to another."
        case .separateDuties: "Every export then takes two people: one who sends it, and an accounting approver."
        case .subItems: "Costs are then told apart by type too, as in 03-100:Labor. Decide it before the first export."
        case .costCodesOnImport: "Otherwise whoever imports a budget decides it for that file."
        }
    }

    var path: WritableKeyPath<CompanySettings, Bool> {
        switch self {
        case .grandTotal: \.allowsGrandTotalModifications
        case .separateDuties: \.senderMayNotApprove
        case .subItems: \.usesSubItems
        case .costCodesOnImport: \.addsCostCodesOnImport
        }
    }

    /// How the form says it.
    static func word(_ isOn: Bool) -> String { isOn ? "on" : "off" }

    /// What the form changes, without what its sender left alone: somebody else may have changed that since.
    ///
    /// - Throws: ``PageProblem`` for a form that is none of ours.
    static func changes(in form: FormFields) throws(PageProblem) -> [CompanySetting: Bool] {
        var changes: [CompanySetting: Bool] = [:]
        for setting in allCases {
            let chosen = try isOn(form[setting.name])
            let seen = try isOn(form[setting.seenName])
            if chosen != seen { changes[setting] = chosen }
        }
        return changes
    }

    private static func isOn(_ word: String?) throws(PageProblem) -> Bool {
        switch word {
        case "on": return true
        case "off": return false
        case _: throw PageProblem.unreadableForm  // default: no field of ours says anything else
        }
    }
}
