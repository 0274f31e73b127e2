import QBXML
import QuickBooksEmulators
import Testing

@Suite struct EstimateAddTests {
    @Test func `an amount wins, then comes quantity times rate, then the item's price`() throws {
        let file = try Acme.file()
        let lines = [
            Acme.line("03-100", cents: 100_00) { $0.rate = QBPrice(hundredThousandths: 700_000) },
            Acme.line("04-200") {
                $0.quantity = QBQuantity(hundredThousandths: 250_000)
                $0.rate = QBPrice(hundredThousandths: 333_300)
            },
            Acme.line("05-300"),
            Acme.line("05-300", cents: 0),
            Acme.line("04-200", cents: -25_50),
            Acme.line("03-100") {
                $0.quantity = QBQuantity(hundredThousandths: 100_000)
                $0.rate = QBPrice(hundredThousandths: 10_000_000)
                $0.markupRatePercent = QBPercent(hundredThousandths: 1_050_000)
            },
        ]

        #expect(try file.codes(Acme.estimate(lines)) == [0])

        let estimate = try file.onlyEstimate()
        #expect(estimate.lines.map(\.cents) == [100_00, 8_33, 12_50, 0, -25_50, 110_50])
        #expect(estimate.totalCents == 205_83)
        #expect(estimate.customer == "Jones:House")
        #expect(estimate.refNumber == "B1")
        #expect(estimate.isActive)
        #expect(Set(estimate.lines.map(\.txnLineID)).count == 6)
    }

    @Test func `half a cent is rounded away from zero`() throws {
        let file = try Acme.file()
        func half(_ rate: Int64) -> EstimateLineAdd {
            Acme.line("03-100") {
                $0.quantity = QBQuantity(hundredThousandths: 50_000)
                $0.rate = QBPrice(hundredThousandths: rate)
            }
        }

        _ = try file.answers(Acme.estimate([half(1_000), half(-1_000), half(999)]))

        #expect(try file.cents() == [1, -1, 0])
    }

    @Test func `an unknown job, an unknown item and an inactive item are invalid references`() throws {
        let file = try Acme.file()
        try file.setItem("04-200", isActive: false)

        #expect(try file.codes(Acme.estimate([Acme.line("03-100")], job: "Jones:Barn")) == [3140])
        #expect(try file.codes(Acme.estimate([Acme.line("99-999", cents: 1)])) == [3140])
        #expect(try file.codes(Acme.estimate([Acme.line("04-200", cents: 1)])) == [3140])
        #expect(file.estimates == [])
        #expect(file.executedWrites == 0)
    }

    @Test func `estimates can be switched off`() throws {
        let file = try Acme.file()
        file.preferences.isUsingEstimates = false

        #expect(try file.codes(Acme.estimate([Acme.line("03-100", cents: 1)])) == [3250])
    }

    @Test func `nothing is added in closed books`() throws {
        let file = try Acme.file()
        file.preferences.closingDate = "2026-01-10"
        #expect(try file.codes(Acme.estimate([Acme.line("03-100")])) == [3171])

        file.preferences.closingDate = "2026-01-09"
        #expect(try file.codes(Acme.estimate([Acme.line("03-100")])) == [0])
    }

    @Test func `the answer holds the lines, the query only if asked for`() throws {
        let file = try Acme.file()
        let added = try #require(try file.answers(Acme.estimate([Acme.line("03-100", cents: 5_00)])).first)
        guard case .estimates(let rets) = added.body, let ret = rets.first else { throw Unexpected() }
        #expect(ret.lines.count == 1)
        #expect(ret.totalAmount?.cents == 5_00)

        func lineCount(_ includes: Bool?) throws -> [Int] {
            let query = TxnQuery {
                $0.txnIDs = [ret.txnID]
                $0.includeLineItems = includes
            }
            guard case .estimates(let found)? = try file.answers(.estimateQuery(query)).first?.body else {
                throw Unexpected()
            }
            return found.map(\.lines.count)
        }

        #expect(try lineCount(true) == [1])
        #expect(try lineCount(nil) == [0])
    }
}
