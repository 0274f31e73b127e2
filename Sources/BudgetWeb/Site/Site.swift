import BudgetDomain

/// Every address of the web application, in one place.
enum Site {
    static let dashboard = Address("/")
    static let projects = Address("/projects")
    static let directory = Address("/directory")
    static let erpIntegrations = Address("/erp")

    static let signIn = Address("/sign-in")
    static let signInNext = Address("/sign-in/next")
    static let signOut = Address("/sign-out")
    static let passwordLink = Address("/password-link")
    static let setUp = Address("/set-up")

    static let account = Address("/account")
    static let password = Address("/account/password")
    static let sessions = Address("/account/sessions")
    static let secondFactor = Address("/account/second-factor")
    static let secondFactorOff = Address("/account/second-factor/off")
    static let theme = Address("/account/theme")

    /// Only a demo answers it.
    static let demo = Address("/demo")

    static let asset = AddressOfOne("/assets/", part: "asset")
    /// What browsers ask for by themselves.
    static let favicon = Address("/favicon.ico")
}

/// The parts of the application that the header leads to.
enum Section: CaseIterable {
    case dashboard, projects, directory, erpIntegrations

    var title: String {
        switch self {
        case .dashboard: "Dashboard"
        case .projects: "Projects"
        case .directory: "Directory"
        case .erpIntegrations: "ERP Integrations"
        }
    }

    var link: Link {
        switch self {
        case .dashboard: Site.dashboard.link
        case .projects: Site.projects.link
        case .directory: Site.directory.link
        case .erpIntegrations: Site.erpIntegrations.link
        }
    }

    /// A project may set its own levels for budgets, so that the projects are there for everybody; the two tools of the
    /// company follow the company's.
    func isOpen(to person: Person) -> Bool {
        switch self {
        case .dashboard, .projects: true
        case .directory: person.refusals(of: .viewDirectory).isEmpty
        case .erpIntegrations: person.refusals(of: .viewERPLists).isEmpty
        }
    }
}
