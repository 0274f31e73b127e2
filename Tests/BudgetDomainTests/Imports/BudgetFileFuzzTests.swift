import BudgetDomain
import Testing

@Suite struct `any bytes at all` {
    private static let texts = [
        "Cost Code,Cost Type,Amount\n", "Budget Code,Tier 1,Sub Job,Amount,Qty,Unit Cost\n",
        "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "\r", "=\"", "\u{301}", "\u{FEFF}", " - ", ".", "..", "é",
        "03-100", "0001.03-100.MAT", "LAB", "None", "Total",
        "1,234.50", "(5)", "-", "$", "€", "1e5", "#REF!", "999999999999999999999", "12.5", "0",
    ]
    private static let pieces: [[UInt8]] = texts.map { Array($0.utf8) } + [[0xE9], [0x81], [0xFF, 0xFE], [7]]

    @Test(arguments: Seeds.all)
    func `are read or refused, and a refusal has reasons`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<1_000 {
            var bytes = random.next() % 4 == 0 ? [] : Self.pieces[Int(random.next() % 2)]
            for _ in 0..<(random.next() % 60) { bytes += Self.pieces[Int(random.next() % UInt64(Self.pieces.count))] }

            switch BudgetFile.read(bytes: bytes, currency: .usd) {
            case .budget(let lines, _):
                #expect(!lines.isEmpty && lines.allSatisfy { !$0.costCode.isEmpty }, "seed \(seed): \(bytes)")
            case .refused(let problems, _):
                #expect(!problems.isEmpty && problems.allSatisfy { !$0.reason.isEmpty }, "seed \(seed): \(bytes)")
            }
            _ = CostCodeFile.read(bytes: bytes)
        }
    }
}
