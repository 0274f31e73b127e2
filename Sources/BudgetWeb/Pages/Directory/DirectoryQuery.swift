import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Which people are asked for. All of it stands in the address, so that a list can be kept, sent and gone back to.
struct DirectoryQuery {
    enum Group: String, CaseIterable {
        case active, approvers, asking, admins
        case withoutPassword = "without-password"
        case withoutAccess = "without-access"
        case deactivated

        var title: String {
            switch self {
            case .active: "Active"
            case .approvers: "Accounting approvers"
            case .asking: "Asking for the privilege"
            case .admins: "Directory Admins"
            case .withoutPassword: "Without a password"
            case .withoutAccess: "Without access"
            case .deactivated: "Deactivated"
            }
        }

        /// Whoever is deactivated is in that group alone.
        func holds(_ entry: DirectoryEntry) -> Bool {
            guard entry.person.isActive else { return self == .deactivated }
            return switch self {
            case .active: true
            case .deactivated: false
            case .approvers: entry.person.isAccountingApprover
            case .asking: entry.asksForPrivilege
            case .admins: entry.person.permissions.level(of: .directory) == .admin
            case .withoutPassword: !entry.hasPassword
            case .withoutAccess: entry.person.permissions.areEmpty
            }
        }
    }

    static let rowsPerPage = 50
    private static let longestWords = 100

    let group: Group
    let words: String
    /// A tool with one of its levels, as ``option(_:_:)`` writes it.
    let level: String
    let template: String
    private let page: Int

    init(_ visit: Visit) {
        group = visit.query["group"].flatMap(Group.init(rawValue:)) ?? .active
        words = String((visit.query["q"] ?? "").prefix(Self.longestWords))
        level = visit.query["level"] ?? ""
        template = visit.query["template"] ?? ""
        page = max(1, Int(visit.query["page"] ?? "") ?? 1)
    }

    static func option(_ tool: Tool, _ level: AccessLevel) -> String { "\(tool.field).\(level)" }

    /// Those that the search and the choices find, of whichever group.
    func found(in directory: Directory) -> [DirectoryEntry] {
        let searched = words.lowercased().split(whereSeparator: \.isWhitespace)
        let permissions = directory.templates.first { $0.name == template }?.permissions
        return directory.entries.filter { entry in
            let person = entry.person
            let texts = [person.name.lowercased(), person.email]
            return searched.allSatisfy { word in texts.contains { $0.contains(word) } }
                && (level.isEmpty
                    || Tool.allCases.contains { Self.option($0, person.permissions.level(of: $0)) == level })
                && (template.isEmpty || person.permissions == permissions)
        }
    }

    func part(of rows: [DirectoryEntry]) -> (rows: [DirectoryEntry], page: PageOfList) {
        let pages = max(1, (rows.count + Self.rowsPerPage - 1) / Self.rowsPerPage)
        let page = PageOfList(number: min(page, pages), rowsPerPage: Self.rowsPerPage, rows: rows.count)
        return (Array(rows.dropFirst((page.number - 1) * Self.rowsPerPage).prefix(Self.rowsPerPage)), page)
    }

    func link(group: Group, page: Int = 1) -> Link {
        var link = Site.directory.link
        if group != .active { link = link.with("group", group.rawValue) }
        if !words.isEmpty { link = link.with("q", words) }
        if !level.isEmpty { link = link.with("level", level) }
        if !template.isEmpty { link = link.with("template", template) }
        return page == 1 ? link : link.with("page", "\(page)")
    }
}
