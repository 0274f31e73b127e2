import BudgetDomain
import QBXML
import Testing

@testable import QuickBooksDesktop

@Suite struct JobCostTranslationTests {
    private let translation = JobCostTranslation(
        jobs: ["80000009-1"], currency: .usd, homeCurrencyName: "US Dollar", accountsThatAreNoCost: ["AR-1"])

    private func line(
        _ kind: JobCostDocumentLine.Kind, _ id: String, party: String, item: String?, _ name: String, cents: Int64
    ) -> JobCostLine {
        JobCostLine(
            jobListID: "80000009-1",
            line: JobCostDocumentLine(
                kind: kind, txnID: "T-1", txnLineID: id, date: "2026-02-03", number: "4711", party: party,
                itemListID: item, itemOrAccount: name, amount: usd(cents)))
    }

    @Test func `a bill costs the job what its lines for the job say, those of groups included`() throws {
        let bill = BillRet {
            $0.txnID = "T-1"
            $0.txnDate = "2026-02-03"
            $0.refNumber = "4711"
            $0.vendorRef = QBRef(listID: "V-1", fullName: "Stone Ltd")
            $0.currencyRef = QBRef(fullName: "US Dollar")
            $0.expenseLines = [
                Samples.expense("E-1", Samples.job, cents: 10_00), Samples.expense("E-2", nil, cents: 99_00),
            ]
            $0.itemLines = [
                .line(Samples.item("I-1", Samples.job, cents: 20_01)),
                .line(Samples.item("I-2", Samples.otherJob, cents: 77_00)),
                .group(
                    ItemGroupLineRet {
                        $0.txnLineID = "G-1"
                        $0.totalAmount = QBAmount(cents: 30_00)
                        $0.lines = [Samples.item("I-3", Samples.job, cents: 30_00)]
                    }),
            ]
        }

        #expect(
            try translation.lines(of: .bills([bill])) == [
                line(.bill, "E-1", party: "Stone Ltd", item: nil, "Job Expenses", cents: 10_00),
                line(.bill, "I-1", party: "Stone Ltd", item: "80000001-1", "03-100", cents: 20_01),
                line(.bill, "I-3", party: "Stone Ltd", item: "80000001-1", "03-100", cents: 30_00),
            ])
    }

    @Test func `credits of vendors and cards count negative, checks and charges positive`() throws {
        let credit = VendorCreditRet {
            ($0.txnID, $0.txnDate, $0.refNumber) = ("T-1", "2026-02-03", "4711")
            $0.vendorRef = QBRef(fullName: "Stone Ltd")
            $0.itemLines = [.line(Samples.item("I-1", Samples.job, cents: 5_00))]
        }
        let check = CheckRet {
            ($0.txnID, $0.txnDate, $0.refNumber) = ("T-1", "2026-02-03", "4711")
            $0.accountRef = QBRef(fullName: "Checking")
            $0.expenseLines = [Samples.expense("E-1", Samples.job, cents: 6_00)]
        }
        let card = CreditCardTxnRet {
            ($0.txnID, $0.txnDate, $0.refNumber) = ("T-1", "2026-02-03", "4711")
            $0.payeeEntityRef = QBRef(fullName: "Fuel Co")
            $0.expenseLines = [Samples.expense("E-1", Samples.job, cents: 7_00)]
        }

        let bodies: [ResponseBody] = [
            .vendorCredits([credit]), .checks([check]), .creditCardCharges([card]), .creditCardCredits([card]),
        ]
        #expect(
            try bodies.flatMap { try translation.lines(of: $0) } == [
                line(.vendorCredit, "I-1", party: "Stone Ltd", item: "80000001-1", "03-100", cents: -5_00),
                line(.check, "E-1", party: "Checking", item: nil, "Job Expenses", cents: 6_00),
                line(.creditCardCharge, "E-1", party: "Fuel Co", item: nil, "Job Expenses", cents: 7_00),
                line(.creditCardCredit, "E-1", party: "Fuel Co", item: nil, "Job Expenses", cents: -7_00),
            ])
    }

    @Test func `a journal entry's debits cost, its credits give back, and receivables are no cost`() throws {
        func journal(_ id: String?, _ account: QBRef, _ entity: QBRef?, cents: Int64) -> JournalLine {
            JournalLine {
                ($0.txnLineID, $0.accountRef, $0.entityRef) = (id, account, entity)
                $0.amount = QBAmount(cents: cents)
            }
        }
        let costs = QBRef(listID: "A0-1", fullName: "Job Expenses")
        let entry = JournalEntryRet {
            ($0.txnID, $0.txnDate, $0.refNumber) = ("T-1", "2026-02-03", "4711")
            $0.lines = [
                .debit(journal("J-1", costs, Samples.job, cents: 8_00)),
                .credit(journal(nil, costs, Samples.job, cents: 3_00)),
                .debit(journal("J-3", QBRef(listID: "AR-1", fullName: "Receivable"), Samples.job, cents: 50_00)),
                .credit(journal("J-4", costs, nil, cents: 55_00)),
            ]
        }

        #expect(
            try translation.lines(of: .journalEntries([entry])) == [
                line(.journalEntry, "J-1", party: "", item: nil, "Job Expenses", cents: 8_00),
                line(.journalEntry, "#2", party: "", item: nil, "Job Expenses", cents: -3_00),
            ])
    }

    @Test func `a purchase order commits what is not received, and nothing when it is closed`() throws {
        func ordered(_ id: String, received: Int64, isClosed: Bool) -> PurchaseOrderLineRet {
            PurchaseOrderLineRet {
                $0.txnLineID = id
                $0.itemRef = QBRef(listID: "80000001-1", fullName: "03-100")
                $0.customerRef = Samples.job
                $0.amount = QBAmount(cents: 100_00)
                $0.quantity = QBQuantity(hundredThousandths: 300_000)
                $0.receivedQuantity = QBQuantity(hundredThousandths: received)
                $0.isManuallyClosed = isClosed
            }
        }
        var order = PurchaseOrderRet {
            ($0.txnID, $0.txnDate, $0.refNumber) = ("T-1", "2026-02-03", "4711")
            $0.vendorRef = QBRef(fullName: "Stone Ltd")
            $0.lines = [
                .line(ordered("P-1", received: 100_000, isClosed: false)),
                .group(PurchaseOrderLineGroupRet { $0.lines = [ordered("P-2", received: 0, isClosed: true)] }),
            ]
        }
        func expected(_ first: Int64) -> [JobCostLine] {
            [
                line(.purchaseOrder, "P-1", party: "Stone Ltd", item: "80000001-1", "03-100", cents: first),
                line(.purchaseOrder, "P-2", party: "Stone Ltd", item: "80000001-1", "03-100", cents: 0),
            ]
        }

        #expect(try translation.lines(of: .purchaseOrders([order])) == expected(66_67))
        order.isFullyReceived = true
        #expect(try translation.lines(of: .purchaseOrders([order])) == expected(0))
    }

    @Test(
        arguments: [
            (100_00, 3, 1, 66_67), (-100_00, 3, 1, -66_67), (1, 2, 1, 1), (-1, 2, 1, -1), (100_00, 3, 5, 0),
            (100_00, 3, -1, 100_00), (100_00, -2, -1, 50_00), (100_00, 0, 0, 100_00), (100_00, 0, 1, 0),
            (999_999_999_999_999, 3, 1, 666_666_666_666_666),
        ] as [(Int64, Int64, Int64, Int64)])
    func `the open part of an order is exact to the cent`(
        amount: Int64, ordered: Int64, received: Int64, open: Int64
    )
        throws
    {
        let cents = OpenPart.cents(
            of: try #require(QBAmount(cents: amount)), ordered: QBQuantity(hundredThousandths: ordered * 100_000),
            received: QBQuantity(hundredThousandths: received * 100_000))

        #expect(cents == open)
    }

    @Test func `a document in another currency is refused if it names the job, else ignored`() throws {
        var check = CheckRet {
            $0.txnID = "T-2"
            $0.currencyRef = QBRef(fullName: "Euro")
            $0.expenseLines = [Samples.expense("E-1", Samples.otherJob, cents: 6_00)]
        }
        #expect(try translation.lines(of: check) == [])

        check.expenseLines = [Samples.expense("E-1", Samples.job, cents: 6_00)]
        #expect(throws: TranslationFault.foreignCurrency(txnID: "T-2", name: "Euro")) {
            try translation.lines(of: check)
        }
    }
}
