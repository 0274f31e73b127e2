import ArgumentParser
import Foundation
import QBXML

struct BenchmarkQBXMLCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qbxml",
        abstract: "Measure how fast a long answer of QuickBooks is read.",
        discussion: """
            Writes 25,000 bills with two lines each to FILE, as QuickBooks would answer a query, and reads them. \
            Another reader can then be timed on the same file, for example `xmllint --stream --noout FILE`.
            """)

    @Argument(help: "The file to write and read; it is overwritten.")
    var file: String

    @Option(help: "Bills.")
    var bills = 25_000

    func validate() throws {
        guard (1...100_000).contains(bills) else { throw ValidationError("--bills is from 1 to 100000.") }
    }

    func run() async throws {
        var watch = Stopwatch()
        let set = QBXMLResponseSet(responses: [Self.answer(bills: bills)])
        var bytes: [UInt8] = []
        try await watch.lap("write") {
            bytes = try set.encoded()
            return nil
        }
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        for round in 1...3 {
            var read = QBXMLResponseSet()
            try await watch.lap("read, round \(round)") {
                read = try QBXMLResponseSet(reading: bytes)
                return nil
            }
            guard read == set else { throw DemoProblem(sentence: "What was read is not what was written.") }
        }
        try Terminal.system.write("\(bytes.count) bytes\n" + watch.table.rendered(width: nil))
    }

    private static func answer(bills: Int) -> QBXMLResponse {
        QBXMLResponse(.billQuery, requestID: "1", body: .bills((0..<bills).map(bill)))
    }

    private static func bill(_ number: Int) -> BillRet {
        BillRet {
            $0.txnID = "\(number)-1700000000"
            $0.timeModified = "2026-01-01T10:00:00-08:00"
            $0.editSequence = "1700000000"
            $0.vendorRef = QBRef(listID: "80000001-170000\(number)", fullName: "Vendor & Sons \(number)")
            $0.txnDate = "2026-01-01"
            $0.amountDue = QBAmount(cents: 24_690)
            $0.refNumber = "INV-\(number)"
            $0.memo = "Concrete for the footings, delivery \(number)"
            $0.isPaid = false
            $0.itemLines = (0..<2).map { line in
                .line(
                    ItemLineRet {
                        $0.txnLineID = "\(number)\(line)-17"
                        $0.itemRef = QBRef(listID: "80000\(line)-1", fullName: "03:03-100")
                        $0.desc = "Footings part \(line)"
                        $0.quantity = .one
                        $0.amount = QBAmount(cents: 12_345)
                        $0.customerRef = QBRef(listID: "800-17", fullName: "Smith:Kitchen remodel")
                        $0.billableStatus = "Billable"
                    })
            }
        }
    }
}
