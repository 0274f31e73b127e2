import QBXML
import Testing

/// One request of every kind, with the exact text between `<QBXMLMsgsRq …>` and its end.
struct GoldenRequest: Sendable, CustomTestStringConvertible {
    let message: RequestMessage
    let text: String
    var testDescription: String { message.kind.requestName }

    static let all: [GoldenRequest] = writes + listQueries + txnQueries + others

    static let job = CustomerAdd {
        $0.name = "Kitchen remodel"
        $0.isActive = true
        $0.parentRef = QBRef(listID: "80000001-1")
        $0.jobStatus = .inProgress
        $0.jobStartDate = "2026-01-05"
        $0.jobProjectedEndDate = "2026-06-30"
        $0.jobDesc = "Kitchen"
        $0.notes = "Two\nlines"
        $0.externalGUID = "{12345678-1234-1234-1234-123456789012}"
    }

    static let item = ItemServiceAdd {
        $0.name = "03-100"
        $0.classRef = QBRef(fullName: "Main")
        $0.parentRef = QBRef(fullName: "03")
        $0.salesTaxCodeRef = QBRef(fullName: "Non")
        $0.salesAndPurchase = SalesAndPurchase {
            $0.salesDesc = "Concrete"
            $0.salesPrice = QBPrice(hundredThousandths: 0)
            $0.incomeAccountRef = QBRef(fullName: "Construction Income")
            $0.purchaseDesc = "Concrete"
            $0.purchaseCost = QBPrice(hundredThousandths: 1_234_567)
            $0.expenseAccountRef = QBRef(fullName: "Job Expenses")
            $0.prefVendorRef = QBRef(listID: "80000009-1")
        }
    }

    static let estimate = EstimateAdd {
        $0.customerRef = QBRef(fullName: "Smith:Kitchen remodel")
        $0.txnDate = "2026-01-31"
        $0.refNumber = "BUD-1"
        $0.memo = "Café “A & B” €5"
        $0.other = "plumbline"
        $0.externalGUID = "{12345678-1234-1234-1234-123456789012}"
        $0.lines = [
            .line(
                EstimateLineAdd {
                    $0.itemRef = QBRef(listID: "80000002-1", fullName: "03:03-100")
                    $0.desc = "Footings <deep>"
                    $0.quantity = QBQuantity(hundredThousandths: 1_050_000)
                    $0.rate = QBPrice(hundredThousandths: 12_025_000)
                    $0.amount = QBAmount(cents: 126_263)
                    $0.markupRatePercent = QBPercent(hundredThousandths: 1_000_000)
                    $0.other1 = "L1"
                    $0.other2 = "03-100"
                }),
            .group(
                EstimateLineGroupAdd {
                    $0.itemGroupRef = QBRef(fullName: "Kit")
                    $0.quantity = .one
                }),
            .line(EstimateLineAdd { $0.amount = QBAmount(cents: -5) }),
            .line(EstimateLineAdd { $0.desc = "A comment" }),
        ]
    }

    static let change = EstimateMod {
        $0.txnID = "1-1"
        $0.editSequence = "1700000000"
        $0.isActive = true
        $0.memo = ""
        $0.lines = [
            .keepLine("2-1"),
            .keepGroup("3-1"),
            .group(
                EstimateLineGroupMod {
                    $0.txnLineID = "4-1"
                    $0.lines = [EstimateLineMod { $0.txnLineID = "5-1" }]
                }),
            .line(EstimateLineMod(adding: EstimateLineAdd { $0.rate = QBPrice(hundredThousandths: 1_000_000) })),
        ]
    }

    private static let writes = [
        GoldenRequest(
            message: .customerAdd(job),
            text: "<CustomerAddRq requestID=\"1\"><CustomerAdd><Name>Kitchen remodel</Name><IsActive>true</IsActive>"
                + "<ParentRef><ListID>80000001-1</ListID></ParentRef><JobStatus>InProgress</JobStatus>"
                + "<JobStartDate>2026-01-05</JobStartDate><JobProjectedEndDate>2026-06-30</JobProjectedEndDate>"
                + "<JobDesc>Kitchen</JobDesc><Notes>Two\nlines</Notes>"
                + "<ExternalGUID>{12345678-1234-1234-1234-123456789012}</ExternalGUID></CustomerAdd></CustomerAddRq>"),
        GoldenRequest(
            message: .itemServiceAdd(item),
            text: "<ItemServiceAddRq requestID=\"1\"><ItemServiceAdd><Name>03-100</Name>"
                + "<ClassRef><FullName>Main</FullName></ClassRef><ParentRef><FullName>03</FullName></ParentRef>"
                + "<SalesTaxCodeRef><FullName>Non</FullName></SalesTaxCodeRef><SalesAndPurchase>"
                + "<SalesDesc>Concrete</SalesDesc><SalesPrice>0.00</SalesPrice>"
                + "<IncomeAccountRef><FullName>Construction Income</FullName></IncomeAccountRef>"
                + "<PurchaseDesc>Concrete</PurchaseDesc><PurchaseCost>12.34567</PurchaseCost>"
                + "<ExpenseAccountRef><FullName>Job Expenses</FullName></ExpenseAccountRef>"
                + "<PrefVendorRef><ListID>80000009-1</ListID></PrefVendorRef></SalesAndPurchase></ItemServiceAdd>"
                + "</ItemServiceAddRq>"),
        GoldenRequest(
            message: .estimateAdd(estimate),
            text: "<EstimateAddRq requestID=\"1\"><EstimateAdd>"
                + "<CustomerRef><FullName>Smith:Kitchen remodel</FullName></CustomerRef><TxnDate>2026-01-31</TxnDate>"
                + "<RefNumber>BUD-1</RefNumber><Memo>Caf&#233; &#8220;A &amp; B&#8221; &#8364;5</Memo>"
                + "<Other>plumbline</Other><ExternalGUID>{12345678-1234-1234-1234-123456789012}</ExternalGUID>"
                + "<EstimateLineAdd><ItemRef><ListID>80000002-1</ListID><FullName>03:03-100</FullName></ItemRef>"
                + "<Desc>Footings &lt;deep&gt;</Desc><Quantity>10.5</Quantity><Rate>120.25</Rate>"
                + "<Amount>1262.63</Amount><MarkupRatePercent>10</MarkupRatePercent><Other1>L1</Other1>"
                + "<Other2>03-100</Other2></EstimateLineAdd><EstimateLineGroupAdd>"
                + "<ItemGroupRef><FullName>Kit</FullName></ItemGroupRef><Quantity>1</Quantity></EstimateLineGroupAdd>"
                + "<EstimateLineAdd><Amount>-0.05</Amount></EstimateLineAdd>"
                + "<EstimateLineAdd><Desc>A comment</Desc></EstimateLineAdd></EstimateAdd></EstimateAddRq>"),
        GoldenRequest(
            message: .estimateMod(change),
            text:
                "<EstimateModRq requestID=\"1\"><EstimateMod><TxnID>1-1</TxnID><EditSequence>1700000000</EditSequence>"
                + "<IsActive>true</IsActive><Memo></Memo><EstimateLineMod><TxnLineID>2-1</TxnLineID></EstimateLineMod>"
                + "<EstimateLineGroupMod><TxnLineID>3-1</TxnLineID></EstimateLineGroupMod>"
                + "<EstimateLineGroupMod><TxnLineID>4-1</TxnLineID><EstimateLineMod><TxnLineID>5-1</TxnLineID>"
                + "</EstimateLineMod></EstimateLineGroupMod><EstimateLineMod><TxnLineID>-1</TxnLineID>"
                + "<Rate>10.00</Rate></EstimateLineMod></EstimateMod></EstimateModRq>"),
    ]
}
