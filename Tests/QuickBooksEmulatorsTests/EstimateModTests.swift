import QBXML
import QuickBooksEmulators
import Testing

@Suite struct EstimateModTests {
    private func fileWithThreeLines() throws -> CompanyFile {
        let file = try Acme.file()
        _ = try file.answers(
            Acme.estimate([
                Acme.line("03-100", cents: 100) { $0.desc = "first" }, Acme.line("04-200", cents: 200),
                Acme.line("05-300", cents: 300),
            ]))
        return file
    }

    @Test func `without lines the lines stay`() throws {
        let file = try fileWithThreeLines()
        let before = try file.onlyEstimate()

        #expect(try file.codes(Acme.mod(before, []) { $0.memo = "revised" }) == [0])

        let after = try file.onlyEstimate()
        #expect(after.lines == before.lines)
        #expect(after.memo == "revised")
        #expect(after.txnID == before.txnID)
        #expect(after.editSequence != before.editSequence)
    }

    @Test func `what is not listed is deleted, an id alone keeps, minus one appends`() throws {
        let file = try fileWithThreeLines()
        let before = try file.onlyEstimate()
        let changed = EstimateLineMod {
            $0.txnLineID = before.lines[0].txnLineID
            $0.content.amount = QBAmount(cents: 150)
        }

        let code = try file.codes(
            Acme.mod(
                before,
                [
                    .keepLine(before.lines[2].txnLineID), .line(changed),
                    .line(EstimateLineMod(adding: Acme.line("04-200", cents: 400))),
                ]))

        #expect(code == [0])
        let after = try file.onlyEstimate()
        #expect(after.lines.map(\.cents) == [300, 150, 400])
        #expect(after.lines.map(\.item) == ["05-300", "03-100", "04-200"])
        #expect(after.lines.map(\.description) == [nil, "first", nil])
        #expect(after.lines.prefix(2).map(\.txnLineID) == [before.lines[2].txnLineID, before.lines[0].txnLineID])
        #expect(after.totalCents == 850)
    }

    @Test func `a group is kept by its id and keeps its lines`() throws {
        let file = try fileWithThreeLines()
        try file.addGroup(
            toEstimate: try file.onlyEstimate().txnID, name: "Kitchen", lines: [("03-100", 10), ("04-200", 20)])
        let before = try file.onlyEstimate()
        let query = TxnQuery { $0.includeLineItems = true }
        guard case .estimates(let rets)? = try file.answers(.estimateQuery(query)).first?.body,
            case .group(let group)? = rets.first?.lines.last
        else { throw Unexpected() }

        let kept = Acme.mod(before, [.keepLine(before.lines[0].txnLineID), .keepGroup(group.txnLineID)])
        #expect(try file.codes(kept) == [0])

        #expect(try file.cents() == [100, 10, 20])
    }

    @Test func `an old edit sequence changes nothing`() throws {
        let file = try fileWithThreeLines()
        let before = try file.onlyEstimate()
        try file.setAmount(ofLine: 1, inEstimate: before.txnID, cents: 999)

        #expect(try file.codes(Acme.mod(before, [.keepLine(before.lines[0].txnLineID)])) == [3200])
        #expect(try file.cents() == [100, 999, 300])
    }

    @Test func `an unknown estimate and an unknown line are not found`() throws {
        let file = try fileWithThreeLines()
        let estimate = try file.onlyEstimate()
        var other = estimate
        other.txnID = "FFFF-1"

        #expect(try file.codes(Acme.mod(other, [])) == [3120])
        #expect(try file.codes(Acme.mod(estimate, [.keepLine("FFFF-2")])) == [3120])
        let twice = EstimateLineToMod.keepLine(estimate.lines[0].txnLineID)
        #expect(try file.codes(Acme.mod(estimate, [twice, twice])) == [3120])
        #expect(try file.onlyEstimate() == estimate)
    }

    @Test func `an empty value clears a field`() throws {
        let file = try fileWithThreeLines()
        let before = try file.onlyEstimate()

        #expect(try file.codes(Acme.mod(before, []) { $0.refNumber = "" }) == [0])

        #expect(try file.onlyEstimate().refNumber == nil)
    }

    @Test func `a bookkeeper edits, adds and deletes`() throws {
        let file = try fileWithThreeLines()
        let id = try file.onlyEstimate().txnID

        try file.setDescription(ofLine: 0, inEstimate: id, to: "own words")
        try file.addLine(toEstimate: id, item: "05-300", description: "own line", cents: 7)
        try file.deleteLine(1, ofEstimate: id)

        let lines = try file.onlyEstimate().lines
        #expect(lines.map(\.description) == ["own words", nil, "own line"])
        #expect(lines.map(\.cents) == [100, 300, 7])

        try file.deleteEstimate(id)

        #expect(file.estimates == [])
        let deleted = TxnDeletedQuery { $0.types = [.estimate] }
        let bills = TxnDeletedQuery { $0.types = [.bill] }
        let responses = try file.answers(
            .txnDeletedQuery(deleted), .txnDeletedQuery(bills), .estimateQuery(TxnQuery { $0.txnIDs = [id] }))
        #expect(responses.map(\.status.code) == [0, 1, 500])
        guard case .deletedTxns(let rets) = responses[0].body else { throw Unexpected() }
        #expect(rets.map(\.txnID) == [id])
    }
}
