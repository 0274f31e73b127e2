import QBXML

extension GoldenRequest {
    static let listQueries = [
        GoldenRequest(
            message: .customerQuery(
                ListQuery {
                    $0.iterator = .start
                    $0.maxReturned = 100
                    $0.activeStatus = .all
                    $0.fromModifiedDate = "2026-01-01T00:00:00-08:00"
                    $0.nameFilter = NameFilter(.startsWith, "Smith")
                    $0.includeRetElements = ["ListID", "FullName"]
                    $0.ownerIDs = ["0"]
                }),
            text: "<CustomerQueryRq requestID=\"1\" iterator=\"Start\"><MaxReturned>100</MaxReturned>"
                + "<ActiveStatus>All</ActiveStatus><FromModifiedDate>2026-01-01T00:00:00-08:00</FromModifiedDate>"
                + "<NameFilter><MatchCriterion>StartsWith</MatchCriterion><Name>Smith</Name></NameFilter>"
                + "<IncludeRetElement>ListID</IncludeRetElement><IncludeRetElement>FullName</IncludeRetElement>"
                + "<OwnerID>0</OwnerID></CustomerQueryRq>"),
        GoldenRequest(
            message: .itemServiceQuery(ListQuery { $0.fullNames = ["03:03-100", "03:03-200"] }),
            text: "<ItemServiceQueryRq requestID=\"1\"><FullName>03:03-100</FullName><FullName>03:03-200</FullName>"
                + "</ItemServiceQueryRq>"),
        GoldenRequest(
            message: .accountQuery(
                ListQuery {
                    $0.metaData = .andResponseData
                    $0.activeStatus = .activeOnly
                    $0.nameRangeFilter = NameRangeFilter { $0.fromName = "A" }
                    $0.accountTypes = ["Income", "CostOfGoodsSold"]
                }),
            text: "<AccountQueryRq requestID=\"1\" metaData=\"MetaDataAndResponseData\">"
                + "<ActiveStatus>ActiveOnly</ActiveStatus><NameRangeFilter><FromName>A</FromName></NameRangeFilter>"
                + "<AccountType>Income</AccountType><AccountType>CostOfGoodsSold</AccountType></AccountQueryRq>"),
    ]

    private static let sinceNewYear = TxnQuery {
        $0.modifiedDateRange = ModifiedDateRange(from: "2026-01-01T00:00:00")
        $0.includeLineItems = true
    }

    private static let sinceNewYearText =
        "<ModifiedDateRangeFilter><FromModifiedDate>2026-01-01T00:00:00</FromModifiedDate></ModifiedDateRangeFilter>"
        + "<IncludeLineItems>true</IncludeLineItems>"

    static let txnQueries = [
        GoldenRequest(
            message: .estimateQuery(
                TxnQuery {
                    $0.iterator = .continue(id: "{abc-1}")
                    $0.maxReturned = 50
                    $0.txnDateRange = TxnDateRange(from: "2026-01-01", to: "2026-12-31")
                    $0.entityFilter = EntityFilter { $0.listIDWithChildren = "80000001-1" }
                    $0.refNumberFilter = RefNumberFilter(.contains, "B")
                    $0.includeLineItems = true
                    $0.includeLinkedTxns = true
                    $0.ownerIDs = ["0"]
                }),
            text: "<EstimateQueryRq requestID=\"1\" iterator=\"Continue\" iteratorID=\"{abc-1}\">"
                + "<MaxReturned>50</MaxReturned><TxnDateRangeFilter><FromTxnDate>2026-01-01</FromTxnDate>"
                + "<ToTxnDate>2026-12-31</ToTxnDate></TxnDateRangeFilter><EntityFilter>"
                + "<ListIDWithChildren>80000001-1</ListIDWithChildren></EntityFilter><RefNumberFilter>"
                + "<MatchCriterion>Contains</MatchCriterion><RefNumber>B</RefNumber></RefNumberFilter>"
                + "<IncludeLineItems>true</IncludeLineItems><IncludeLinkedTxns>true</IncludeLinkedTxns>"
                + "<OwnerID>0</OwnerID></EstimateQueryRq>"),
        GoldenRequest(
            message: .billQuery(
                TxnQuery {
                    $0.paidStatus = .notPaidOnly
                    $0.includeLineItems = true
                    $0.includeRetElements = ["TxnID"]
                }),
            text: "<BillQueryRq requestID=\"1\"><PaidStatus>NotPaidOnly</PaidStatus>"
                + "<IncludeLineItems>true</IncludeLineItems><IncludeRetElement>TxnID</IncludeRetElement>"
                + "</BillQueryRq>"),
        GoldenRequest(
            message: .checkQuery(TxnQuery { $0.refNumbersCaseSensitive = ["a1"] }),
            text: "<CheckQueryRq requestID=\"1\"><RefNumberCaseSensitive>a1</RefNumberCaseSensitive></CheckQueryRq>"),
        GoldenRequest(
            message: .creditCardChargeQuery(sinceNewYear),
            text: "<CreditCardChargeQueryRq requestID=\"1\">\(sinceNewYearText)</CreditCardChargeQueryRq>"),
        GoldenRequest(
            message: .creditCardCreditQuery(sinceNewYear),
            text: "<CreditCardCreditQueryRq requestID=\"1\">\(sinceNewYearText)</CreditCardCreditQueryRq>"),
        GoldenRequest(
            message: .vendorCreditQuery(sinceNewYear),
            text: "<VendorCreditQueryRq requestID=\"1\">\(sinceNewYearText)</VendorCreditQueryRq>"),
        GoldenRequest(
            message: .purchaseOrderQuery(TxnQuery { $0.txnIDs = ["1-1", "2-1"] }),
            text: "<PurchaseOrderQueryRq requestID=\"1\"><TxnID>1-1</TxnID><TxnID>2-1</TxnID></PurchaseOrderQueryRq>"),
        GoldenRequest(
            message: .journalEntryQuery(TxnQuery { $0.refNumbers = ["J1"] }),
            text: "<JournalEntryQueryRq requestID=\"1\"><RefNumber>J1</RefNumber></JournalEntryQueryRq>"),
    ]

    static let others = [
        GoldenRequest(
            message: .preferencesQuery(PreferencesQuery()),
            text: "<PreferencesQueryRq requestID=\"1\"></PreferencesQueryRq>"),
        GoldenRequest(
            message: .companyQuery(CompanyQuery { $0.ownerIDs = ["{12345678-1234-1234-1234-123456789012}"] }),
            text: "<CompanyQueryRq requestID=\"1\"><OwnerID>{12345678-1234-1234-1234-123456789012}</OwnerID>"
                + "</CompanyQueryRq>"),
        GoldenRequest(
            message: .hostQuery(HostQuery { $0.includeRetElements = ["ProductName"] }),
            text: "<HostQueryRq requestID=\"1\"><IncludeRetElement>ProductName</IncludeRetElement></HostQueryRq>"),
        GoldenRequest(
            message: .jobReportQuery(
                JobReportQuery {
                    $0.displayReport = false
                    $0.reportDateMacro = "All"
                    $0.entityFilter = EntityFilter { $0.listIDs = ["80000001-1"] }
                    $0.summarizeColumnsBy = "TotalOnly"
                }),
            text: "<JobReportQueryRq requestID=\"1\"><JobReportType>JobEstimatesVsActualsDetail</JobReportType>"
                + "<DisplayReport>false</DisplayReport><ReportDateMacro>All</ReportDateMacro><ReportEntityFilter>"
                + "<ListID>80000001-1</ListID></ReportEntityFilter><SummarizeColumnsBy>TotalOnly</SummarizeColumnsBy>"
                + "</JobReportQueryRq>"),
        GoldenRequest(
            message: .txnDeletedQuery(
                TxnDeletedQuery {
                    $0.types = [.bill, .estimate]
                    $0.dateRange = DeletedDateRange(from: "2026-01-01T00:00:00")
                }),
            text: "<TxnDeletedQueryRq requestID=\"1\"><TxnDelType>Bill</TxnDelType><TxnDelType>Estimate</TxnDelType>"
                + "<DeletedDateRangeFilter><FromDeletedDate>2026-01-01T00:00:00</FromDeletedDate>"
                + "</DeletedDateRangeFilter></TxnDeletedQueryRq>"),
    ]
}
