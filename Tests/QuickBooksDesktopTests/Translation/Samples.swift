import BudgetDomain
import QBXML

func usd(_ cents: Int64) -> Money { Money(minorUnits: cents, currency: .usd) }

enum Samples {
    /// A line of ours, a group with one line, and a comment.
    static var estimate: EstimateRet {
        EstimateRet {
            $0.txnID = "1A-1"
            $0.editSequence = "1700000000"
            $0.refNumber = "B1042-1"
            $0.totalAmount = QBAmount(cents: 12_365_67)
            $0.lines = [
                .line(
                    EstimateLineRet {
                        $0.txnLineID = "2A-1"
                        $0.itemRef = QBRef(listID: "80000001-1", fullName: "03-100")
                        $0.desc = "Footings"
                        $0.amount = QBAmount(cents: 12_345_67)
                        $0.other1 = "7K2"
                    }),
                .group(
                    EstimateLineGroupRet {
                        $0.txnLineID = "3A-1"
                        $0.totalAmount = QBAmount(cents: 20_00)
                        $0.lines = [
                            EstimateLineRet {
                                $0.txnLineID = "4A-1"
                                $0.itemRef = QBRef(listID: "80000005-1", fullName: "Door")
                                $0.amount = QBAmount(cents: 20_00)
                            }
                        ]
                    }),
                .line(
                    EstimateLineRet {
                        $0.txnLineID = "5A-1"
                        $0.desc = "Thank you"
                    }),
            ]
        }
    }

    static let job = QBRef(listID: "80000009-1", fullName: "Smith:Kitchen")
    static let otherJob = QBRef(listID: "80000010-1", fullName: "Smith:Kitchen")

    static func item(_ id: String, _ job: QBRef?, cents: Int64) -> ItemLineRet {
        ItemLineRet {
            $0.txnLineID = id
            $0.itemRef = QBRef(listID: "80000001-1", fullName: "03-100")
            $0.amount = QBAmount(cents: cents)
            $0.customerRef = job
        }
    }

    static func expense(_ id: String, _ job: QBRef?, cents: Int64) -> ExpenseLineRet {
        ExpenseLineRet {
            $0.txnLineID = id
            $0.accountRef = QBRef(listID: "A0-1", fullName: "Job Expenses")
            $0.amount = QBAmount(cents: cents)
            $0.customerRef = job
        }
    }
}
