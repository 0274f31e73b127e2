internal import QBXML

/// One line of a cost as a bookkeeper enters it: by item or by account, usually for a job.
package struct CostLine: Sendable, Hashable {
    enum Subject: Sendable, Hashable {
        case item(String)
        case account(String)
    }

    let subject: Subject
    let cents: Int64
    let job: String?
    let memo: String?

    package static func item(_ fullName: String, cents: Int64, job: String?, memo: String? = nil) -> CostLine {
        CostLine(subject: .item(fullName), cents: cents, job: job, memo: memo)
    }

    package static func account(_ fullName: String, cents: Int64, job: String?, memo: String? = nil) -> CostLine {
        CostLine(subject: .account(fullName), cents: cents, job: job, memo: memo)
    }
}

/// Lines with their references resolved and their ids given.
struct EnteredLines: Sendable {
    var expenses: [ExpenseLineRet] = []
    var items: [ItemLineRet] = []
    var total = QBAmount.zero
}

extension CompanyRecords {
    mutating func entered(_ lines: [CostLine]) throws(Rejection) -> EnteredLines {
        var entered = EnteredLines()
        var cents: Int64 = 0
        for line in lines {
            let amount = try amount(line.cents)
            cents += line.cents
            switch line.subject {
            case .item(let name):
                var item = ItemLineRet()
                item.txnLineID = newTxnID()
                item.itemRef = try reference(toItem: name)
                item.desc = line.memo
                item.amount = amount
                item.customerRef = try reference(toJob: line.job)
                entered.items.append(item)
            case .account(let name):
                var expense = ExpenseLineRet()
                expense.txnLineID = newTxnID()
                expense.accountRef = try reference(toAccount: name)
                expense.amount = amount
                expense.memo = line.memo
                expense.customerRef = try reference(toJob: line.job)
                entered.expenses.append(expense)
            }
        }
        entered.total = try amount(cents)
        return entered
    }

    func amount(_ cents: Int64) throws(Rejection) -> QBAmount {
        guard let amount = QBAmount(cents: cents) else { throw .invalidValue("Amount", String(cents)) }
        return amount
    }

    func reference(toItem name: String) throws(Rejection) -> QBRef {
        guard let item = items.record(fullName: name) else {
            throw .invalidReference(to: "Item", name, in: "transaction line")
        }
        return item.reference
    }

    func reference(toAccount name: String) throws(Rejection) -> QBRef {
        guard let account = accounts.record(fullName: name) else {
            throw .invalidReference(to: "Account", name, in: "transaction line")
        }
        return account.reference
    }

    func reference(toJob name: String?) throws(Rejection) -> QBRef? {
        guard let name else { return nil }
        guard let job = customers.record(fullName: name) else {
            throw .invalidReference(to: "Customer", name, in: "transaction line")
        }
        return job.reference
    }
}
