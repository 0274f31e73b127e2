/// A budget code taken apart: `0001.03-01-025.MAT` is sub job, cost code and cost type, and what follows are custom
/// segments.
struct BudgetCodeText: Equatable {
    var subJob: String?
    var costCode: String
    var costType: String?
    var customSegments: String?

    enum Fault: Error, Equatable {
        case emptySegment
        case costCodeNotInIt
        case twoSegmentsBeforeCostCode

        var sentence: String {
            switch self {
            case .emptySegment: "The budget code has an empty part."
            case .costCodeNotInIt: "The budget code does not contain the row's cost code."
            case .twoSegmentsBeforeCostCode: "The budget code has more than a sub job before the cost code."
            }
        }
    }

    /// `costCode` is the row's own when another column says it: cost codes may have points of their own, so that only
    /// it tells for certain where the code stands. `hasSubJob` is nil when no column says.
    init(reading text: String, costCode known: String?, hasSubJob: Bool?) throws(Fault) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard !parts.contains("") else { throw .emptySegment }

        let codeParts = known.map { $0.split(separator: ".").map(String.init) }
        let start: Int
        if let codeParts {
            guard let found = BudgetCodeText.position(of: codeParts, in: parts) else { throw .costCodeNotInIt }
            start = found
        } else {
            start = (hasSubJob ?? (parts.count >= 3)) && parts.count >= 2 ? 1 : 0
        }
        guard start <= 1 else { throw .twoSegmentsBeforeCostCode }

        let end = start + (codeParts?.count ?? 1)
        subJob = start == 1 ? parts[0] : nil
        costCode = parts[start..<end].joined(separator: ".")
        costType = parts.count > end ? parts[end] : nil
        customSegments = parts.count > end + 1 ? parts[(end + 1)...].joined(separator: ".") : nil
    }

    /// A cost code may equal the sub job's code, so a place that leaves room for a type is preferred.
    private static func position(of code: [String], in parts: [String]) -> Int? {
        guard !code.isEmpty, parts.count >= code.count else { return nil }
        let places = (0...(parts.count - code.count)).filter { Array(parts[$0..<($0 + code.count)]) == code }
        return places.last { $0 + code.count < parts.count } ?? places.last
    }
}
