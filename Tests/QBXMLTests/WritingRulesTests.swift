import QBXML
import Testing

@Suite struct WritingRulesTests {
    private func reason(_ message: RequestMessage, requestID: String? = nil) -> QBXMLFault? {
        fault { _ = try QBXMLRequestSet(requests: [QBXMLRequest(requestID: requestID, message)]).encoded() }
    }

    private func customer(_ change: (inout CustomerAdd) -> Void) -> RequestMessage {
        .customerAdd(
            CustomerAdd {
                $0.name = "Smith"
                change(&$0)
            })
    }

    @Test func `a text over its limit is refused with message, field, limit and length`() {
        let name = String(repeating: "é", count: 42)

        #expect(
            reason(customer { $0.name = name })
                == QBXMLFault(
                    message: "CustomerAddRq", field: "CustomerAdd/Name", reason: .tooLong(limit: 41, actual: 42)))
        #expect(reason(customer { $0.name = String(name.dropLast()) }) == nil)
    }

    @Test func `text must be of Windows-1252, without control characters, and a name without colon`() {
        let cases: [(String, QBXMLFault.Reason)] = [
            ("Łódź", .notInWindows1252("Ł")), ("a\u{301}", .notInWindows1252("\u{301}")),
            ("x👷", .notInWindows1252("👷")), ("a\tb", .controlCharacter(code: 9)),
            ("a\u{7F}b", .controlCharacter(code: 127)), ("a\u{85}b", .controlCharacter(code: 133)),
            ("a:b", .colonInName), ("", .missing), ("  ", .missing),
        ]
        for (name, expected) in cases {
            #expect(
                reason(customer { $0.name = name })
                    == QBXMLFault(message: "CustomerAddRq", field: "CustomerAdd/Name", reason: expected), "\(name)")
        }
        #expect(reason(customer { $0.notes = "tabs\tand\r\nlines, “quotes” – € Šš Žž Œœ Ÿ" }) == nil)
        #expect(reason(customer { $0.notes = "bell\u{7}" })?.reason == .controlCharacter(code: 7))
    }

    @Test func `surrounding space goes, since QuickBooks drops it and a comparison would fail`() throws {
        let bytes = try QBXMLRequestSet(requests: [QBXMLRequest(customer { $0.name = " \n Smith & Sons\t" })]).encoded()

        #expect(
            String(decoding: bytes, as: UTF8.self)
                == document("<CustomerAddRq><CustomerAdd><Name>Smith &amp; Sons</Name></CustomerAdd></CustomerAddRq>"))
    }

    @Test func `dates, times and GUIDs are of their format`() {
        #expect(reason(customer { $0.jobStartDate = "2028-02-29" }) == nil)
        for date in ["2026-02-29", "2026-13-01", "2026-1-1", "01/02/2026", "2026-01-01T00:00:00"] {
            #expect(reason(customer { $0.jobStartDate = date })?.reason == .badValue(date))
        }
        for time in ["2026-01-01T24:00:00", "2026-01-01 10:00:00", "2026-01-01T10:00", "2026-01-01T10:00:00Z"] {
            #expect(
                reason(.customerQuery(ListQuery { $0.fromModifiedDate = time }))?.reason == .badValue(time), "\(time)")
        }
        #expect(reason(customer { $0.externalGUID = "12345678-1234-1234-1234-123456789012" }) != nil)
    }

    @Test func `what a message needs, and what it cannot hold together, is refused`() {
        let noLines = EstimateAdd { $0.customerRef = QBRef(listID: "1") }
        let noCustomer = EstimateAdd { $0.lines = [.line(EstimateLineAdd())] }
        let twoSelections = TxnQuery {
            $0.txnIDs = ["1"]
            $0.maxReturned = 1
        }
        let twoSides = ItemServiceAdd {
            $0.name = "x"
            $0.salesOrPurchase = SalesOrPurchase()
            $0.salesAndPurchase = SalesAndPurchase()
        }
        #expect(
            reason(.estimateAdd(noLines))
                == QBXMLFault(message: "EstimateAddRq", field: "EstimateAdd/EstimateLineAdd", reason: .missing))
        #expect(reason(.estimateAdd(noCustomer))?.field == "EstimateAdd/CustomerRef")
        #expect(reason(.itemServiceAdd(ItemServiceAdd { $0.name = "x" }))?.reason == .missing)
        #expect(reason(.itemServiceAdd(twoSides))?.reason == .conflicting)
        #expect(reason(.estimateQuery(twoSelections))?.reason == .conflicting)
        #expect(reason(.accountQuery(ListQuery { $0.iterator = .start }))?.reason == .unexpected)
        #expect(reason(.journalEntryQuery(TxnQuery { $0.includeLinkedTxns = true }))?.reason == .unexpected)
        #expect(reason(.checkQuery(TxnQuery { $0.paidStatus = .all }))?.reason == .unexpected)
        #expect(reason(.jobReportQuery(JobReportQuery()))?.field == "ReportEntityFilter")
        #expect(reason(.txnDeletedQuery(TxnDeletedQuery()))?.reason == .missing)
        #expect(reason(.hostQuery(HostQuery()), requestID: String(repeating: "1", count: 51)) != nil)
    }

    @Test func `a reference has its own limit`() {
        let name = String(repeating: "x", count: 160)
        let estimate = EstimateAdd {
            $0.customerRef = QBRef(listID: "1")
            $0.lines = [.line(EstimateLineAdd { $0.itemRef = QBRef(fullName: name) })]
        }

        #expect(
            reason(.estimateAdd(estimate))
                == QBXMLFault(
                    message: "EstimateAddRq", field: "EstimateLineAdd/ItemRef",
                    reason: .tooLong(limit: 159, actual: 160)))
    }

    @Test func `a message-set id has at most 23 characters`() {
        let id = "12345678901234567890123"
        #expect(fault { _ = try QBXMLRequestSet(newMessageSetID: id).encoded() } == nil)
        #expect(
            fault { _ = try QBXMLRequestSet(newMessageSetID: id + "4").encoded() }
                == QBXMLFault(
                    message: "QBXMLMsgsRq", field: "newMessageSetID", reason: .tooLong(limit: 23, actual: 24)))
    }
}
