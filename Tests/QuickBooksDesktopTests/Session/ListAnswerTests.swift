import BudgetDomain
import BudgetOperations
import QBXML
import Testing

@testable import QuickBooksDesktop

/// Jobs and items asked for by their ids, along with what else a request asks.
@Suite struct ListAnswerTests {
    @Test func `an export's look-up asks for its job and items`() throws {
        let work = Sample.work(exports: [Sample.export()])
        let prepared = try #require(
            try StepRequest(work: work, state: Sample.state(), now: Sample.start)
                .prepare(.lookUp(export: "export", names: [])))

        let request = String(decoding: prepared.bytes, as: UTF8.self)
        #expect(
            request.contains(
                """
                <CustomerQueryRq requestID="2"><ListID>J-1</ListID><IncludeRetElement>ListID</IncludeRetElement>\
                <IncludeRetElement>FullName</IncludeRetElement><IncludeRetElement>IsActive</IncludeRetElement>\
                </CustomerQueryRq><ItemServiceQueryRq requestID="3"><ListID>I-1</ListID>\
                <IncludeRetElement>ListID</IncludeRetElement><IncludeRetElement>FullName</IncludeRetElement>\
                <IncludeRetElement>IsActive</IncludeRetElement><IncludeRetElement>SalesOrPurchase</IncludeRetElement>\
                <IncludeRetElement>SalesAndPurchase</IncludeRetElement></ItemServiceQueryRq>
                """))
        #expect(
            prepared.askedLists
                == AskedLists(ids: ListIDs(jobs: ["J-1"], items: ["I-1"]), jobQueries: 1, itemQueries: 1))
    }

    @Test func `long lists are asked for in parts, and no more than a request can bear`() {
        let queries = ListQueries(ListIDs(items: (1...1_200).map { "I-\($0)" }))

        #expect(queries.messages.count == 2)
        #expect(queries.ids.items.count == 1_000 && queries.ids.jobs == [])
    }

    @Test func `found, renamed, inactive, one-sided and gone are told apart`() {
        let words = Self.interpret(
            jobs: ["J-1", "J-2"], items: ["I-1", "I-2", "I-3", "I-4"],
            [
                Self.jobs([Self.job("J-1", "Harbour:Clinic")], status: Self.someMissing),
                Self.items(
                    [
                        Self.item("I-1", "03-100", isActive: true, sides: 2),
                        Self.item("I-2", "new name", isActive: false, sides: 2),
                        Self.item("I-3", "09-900", isActive: true, sides: 1),
                    ], status: Self.someMissing),
            ])

        #expect(
            words == [
                "lists J-1 usable Harbour:Clinic, J-2 job-gone, I-1 usable 03-100, I-2 inactive new name, "
                    + "I-3 one-sided 09-900, I-4 item-gone"
            ])
    }

    @Test func `silence and errors prove nothing`() {
        let job = Self.jobs([], status: Sample.nothingFound)

        #expect(Self.interpret(jobs: ["J-1"], items: ["I-1"], []) == [])
        #expect(Self.interpret(jobs: ["J-1"], items: ["I-1"], [Sample.error(.customerQuery, 1000)]) == [])
        #expect(Self.interpret(jobs: ["J-1"], items: ["I-1"], [job]) == ["lists J-1 job-gone"])
        #expect(Self.interpret(jobs: [], items: [], [job]) == [])
    }

    @Test func `an export whose lists cannot take it fails before anything leaves`() throws {
        #expect(try Self.refusal(of: Sample.export(itemCondition: .inactive)) == "items-inactive")
        #expect(try Self.refusal(of: Sample.export(itemListID: nil)) == "items-missing")
        #expect(try Self.refusal(of: Sample.export(job: nil)) == "job-missing")
        #expect(
            try Self.refusal(
                of: Sample.export(job: ListReference(listID: "J-1", fullName: "A:B", condition: .inactive)))
                == "job-inactive")
    }

    private static func refusal(of export: ExportToWrite) throws -> String? {
        let state = Sample.state { $0.foundEstimates = ["export": ""] }
        let prepared = try StepRequest(work: Sample.work(exports: [export]), state: state, now: Sample.start)
            .prepare(.writeEstimate(export: "export", messageSet: "NEW"))
        guard let prepared, prepared.bytes.isEmpty, case .export(_, .refused(let fault)) = prepared.outcomes.first
        else { return nil }
        return fault.code
    }

    private static let someMissing = QBXMLStatus(code: 500, severity: .warn, message: "Some were not found.")

    private static func interpret(jobs: [String], items: [String], _ responses: [QBXMLResponse]) -> [String] {
        var result = Interpretation(state: Sample.state())
        result.state.askedLists = AskedLists(
            ids: ListIDs(jobs: jobs, items: items), jobQueries: jobs.isEmpty ? 0 : 1,
            itemQueries: items.isEmpty ? 0 : 1)
        ListAnswer().interpret(QBXMLResponseSet(messageSetStatusCode: nil, responses: responses), into: &result)
        return result.words
    }

    private static func jobs(_ jobs: [CustomerRet], status: QBXMLStatus) -> QBXMLResponse {
        QBXMLResponse(.customerQuery, requestID: "1", status: status, body: .customers(jobs))
    }

    private static func items(_ items: [ItemServiceRet], status: QBXMLStatus) -> QBXMLResponse {
        QBXMLResponse(.itemServiceQuery, requestID: "2", status: status, body: .items(items))
    }

    private static func job(_ listID: String, _ fullName: String) -> CustomerRet {
        CustomerRet {
            $0.listID = listID
            $0.fullName = fullName
            $0.isActive = true
        }
    }

    private static func item(_ listID: String, _ fullName: String, isActive: Bool, sides: Int) -> ItemServiceRet {
        ItemServiceRet {
            $0.listID = listID
            $0.fullName = fullName
            $0.isActive = isActive
            if sides == 1 { $0.salesOrPurchase = SalesOrPurchase() } else { $0.salesAndPurchase = SalesAndPurchase() }
        }
    }
}
