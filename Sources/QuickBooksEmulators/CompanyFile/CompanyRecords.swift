internal import QBXML

/// All that a company file holds. A value, so that a request works on it without anybody looking on.
struct CompanyRecords: Sendable {
    var name: String
    var path: String
    var preferences = CompanyPreferences()
    var dataExts: [DataExtRet] = []
    var customers = ListTable<CustomerRet>()
    var items = ListTable<ItemServiceRet>()
    var accounts = ListTable<AccountRet>()
    var estimates: [EstimateRet] = []
    var bills: [BillRet] = []
    var checks: [CheckRet] = []
    var cardCharges: [CreditCardTxnRet] = []
    var cardCredits: [CreditCardTxnRet] = []
    var vendorCredits: [VendorCreditRet] = []
    var purchaseOrders: [PurchaseOrderRet] = []
    var journalEntries: [JournalEntryRet] = []
    var deletedTxns: [TxnDeletedRet] = []
    var messageSets = MessageSetStore()
    var iterators = IteratorStore()
    var injected: [InjectedStatus] = []
    var executedWrites = 0
    /// Every id and edit sequence of the file comes from this counter.
    var lastNumber = 0
    var now = ""

    init(name: String, path: String) {
        self.name = name
        self.path = path
    }

    mutating func nextNumber() -> Int {
        lastNumber += 1
        return lastNumber
    }

    mutating func newListID() -> String { "8" + hex(nextNumber(), digits: 7) + "-1767600000" }
    mutating func newTxnID() -> String { hex(nextNumber(), digits: 4) + "-1767600000" }
    mutating func newEditSequence() -> String { String(1_767_600_000 + nextNumber()) }

    private func hex(_ number: Int, digits: Int) -> String {
        let text = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
