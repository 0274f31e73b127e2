import BudgetDomain
import QBXML
import Testing

@testable import QuickBooksDesktop

@Suite struct EstimateTranslationTests {
    private let footings = EstimateLine(
        itemListID: "80000001-1", description: "Footings\n“Łódź” & walls", amount: usd(12_345_67), mark: "7K2")
    private let nothing = EstimateLine(
        itemListID: "80000002-1", description: "", amount: usd(0), mark: "7K3")
    private let less = EstimateLine(
        itemListID: "80000001-1", description: "Moved", amount: usd(-500_00), mark: "7K4")

    @Test func `a budget becomes an estimate with one line for each transaction`() throws {
        let add = try EstimateTranslation.add(
            job: ListReference(listID: "80000009-1", fullName: "Smith:Kitchen"),
            date: try #require(CalendarDate(iso: "2026-01-31")), number: "B1042-1",
            guid: try #require(ExternalGUID("12345678-1234-1234-1234-1234567890AB")), memo: "Kitchen, version 1",
            lines: [footings, nothing])

        let set = QBXMLRequestSet(
            onError: .stop, requests: [QBXMLRequest(requestID: "1", .estimateAdd(add))])
        let expected =
            #"<?xml version="1.0" encoding="utf-8"?><?qbxml version="13.0"?><QBXML>"#
            + #"<QBXMLMsgsRq onError="stopOnError"><EstimateAddRq requestID="1"><EstimateAdd>"#
            + "<CustomerRef><ListID>80000009-1</ListID></CustomerRef><TxnDate>2026-01-31</TxnDate>"
            + "<RefNumber>B1042-1</RefNumber><Memo>Kitchen, version 1</Memo><Other>Plumbline budget</Other>"
            + "<ExternalGUID>{12345678-1234-1234-1234-1234567890ab}</ExternalGUID>"
            + "<EstimateLineAdd><ItemRef><ListID>80000001-1</ListID></ItemRef>"
            + "<Desc>Footings &#8220;L&#243;dz&#8221; &amp; walls</Desc><Amount>12345.67</Amount>"
            + "<Other1>7K2</Other1></EstimateLineAdd>"
            + "<EstimateLineAdd><ItemRef><ListID>80000002-1</ListID></ItemRef><Amount>0.00</Amount>"
            + "<Other1>7K3</Other1></EstimateLineAdd>"
            + "</EstimateAdd></EstimateAddRq></QBXMLMsgsRq></QBXML>"
        #expect(String(decoding: try set.encoded(), as: UTF8.self) == expected)
    }

    @Test func `an update names every line and group that is there, then appends`() throws {
        let change = try EstimateTranslation.update(existing: Samples.estimate, appending: [less])

        var expected = EstimateMod()
        expected.txnID = "1A-1"
        expected.editSequence = "1700000000"
        expected.lines = [
            .keepLine("2A-1"), .keepGroup("3A-1"), .keepLine("5A-1"),
            .line(
                EstimateLineMod(
                    adding: EstimateLineAdd {
                        $0.itemRef = QBRef(listID: "80000001-1")
                        $0.desc = "Moved"
                        $0.amount = QBAmount(cents: -500_00)
                        $0.other1 = "7K4"
                    })),
        ]
        #expect(change == expected)
    }

    @Test func `an update of an estimate whose lines were not read is refused, since it would delete them`() {
        var existing = Samples.estimate
        existing.lines = []

        #expect(throws: TranslationFault.linesNotRead) {
            try EstimateTranslation.update(existing: existing, appending: [less])
        }
    }

    @Test func `a line that is in the estimate already is not appended again`() {
        let again = EstimateLine(itemListID: "80000001-1", description: "", amount: usd(1), mark: "7K2")

        #expect(throws: TranslationFault.markAlreadyThere("7K2")) {
            try EstimateTranslation.update(existing: Samples.estimate, appending: [less, again])
        }
    }

    @Test func `an estimate without an edit sequence or a line without an id is not changed`() {
        var existing = Samples.estimate
        existing.editSequence = nil
        #expect(throws: TranslationFault.incomplete(field: "EditSequence")) {
            try EstimateTranslation.update(existing: existing, appending: [less])
        }

        existing = Samples.estimate
        existing.lines.append(.line(EstimateLineRet()))
        #expect(throws: TranslationFault.incomplete(field: "TxnLineID")) {
            try EstimateTranslation.update(existing: existing, appending: [less])
        }
    }

    @Test func `no lines and amounts beyond QuickBooks' digits are refused`() {
        #expect(throws: TranslationFault.noLines) {
            try EstimateTranslation.update(existing: Samples.estimate, appending: [])
        }
        let huge = EstimateLine(
            itemListID: "80000001-1", description: "", amount: usd(1_000_000_000_000_000), mark: "7K9")
        #expect(throws: TranslationFault.amountTooLarge(usd(1_000_000_000_000_000))) {
            try EstimateTranslation.update(existing: Samples.estimate, appending: [huge])
        }
    }

    @Test func `an estimate is read with the lines of its groups`() throws {
        let reading = try EstimateTranslation.reading(of: Samples.estimate, currency: .usd)

        let expected = EstimateReading(
            reference: EstimateReference(txnID: "1A-1", editSequence: "1700000000"), number: "B1042-1",
            total: usd(12_365_67),
            lines: [
                .init(
                    txnLineID: "2A-1", itemListID: "80000001-1", itemName: "03-100", mark: "7K2",
                    amount: usd(12_345_67), description: "Footings"),
                .init(
                    txnLineID: "4A-1", itemListID: "80000005-1", itemName: "Door", mark: nil, amount: usd(20_00),
                    description: ""),
                .init(
                    txnLineID: "5A-1", itemListID: nil, itemName: "", mark: nil, amount: usd(0),
                    description: "Thank you"),
            ])
        #expect(reading == expected)
        #expect(EstimateTranslation.marks(in: Samples.estimate) == ["7K2"])
    }

    @Test func `an estimate without a total is not taken for a reading`() {
        var estimate = Samples.estimate
        estimate.totalAmount = nil

        #expect(throws: TranslationFault.incomplete(field: "TotalAmount")) {
            try EstimateTranslation.reading(of: estimate, currency: .usd)
        }
    }
}
