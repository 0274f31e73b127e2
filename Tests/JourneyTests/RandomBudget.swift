import BudgetDomain
import BudgetOperations
import QuickBooksEmulators

/// A budget, its modifications and a bookkeeper's lines, all from one seed.
struct RandomBudget {
    private var numbers: SeededNumbers
    let seed: UInt64

    static let codes = ["01-100", "03-100", "05-200", "09-900"]
    private static let types = ["L", "M", "O", "E"]

    init(seed: UInt64) {
        self.seed = seed
        numbers = SeededNumbers(seed: seed)
    }

    /// What people paste into descriptions, beside plain words.
    private static let awkward = [
        "", " ", "  leading and trailing  ", "tab\there", "two\r\nlines\n\nand more", "bell\u{7}\u{1B}escape", "👷🏽‍♀️ site",
        "Łódź, Šošić, İstanbul, Nguyễn", "木材 30 m³", "e\u{301}crit cafe\u{301}", "\u{301}mark first", "<a & \"b\">'c'",
        "]]> &amp; <!-- -->", "½ price – “quoted” … €", "\u{A0}no-break\u{A0}", "\u{200B}\u{FEFF}zero width",
        "right\u{202E}to left", "+1 =SUM(A1)",
    ]

    /// As long as a description may be; with notes beside it, longer than an estimate line holds.
    private static let long = [
        String(repeating: "é", count: 4_095), String(repeating: "x ", count: 2_000),
        String(repeating: "Ł", count: 4_095), String(repeating: "👷", count: 2_000),
    ]

    mutating func text() -> String {
        if numbers.next(below: 25) == 0 { return Self.long[numbers.next(below: Self.long.count)] }
        return switch numbers.next(below: 3) {
        case 0: "Work \(numbers.next(below: 100))"
        case 1: Self.awkward[numbers.next(below: Self.awkward.count)]
        default:  // default: two pieces of text together
            Self.awkward[numbers.next(below: Self.awkward.count)] + " "
                + Self.awkward[numbers.next(below: Self.awkward.count)]
        }
    }

    mutating func cents() -> Int64 {
        let size = [0, 100, 100_000, 10_000_000_00][numbers.next(below: 4)]
        let amount = Int64(size == 0 ? 0 : numbers.next(below: size))
        return numbers.next(below: 4) == 0 ? -amount : amount
    }

    mutating func count(upTo most: Int) -> Int { numbers.next(below: most + 1) }

    /// Each budget code once, in random order.
    mutating func budgetCodes() -> [(code: String, type: String)] {
        var all = Self.codes.flatMap { code in Self.types.map { (code: code, type: $0) } }
        for index in all.indices.reversed() { all.swapAt(index, numbers.next(below: index + 1)) }
        return Array(all.prefix(2 + numbers.next(below: 8)))
    }

    mutating func code() -> String { Self.codes[numbers.next(below: Self.codes.count)] }
}

/// SplitMix64.
struct SeededNumbers {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, limit)))
    }
}
