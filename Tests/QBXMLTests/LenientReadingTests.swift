import QBXML
import Testing

@Suite struct LenientReadingTests {
    private func read(_ responses: String, attributes: String = "") throws -> QBXMLResponseSet {
        let text = "<?xml version=\"1.0\" ?><QBXML><QBXMLMsgsRs\(attributes)>\(responses)</QBXMLMsgsRs></QBXML>"
        return try QBXMLResponseSet(reading: Array(text.utf8))
    }

    @Test func `unknown elements, another order and unknown words do no harm`() throws {
        let set = try read(
            """
            <CustomerQueryRs statusCode="0" statusSeverity="Info" statusMessage="Status OK" fresh="1"><CustomerRet>
            <Balance>1.00</Balance><Fresh><ListID>no</ListID></Fresh><FullName>A:B</FullName><ListID>C-1</ListID>
            <JobStatus>Postponed</JobStatus><DataExtRet><DataExtName>a</DataExtName></DataExtRet><Name>B</Name>
            <DataExtRet><DataExtName>b</DataExtName></DataExtRet></CustomerRet><Other/></CustomerQueryRs>
            """)

        let customer = CustomerRet {
            $0.listID = "C-1"
            $0.name = "B"
            $0.fullName = "A:B"
            $0.balance = QBAmount(cents: 100)
            $0.jobStatus = "Postponed"
            $0.dataExts = [DataExtRet { $0.name = "a" }, DataExtRet { $0.name = "b" }]
        }
        #expect(set == QBXMLResponseSet(responses: [QBXMLResponse(.customerQuery, body: .customers([customer]))]))
    }

    @Test func `an unknown answer keeps its name and status`() throws {
        let set = try read(
            "<VehicleQueryRs requestID='7' statusCode='3250' statusSeverity='Error' statusMessage='off'>"
                + "<V/></VehicleQueryRs>"
        )

        #expect(set.responses.map(\.kind) == [nil])
        #expect(set.responses.map(\.body) == [.unrecognised("VehicleQueryRs")])
        #expect(set.responses.map(\.requestID) == ["7"])
        #expect(set.responses.map(\.status) == [QBXMLStatus(code: 3250, severity: .error, message: "off")])
    }

    @Test func `an envelope without answers still has its status`() throws {
        #expect(
            try read("", attributes: " newMessageSetID='M1' messageSetStatusCode='600'")
                == QBXMLResponseSet(messageSetStatusCode: 600, newMessageSetID: "M1"))
    }

    @Test(arguments: [
        ("<Amount>1.5</Amount>", "ExpenseLineRet/Amount", QBXMLFault.Reason.badValue("1.5")),
        ("<Amount>1,500.00</Amount>", "ExpenseLineRet/Amount", .badValue("1,500.00")),
        ("<Amount></Amount>", "ExpenseLineRet/Amount", .badValue("")),
        ("<Amount><b/>1.00</Amount>", "", .mixedContent),
        ("<Amount>1.00<b/></Amount>", "", .mixedContent),
        ("<Amount>1<!-- -->.00</Amount>x", "", .mixedContent),
    ])
    func `an amount is never guessed`(text: String, field: String, reason: QBXMLFault.Reason) {
        let bill =
            "<BillQueryRs statusCode='0'><BillRet><TxnID>1</TxnID><ExpenseLineRet><TxnLineID>2</TxnLineID>\(text)"
            + "</ExpenseLineRet></BillRet></BillQueryRs>"
        let refusal = fault { _ = try read(bill) }

        #expect(refusal?.field == field)
        #expect(refusal?.reason == reason)
    }

    @Test(arguments: [
        "<BillQueryRs/>", "<BillQueryRs statusCode='x'/>", "<BillQueryRs statusCode='0'><BillRet/></BillQueryRs>",
        "<BillQueryRs statusCode='0'>", "</QBXMLMsgsRs>", "<BillQueryRs statusCode='0' retCount='1.5'/>",
    ])
    func `an answer without its status, a record without its id, or half a document is refused`(responses: String) {
        #expect(fault { _ = try read(responses) } != nil)
    }

    @Test func `a document of another kind is refused`() {
        for text in ["", "<html></html>", "<QBXML/>", "{}", "<QBXML><QBXMLMsgsRq onError='stopOnError'/></QBXML>"] {
            #expect(fault { _ = try QBXMLResponseSet(reading: Array(text.utf8)) } != nil, "\(text)")
        }
    }

    @Test func `a damaged document is refused or read, and never traps`() throws {
        let seed: UInt64 = 20_261_122
        var random = SeededGenerator(seed: seed)
        let answer = QBXMLResponseSet(responses: WholeAnswer.bodies.map { QBXMLResponse($0.0, body: $0.1) })
        let originals = [
            try answer.encoded(),
            try QBXMLRequestSet(requests: GoldenRequest.all.map { QBXMLRequest($0.message) }).encoded(),
        ]
        for round in 0..<1_000 {
            var bytes = originals[round % 2]
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                let end = min(bytes.count, index + Int.random(in: 1...40, using: &random))
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.removeSubrange(index..<end)
                case 2: bytes.insert(contentsOf: bytes[index..<end], at: index)
                case _: bytes.replaceSubrange(index..<end, with: "&amp;".utf8)
                }
            }
            if var set = try? QBXMLResponseSet(reading: bytes) {
                set.responses.removeAll { $0.kind == nil }
                if let again = try? set.encoded() {
                    #expect(try QBXMLResponseSet(reading: again) == set, "seed \(seed), round \(round)")
                }
            }
            if let set = try? QBXMLRequestSet(reading: bytes) {
                #expect(try QBXMLRequestSet(reading: set.encoded()) == set, "seed \(seed), round \(round)")
            }
        }
    }
}

/// SplitMix64, so that a failure can be repeated from its seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
