import QBXML
import Testing

/// One answer with every kind of record.
enum WholeAnswer {
    static let bill = BillRet {
        $0.txnID = "B-1"
        $0.timeCreated = "2026-01-02T03:04:05-08:00"
        $0.timeModified = "2026-01-02T03:04:06-08:00"
        $0.editSequence = "1767352646"
        $0.vendorRef = QBRef(listID: "V-1", fullName: "Müller & Co")
        $0.txnDate = "2026-01-02"
        $0.amountDue = QBAmount(cents: 12_345)
        $0.expenseLines = [
            ExpenseLineRet {
                $0.txnLineID = "B-2"
                $0.accountRef = QBRef(fullName: "Job Expenses")
                $0.amount = QBAmount(cents: 45)
                $0.customerRef = QBRef(fullName: "Smith:Kitchen")
            }
        ]
        $0.itemLines = [
            .line(
                ItemLineRet {
                    $0.txnLineID = "B-3"
                    $0.itemRef = QBRef(fullName: "03:03-100")
                    $0.quantity = QBQuantity(hundredThousandths: 150_000)
                    $0.amount = QBAmount(cents: 12_300)
                }),
            .group(
                ItemGroupLineRet {
                    $0.txnLineID = "B-4"
                    $0.itemGroupRef = QBRef(fullName: "Kit")
                    $0.totalAmount = .zero
                    $0.lines = [ItemLineRet { $0.txnLineID = "B-5" }]
                }),
        ]
    }

    static let estimate = EstimateRet {
        $0.txnID = "E-1"
        $0.customerRef = QBRef(listID: "C-1", fullName: "Smith:Kitchen")
        $0.subtotal = QBAmount(cents: 100)
        $0.linkedTxns = [LinkedTxnRet { $0.txnID = "I-1" }]
        $0.lines = [
            .line(
                EstimateLineRet {
                    $0.txnLineID = "E-2"
                    $0.amount = QBAmount(cents: 100)
                    $0.other1 = "mark"
                }),
            .group(
                EstimateLineGroupRet {
                    $0.txnLineID = "E-3"
                    $0.lines = [EstimateLineRet { $0.txnLineID = "E-4" }]
                }),
            .line(EstimateLineRet { $0.txnLineID = "E-5" }),
        ]
    }

    static let purchaseOrder = PurchaseOrderRet {
        $0.txnID = "P-1"
        $0.isManuallyClosed = false
        $0.isFullyReceived = false
        $0.lines = [
            .line(
                PurchaseOrderLineRet {
                    $0.txnLineID = "P-2"
                    $0.quantity = QBQuantity(hundredThousandths: 300_000)
                    $0.rate = QBPrice(hundredThousandths: 1_000_000)
                    $0.amount = QBAmount(cents: 3_000)
                    $0.customerRef = QBRef(listID: "C-1")
                    $0.receivedQuantity = .one
                    $0.isManuallyClosed = true
                }),
            .group(PurchaseOrderLineGroupRet { $0.txnLineID = "P-3" }),
        ]
    }

    static let journalEntry = JournalEntryRet {
        $0.txnID = "J-1"
        $0.lines = [
            .debit(
                JournalLine {
                    $0.amount = QBAmount(cents: 7)
                    $0.entityRef = QBRef(fullName: "Smith:Kitchen")
                }), .credit(JournalLine { $0.amount = QBAmount(cents: 7) }),
        ]
    }

    static let report = ReportRet {
        $0.title = "Job Estimates vs. Actuals Detail"
        $0.columns = [
            ReportColumn {
                $0.colID = 1
                $0.titles = [ReportColumnTitle { $0.titleRow = 1 }]
                $0.colType = "Label"
            }
        ]
        $0.data = ReportData {
            $0.rows = [
                .text(ReportText { $0.value = "Service" }),
                .data(
                    ReportCells {
                        $0.rowNumber = 2
                        $0.rowData = ReportRowData { $0.value = "03:03-100" }
                        $0.cells = [
                            ReportCell {
                                $0.colID = 2
                                $0.value = "12.00"
                            }
                        ]
                    }), .subtotal(ReportCells()), .total(ReportCells()),
            ]
        }
    }

    static let bodies: [(MessageKind, ResponseBody)] = [
        (.customerAdd, .customers([CustomerRet { $0.listID = "C-1" }])),
        (.customerQuery, .customers([CustomerRet { $0.listID = "C-1" }, CustomerRet { $0.listID = "C-2" }])),
        (.itemServiceAdd, .items([ItemServiceRet { $0.listID = "I-1" }])),
        (
            .itemServiceQuery,
            .items([
                ItemServiceRet {
                    $0.salesAndPurchase = SalesAndPurchase(); $0.listID = "I"
                }
            ])
        ),
        (.accountQuery, .accounts([AccountRet { $0.listID = "A-1" }])),
        (.estimateAdd, .estimates([estimate])), (.estimateMod, .estimates([estimate])),
        (.estimateQuery, .estimates([estimate, estimate])),
        (.preferencesQuery, .preferences(PreferencesRet { $0.jobsAndEstimates = JobsAndEstimatesPreferences() })),
        (.companyQuery, .company(CompanyRet { $0.dataExts = [DataExtRet { $0.name = "FileID" }] })),
        (.hostQuery, .host(HostRet { $0.supportedQBXMLVersions = ["12.0", "13.0"] })),
        (.jobReportQuery, .report(report)), (.billQuery, .bills([bill])),
        (.checkQuery, .checks([CheckRet { $0.txnID = "K-1" }])),
        (.creditCardChargeQuery, .creditCardCharges([CreditCardTxnRet { $0.txnID = "H-1" }])),
        (.creditCardCreditQuery, .creditCardCredits([CreditCardTxnRet { $0.txnID = "R-1" }])),
        (.vendorCreditQuery, .vendorCredits([VendorCreditRet { $0.txnID = "D-1" }])),
        (.purchaseOrderQuery, .purchaseOrders([purchaseOrder])), (.journalEntryQuery, .journalEntries([journalEntry])),
        (
            .txnDeletedQuery,
            .deletedTxns([
                TxnDeletedRet {
                    $0.type = "Bill"
                    $0.txnID = "X-1"
                }
            ])
        ),
    ]
}

@Suite struct ResponseTests {
    @Test func `an answer of every kind reads back as it was written`() throws {
        #expect(Set(WholeAnswer.bodies.map(\.0)) == Set(MessageKind.allCases))
        var set = QBXMLResponseSet(messageSetStatusCode: 0, newMessageSetID: "M1")
        for (kind, body) in WholeAnswer.bodies {
            var response = QBXMLResponse(kind, requestID: "1", body: body)
            response.retCount = 1
            response.iteratorID = "{x}"
            response.iteratorRemainingCount = 0
            response.errorRecovery = ErrorRecovery { $0.editSequence = "1" }
            set.responses.append(response)
            set.responses.append(
                QBXMLResponse(kind, status: QBXMLStatus(code: 3120, severity: .error, message: "no <such> object")))
        }

        #expect(try QBXMLResponseSet(reading: try set.encoded()) == set)
    }

    @Test func `a written answer has exactly these bytes`() throws {
        let status = QBXMLStatus(code: 1, severity: .info, message: "A query's \"none\"")
        let set = QBXMLResponseSet(
            messageSetStatusCode: 600,
            responses: [
                QBXMLResponse(.billQuery, requestID: "2", status: status),
                QBXMLResponse(.journalEntryQuery, body: .journalEntries([WholeAnswer.journalEntry])),
            ])

        #expect(
            String(decoding: try set.encoded(), as: UTF8.self)
                == "<?xml version=\"1.0\" encoding=\"utf-8\"?><QBXML><QBXMLMsgsRs messageSetStatusCode=\"600\">"
                + "<BillQueryRs requestID=\"2\" statusCode=\"1\" statusSeverity=\"Info\" "
                + "statusMessage=\"A query&apos;s &quot;none&quot;\"></BillQueryRs>"
                + "<JournalEntryQueryRs statusCode=\"0\" "
                + "statusSeverity=\"Info\" statusMessage=\"Status OK\"><JournalEntryRet><TxnID>J-1</TxnID>"
                + "<JournalDebitLine><Amount>0.07</Amount><EntityRef><FullName>Smith:Kitchen</FullName></EntityRef>"
                + "</JournalDebitLine><JournalCreditLine><Amount>0.07</Amount></JournalCreditLine></JournalEntryRet>"
                + "</JournalEntryQueryRs></QBXMLMsgsRs></QBXML>")
    }
}
