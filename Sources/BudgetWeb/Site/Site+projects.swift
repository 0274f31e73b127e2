/// The addresses of projects and of what is done with their budgets.
extension Site {
    static let newProject = Address("/new-project")
    static let project = AddressOfOne("/projects/", part: "number")
    static let budget = AddressOfOne("/projects/", part: "number", "/budget")
    static let budgetLock = AddressOfOne("/projects/", part: "number", "/lock")
    static let budgetUnlock = AddressOfOne("/projects/", part: "number", "/unlock")
    static let budgetSend = AddressOfOne("/projects/", part: "number", "/send")
    static let budgetRetrieve = AddressOfOne("/projects/", part: "number", "/retrieve")
    static let erpStatus = AddressOfOne("/projects/", part: "number", "/erp")
    static let erpProgress = AddressOfOne("/projects/", part: "number", "/erp/progress")
    static let modifications = AddressOfOne("/projects/", part: "number", "/modifications")
    static let newModification = AddressOfOne("/projects/", part: "number", "/new-modification")
    static let modificationEffect = AddressOfOne("/projects/", part: "number", "/new-modification/effect")
    static let modification = AddressOfOne("/projects/", part: "number", "/modification")
    static let budgetImport = AddressOfOne("/projects/", part: "number", "/import")
}
