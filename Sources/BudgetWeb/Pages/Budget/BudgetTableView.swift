import BudgetDomain
import BudgetOperations

/// How the budget is looked at: grouping, order, filters and columns, all of which stand in the page's address, so that
/// a view can be kept as a bookmark. The grid writes and reads the same.
struct BudgetTableView {
    enum Group: String, CaseIterable {
        case none, division, costCode, costType, subJob

        var column: BudgetTableColumn? {
            switch self {
            case .none: nil
            case .division: .division
            case .costCode: .costCode
            case .costType: .costType
            case .subJob: .subJob
            }
        }

        var title: String { column?.title ?? "No groups" }
    }

    /// Columns for what one is about to do.
    enum Preset: String, CaseIterable {
        case pm, accounting, owner, all

        var title: String {
            switch self {
            case .pm: "Project manager"
            case .accounting: "Accounting"
            case .owner: "Owner"
            case .all: "All columns"
            }
        }

        var columns: [BudgetTableColumn] {
            switch self {
            case .pm:
                [.code, .description, .quantity, .unitOfMeasure, .unitCost, .amount, .modifications, .revised]
            case .accounting: [.code, .description, .costCode, .costType, .amount, .modifications, .revised]
            case .owner: [.code, .description, .amount, .modifications, .revised]
            case .all: BudgetTableColumn.allCases
            }
        }
    }

    private static let longestWords = 100

    let base: Link
    let group: Group
    /// Nil for the order in which the lines were added.
    let sort: BudgetTableColumn?
    let isDescending: Bool
    let words: String
    let type: String
    let division: String
    let showsProblemsOnly: Bool
    /// A preset's name or a list of columns, as it stands in the address.
    let columnsText: String
    let page: Int

    init(_ query: FormFields, at base: Link) {
        self.base = base
        group = query["group"].flatMap(Group.init) ?? .none
        let order = query["sort"] ?? ""
        sort = BudgetTableColumn(rawValue: order.hasPrefix("-") ? String(order.dropFirst()) : order)
        isDescending = order.hasPrefix("-")
        words = String((query["find"] ?? "").prefix(Self.longestWords))
        type = query["type"] ?? ""
        division = query["division"] ?? ""
        showsProblemsOnly = query["problems"] == "1"
        columnsText = query["columns"] ?? ""
        page = max(1, Int(query["page"] ?? "") ?? 1)
    }

    /// Code and description always are among them: without them no line can be told.
    func columns(of present: [BudgetTableColumn]) -> [BudgetTableColumn] {
        let asked =
            columnsText.isEmpty
            ? Preset.pm.columns
            : Preset(rawValue: columnsText)?.columns
                ?? columnsText.split(separator: ",").compactMap { BudgetTableColumn(rawValue: String($0)) }
        return present.filter { $0 == .code || $0 == .description || asked.contains($0) }
    }

    /// Whether the lines stand otherwise than on the budget.
    var arranges: Bool { isFiltered || sort != nil || group != .none }

    var isFiltered: Bool { !words.isEmpty || !type.isEmpty || !division.isEmpty || showsProblemsOnly }

    func shows(_ line: BudgetTableLine) -> Bool {
        if !type.isEmpty, line.item.code.costType != type { return false }
        if !division.isEmpty, line.division != division { return false }
        if showsProblemsOnly, line.line.problems.isEmpty { return false }
        guard !words.isEmpty else { return true }
        let text = line.searchedText
        return words.lowercased().split(whereSeparator: \.isWhitespace).allSatisfy { text.contains($0) }
    }

    func sorted(_ lines: [BudgetTableLine]) -> [BudgetTableLine] {
        guard let sort else { return lines }
        let keyed = lines.enumerated().map { (position: $0.offset, line: $0.element, key: $0.element.order(by: sort)) }
        let sorted = keyed.sorted { left, right in
            if left.key == right.key { return left.position < right.position }
            return isDescending ? right.key < left.key : left.key < right.key
        }
        return sorted.map(\.line)
    }

    /// The same view with something else.
    ///
    /// - Parameter base: another address that understands the same; nil for the page itself.
    func link(
        at base: Link? = nil, group: Group? = nil, sort: String? = nil, page: Int = 1, columns: String? = nil
    ) -> Link {
        let order = self.sort.map { (isDescending ? "-" : "") + $0.rawValue } ?? ""
        let (group, sort, columns) = (group ?? self.group, sort ?? order, columns ?? columnsText)
        var link = base ?? self.base
        if group != .none { link = link.with("group", group.rawValue) }
        if !sort.isEmpty { link = link.with("sort", sort) }
        if !words.isEmpty { link = link.with("find", words) }
        if !type.isEmpty { link = link.with("type", type) }
        if !division.isEmpty { link = link.with("division", division) }
        if showsProblemsOnly { link = link.with("problems", "1") }
        if !columns.isEmpty { link = link.with("columns", columns) }
        return page > 1 ? link.with("page", "\(page)") : link
    }

    /// To the order by this column; and to the other direction, where it is that already.
    func link(sortedBy column: BudgetTableColumn) -> Link {
        link(sort: sort == column && !isDescending ? "-\(column.rawValue)" : column.rawValue)
    }
}

/// What lines are put in order by: figures by their values, texts as a person counts, with 2 before 10.
enum TableOrder: Comparable {
    case figure(Int64)
    case text([Piece])

    static func < (left: TableOrder, right: TableOrder) -> Bool {
        switch (left, right) {
        case (.figure(let left), .figure(let right)): left < right
        case (.text(let left), .text(let right)): left.lexicographicallyPrecedes(right)
        case (.figure, .text): true
        case (.text, .figure): false
        }
    }

    enum Piece: Comparable {
        /// Its digits without zeros in front; fewer digits are less.
        case number(count: Int, String)
        case letters(String)
    }

    static func counted(_ text: String) -> TableOrder {
        var pieces: [Piece] = []
        var rest = text.lowercased()[...]
        while let first = rest.first {
            let isNumber = "0"..."9" ~= first
            let piece = rest.prefix { ("0"..."9" ~= $0) == isNumber }
            let digits = piece.drop { $0 == "0" }
            pieces.append(isNumber ? .number(count: digits.count, String(digits)) : .letters(String(piece)))
            rest = rest.dropFirst(piece.count)
        }
        return .text(pieces)
    }
}

extension BudgetTableLine {
    fileprivate var searchedText: String {
        let texts: [BudgetTableColumn] = [
            .code, .description, .costCode, .subJob, .unitOfMeasure, .quantity, .unitCost,
        ]
        let figures = [BudgetTableColumn.amount, .modifications, .revised].compactMap { money($0) }
        return (texts.map { text($0) } + [costTypeName] + figures.flatMap { [$0.plain, $0.formatted] })
            .joined(separator: " ").lowercased()
    }

    fileprivate func order(by column: BudgetTableColumn) -> TableOrder {
        switch (column, item.calculation) {
        case (.amount, _), (.modifications, _), (.revised, _): .figure(money(column)?.minorUnits ?? 0)
        case (.quantity, .automatic(let quantity, _, _)): .figure(quantity.hundredThousandths)
        case (.unitCost, .automatic(_, _, let cost)): .figure(cost.hundredThousandths)
        case (.quantity, .manual), (.unitCost, .manual): .figure(.min)
        case (.code, _), (.description, _), (.subJob, _), (.division, _), (.costCode, _), (.costType, _),
            (.unitOfMeasure, _):
            .counted(text(column))
        }
    }
}
