import QBXML
import QuickBooksEmulators
import Testing

@Suite struct ListTests {
    @Test func `a job needs its customer and a name of its own`() throws {
        let file = try Acme.file()
        func job(_ name: String, of parent: String) -> RequestMessage {
            .customerAdd(
                CustomerAdd {
                    $0.name = name
                    $0.parentRef = QBRef(fullName: parent)
                })
        }

        #expect(try file.codes(job("Barn", of: "Jones")) == [0])
        #expect(try file.codes(job("barn", of: "JONES")) == [3100])
        #expect(try file.codes(job("Barn", of: "Smith")) == [3130])
        #expect(file.customerNames == ["Jones", "Jones:House", "Jones:Barn"])
    }

    @Test func `an item needs accounts that exist`() throws {
        let file = try Acme.file()
        func item(_ name: String, income: String?) -> RequestMessage {
            .itemServiceAdd(
                ItemServiceAdd {
                    $0.name = name
                    $0.salesAndPurchase = SalesAndPurchase {
                        $0.incomeAccountRef = income.map { QBRef(fullName: $0) }
                        $0.expenseAccountRef = QBRef(fullName: "Job Costs")
                    }
                })
        }

        let codes = try file.codes(
            item("06-400", income: "Construction Income"), item("07-500", income: "Sales"),
            item("03-100", income: "Construction Income"), onError: .continue)
        #expect(codes == [0, 3140, 3100])
        #expect(file.itemNames == ["03-100", "04-200", "05-300", "06-400"])
    }

    @Test func `a query for names answers those it finds and says that some are missing`() throws {
        let file = try Acme.file()

        let responses = try file.answers(
            .itemServiceQuery(ListQuery { $0.fullNames = ["04-200", "99-999"] }),
            .itemServiceQuery(ListQuery { $0.nameFilter = NameFilter(.startsWith, "9") }))

        #expect(responses.map(\.status.code) == [500, 1])
        guard case .items(let items) = responses[0].body else { throw Unexpected() }
        #expect(items.map(\.fullName) == ["04-200"])
    }

    @Test func `inactive entries come only when asked for`() throws {
        let file = try Acme.file()
        try file.setItem("04-200", isActive: false)
        func names(_ status: ActiveStatus?) throws -> [String?] {
            let query = ListQuery { $0.activeStatus = status }
            guard case .items(let items)? = try file.answers(.itemServiceQuery(query)).first?.body else {
                throw Unexpected()
            }
            return items.map(\.fullName)
        }

        #expect(try names(nil) == ["03-100", "05-300"])
        #expect(try names(.inactiveOnly) == ["04-200"])
        #expect(try names(.all) == ["03-100", "04-200", "05-300"])
    }

    @Test func `accounts are found by type`() throws {
        let file = try Acme.file()

        let response = try #require(
            try file.answers(.accountQuery(ListQuery { $0.accountTypes = ["CostOfGoodsSold"] })).first)

        guard case .accounts(let accounts) = response.body else { throw Unexpected() }
        #expect(accounts.map(\.fullName) == ["Job Costs"])
    }

    @Test func `a renamed item keeps its id and shows its new name on the estimate`() throws {
        let file = try Acme.file()
        _ = try file.answers(Acme.estimate([Acme.line("03-100", cents: 100_00)]))

        try file.renameItem("03-100", to: "03-101")

        #expect(file.itemNames == ["03-101", "04-200", "05-300"])
        #expect(try file.onlyEstimate().lines.map(\.item) == ["03-101"])
    }

    @Test func `the company shows private data to its owner alone`() throws {
        let file = try Acme.file()
        file.connect(ownerID: Acme.ownerID, fileID: Acme.fileID)
        file.preferences.isUsingEstimates = false

        let responses = try file.answers(
            .companyQuery(CompanyQuery { $0.ownerIDs = [Acme.ownerID] }), .companyQuery(CompanyQuery()),
            .preferencesQuery(PreferencesQuery()), .hostQuery(HostQuery()))

        guard case .company(let ours?) = responses[0].body, case .company(let plain?) = responses[1].body,
            case .preferences(let preferences?) = responses[2].body, case .host(let host?) = responses[3].body
        else { throw Unexpected() }
        #expect(ours.dataExts.map(\.value) == [Acme.fileID])
        #expect(plain.dataExts == [])
        #expect(preferences.jobsAndEstimates?.isUsingEstimates == false)
        #expect(host.supportedQBXMLVersions.contains("13.0"))
    }
}

struct Unexpected: Error {}
