import Foundation

/// The table of modules in ARCHITECTURE.md.
struct ImportTable {
    struct Module {
        let name: String
        let layer: Int
        let ours: Set<String>
        let others: Set<String>
    }

    let modules: [Module]

    /// What comes with the system. BudgetDomain takes Foundation alone, for its value types.
    static let platform: Set = ["Foundation", "FoundationEssentials", "Dispatch", "Glibc", "Synchronization"]

    /// The modules that a package is made of, beside the one it is named for in the table.
    static let parts: [String: Set<String>] = [
        "Hummingbird": ["HummingbirdCore", "HTTPTypes", "NIOCore", "NIOPosix"],
        "Foundation value types": ["Foundation", "FoundationEssentials"],
    ]

    init(architecture: String) throws {
        let row = try Pattern(#"^\| *(\d+ *\| *`\w+` *\|.*)$"#)
        var modules: [Module] = []
        for line in row.matches(in: architecture) {
            let cells = line.text.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 5, let layer = Int(cells[0]) else { continue }
            modules.append(
                Module(
                    name: cells[1].trimmingCharacters(in: ["`"]), layer: layer,
                    ours: try Self.ours(cells[3], above: modules.map(\.name)), others: Self.others(cells[4])))
        }
        self.modules = modules
    }

    /// A cell lists modules, or says “all”, or all but those it lists.
    private static func ours(_ cell: String, above: [String]) throws -> Set<String> {
        let listed = Set(try Pattern(#"`(\w+)`"#).matches(in: cell).map(\.text))
        guard cell.hasPrefix("all") else { return listed }
        let emulators: Set = cell.contains("but the emulators") ? ["QuickBooksEmulators"] : []
        return Set(above).subtracting(listed).subtracting(emulators)
    }

    private static func others(_ cell: String) -> Set<String> {
        let names = Set(cell.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
        return names.union(names.flatMap { parts[$0] ?? [] })
    }

    func findings(in file: SourceFile) throws -> [Finding] {
        guard file.isSource, let module = modules.first(where: { $0.name == file.module }) else { return [] }
        let platform = module.name == "BudgetDomain" ? [] : Self.platform
        let allowed = module.ours.union(module.others).union(platform)
        let line = try Pattern(#"^[ \t]*(?:@\w+ +)*(?:[a-z]+ +)?import +(?:(?:struct|class|enum|func) +)?(\w+)"#)
        return line.matches(in: file.code).filter { !allowed.contains($0.text) }.map { found in
            let message = "\(module.name) may not import \(found.text) (ARCHITECTURE.md, Modules)"
            return Finding(path: file.path, line: found.line, message: message)
        }
    }

    /// What the table itself has wrong: an arrow that goes up or sideways, a module that it leaves out.
    func contradictions(modulesInTree: [String]) -> [String] {
        let layers = Dictionary(modules.map { ($0.name, $0.layer) }, uniquingKeysWith: { first, _ in first })
        let arrows = modules.flatMap { module in
            module.ours.sorted().filter { (layers[$0] ?? -1) >= module.layer }.map { "\(module.name) → \($0)" }
        }
        let headersOnly = ["CLibPQ", "CLibXML2", "CMalloc", "CZlib"]
        let missing = modulesInTree.filter { layers[$0] == nil && !headersOnly.contains($0) }
        return arrows + missing.map { "\($0) is not in the table" }
    }
}
