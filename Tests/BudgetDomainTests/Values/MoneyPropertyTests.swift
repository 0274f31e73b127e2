import BudgetDomain
import Testing

@Suite struct `money, whatever the figures` {
    @Test(arguments: Seeds.all)
    func `reads back what it prints`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let money = Money(minorUnits: random.magnitudeSpread(upTo: Money.limitMinorUnits), currency: .usd)
            #expect(try Money(parsing: money.plain, currency: .usd) == money, "seed \(seed)")
            #expect(try AmountText.money(money.formatted, currency: .usd) == money, "seed \(seed)")

            let number = random.magnitudeSpread(upTo: Quantity.limitHundredThousandths)
            let quantity = try Quantity(hundredThousandths: number)
            #expect(try Quantity(parsing: quantity.plain) == quantity, "seed \(seed)")
            let cost = try UnitCost(hundredThousandths: number, currency: .cad)
            #expect(try UnitCost(parsing: cost.plain, currency: .cad) == cost, "seed \(seed)")
        }
    }

    @Test(arguments: Seeds.all)
    func `loses no cent when shared`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<1_000 {
            let money = Money(minorUnits: random.magnitudeSpread(upTo: Money.limitMinorUnits), currency: .usd)
            let count = Int(random.next() % 12) + 1
            var weights = (0..<count).map { _ in abs(random.magnitudeSpread(upTo: 1_000_000_000_000)) }
            weights[0] += 1

            let shares = try money.allocated(over: weights)

            #expect(shares.count == count, "seed \(seed)")
            #expect(shares.reduce(0) { $0 + $1.minorUnits } == money.minorUnits, "seed \(seed)")
            let total = weights.reduce(0, +)
            for (share, weight) in zip(shares, weights) {
                let distance = Int128(share.minorUnits) * Int128(total) - Int128(money.minorUnits) * Int128(weight)
                #expect(distance.magnitude < UInt128(total), "seed \(seed): \(money) over \(weights)")
            }
        }
    }

    @Test(arguments: Seeds.all)
    func `adds up as whole numbers do, in any order`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let figures = (0..<20).map { _ in random.magnitudeSpread(upTo: 49_999_999_999_999) }
            let amounts = figures.map { Money(minorUnits: $0, currency: .eur) }
            let expected = Money(minorUnits: figures.reduce(0, +), currency: .eur)

            #expect(try Money.sum(amounts, in: .eur) == expected, "seed \(seed)")
            #expect(try Money.sum(amounts.shuffled(using: &random), in: .eur) == expected, "seed \(seed)")
            let oneByOne = try amounts.reduce(Money.zero(.eur)) { try $0 + $1 }
            #expect(oneByOne == expected, "seed \(seed)")
            let undone = try amounts.reduce(oneByOne) { try $0 - $1 }
            #expect(undone == .zero(.eur), "seed \(seed)")
        }
    }

    @Test(arguments: Seeds.all)
    func `quantity times unit cost agrees with sums done on paper`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let quantity = try Quantity(hundredThousandths: random.magnitudeSpread(upTo: 999_999_999_999))
            let cost = try UnitCost(hundredThousandths: random.magnitudeSpread(upTo: 999_999_999_999), currency: .usd)

            let amount = try? Money.amount(of: quantity, at: cost)

            let expected = PaperArithmetic.product(quantity.hundredThousandths, cost.hundredThousandths, dropping: 8)
            #expect(amount.map { String($0.minorUnits) } == expected, "seed \(seed): \(quantity) × \(cost)")
        }
    }
}

/// Long multiplication on decimal digits: slow, and independent of the machine's integers.
enum PaperArithmetic {
    /// left × right without its last `dropping` digits, rounded half away from zero; nil beyond money's fifteen digits.
    static func product(_ left: Int64, _ right: Int64, dropping: Int) -> String? {
        let leftDigits = digitsFromTheRight(left)
        let rightDigits = digitsFromTheRight(right)
        var product = [Int](repeating: 0, count: leftDigits.count + rightDigits.count + dropping + 1)
        for (i, a) in leftDigits.enumerated() {
            for (j, b) in rightDigits.enumerated() { product[i + j] += a * b }
        }
        product[dropping - 1] += 5
        for index in product.indices.dropLast() {
            product[index + 1] += product[index] / 10
            product[index] %= 10
        }
        var kept = Array(product.dropFirst(dropping))
        while kept.count > 1, kept.last == 0 { kept.removeLast() }
        guard kept.count <= 15 else { return nil }
        let isNegative = (left < 0) != (right < 0) && kept != [0]
        return (isNegative ? "-" : "") + kept.reversed().map(String.init).joined()
    }

    private static func digitsFromTheRight(_ number: Int64) -> [Int] {
        String(number.magnitude).reversed().compactMap(\.wholeNumberValue)
    }
}
