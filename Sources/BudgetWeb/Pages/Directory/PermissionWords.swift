import BudgetDomain
import MarkupBytes

/// Levels, rights and templates as people read them.
extension AccessLevel {
    var title: String {
        switch self {
        case .none: "None"
        case .readOnly: "Read Only"
        case .standard: "Standard"
        case .admin: "Admin"
        }
    }
}

extension GranularRight {
    /// The names are Procore's.
    var title: String {
        switch self {
        case .createEditAndDeleteBudgetChanges: "Create, Edit, and Delete Budget Changes"
        case .deleteBudgetLineItems: "Delete Budget Line Items"
        case .importLineItems: "Import Line Items From CSV"
        case .lockBudget: "Lock Budget"
        case .modifyOriginalBudgetAmount: "Modify Original Budget Amount"
        case .sendAndRetrieveFromERP: "Send and Retrieve From ERP"
        case .viewDirectCostDetails: "View Direct Cost Details"
        }
    }
}

extension Tool {
    /// The name of its field in forms.
    var field: StaticString {
        switch self {
        case .directory: "directory"
        case .budget: "budget"
        case .erpIntegrations: "erp-integrations"
        case .reports: "reports"
        }
    }
}

extension PermissionTemplate {
    var title: String { name.prefix(1).uppercased() + name.dropFirst() }

    /// The page that shows this template, or does something with it.
    func link(to address: Address = Site.template) -> Link { address.link.with("template", name) }
}

extension [PermissionTemplate] {
    /// The template that says exactly these permissions.
    func of(_ permissions: Permissions) -> PermissionTemplate? { first { $0.permissions == permissions } }
}

extension Permissions {
    /// Nothing at all.
    var areEmpty: Bool { rights.isEmpty && Tool.allCases.allSatisfy { level(of: $0) == .none } }

    var rightsText: String {
        let titles = GranularRight.allCases.filter(rights.contains).map(\.title)
        return titles.isEmpty ? "–" : titles.joined(separator: " · ")
    }
}

extension HTML {
    /// A level in a table; None is quiet, so that the others are seen.
    static func level(_ level: AccessLevel) -> HTML {
        level == .none ? .tag("span", [.class("quiet")], "None") : .text(level.title)
    }

    static func names(_ names: [String]) -> HTML { .text(names.joined(separator: ", ")) }
}
