/// A part of the product that access is given to. Company tools are the same for every project; project tools may be
/// set for one project alone.
package enum Tool: String, CaseIterable, Sendable {
    case directory
    case budget
    case erpIntegrations = "erp integrations"
    case reports

    /// The tool's name as people read it.
    package var title: String {
        switch self {
        case .directory: "Directory"
        case .budget: "Budget"
        case .erpIntegrations: "ERP Integrations"
        case .reports: "Reports"
        }
    }

    /// Whether a project may set its own level for this tool.
    package var isSetPerProject: Bool {
        switch self {
        case .budget, .reports: true
        case .directory, .erpIntegrations: false
        }
    }
}
