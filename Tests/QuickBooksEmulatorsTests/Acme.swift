import QBXML
import QuickBooksEmulators
import Testing

/// A company file with one job and three cost codes, of which the last has a price.
enum Acme {
    static let ownerID = "{6B0E8E0E-6A0B-4C7E-9B57-3C5C2F6F7A11}"
    static let fileID = "{0E5F2C3A-0D1B-4B6E-8D0C-0B8C7B0B9A22}"

    static func file() throws -> CompanyFile {
        let file = CompanyFile(path: #"C:\Acme.QBW"#)
        try file.addAccount("Construction Income", type: "Income")
        try file.addAccount("Job Costs", type: "CostOfGoodsSold")
        try file.addCustomer("Jones:House")
        try item("03-100", priceCents: 0, in: file)
        try item("04-200", priceCents: 0, in: file)
        try item("05-300", priceCents: 12_50, in: file)
        return file
    }

    private static func item(_ name: String, priceCents: Int64, in file: CompanyFile) throws {
        try file.addServiceItem(
            name, incomeAccount: "Construction Income", expenseAccount: "Job Costs", priceCents: priceCents)
    }

    static func line(
        _ item: String, cents: Int64? = nil, _ more: (inout EstimateLineAdd) -> Void = { _ in }
    )
        -> EstimateLineAdd
    {
        var line = EstimateLineAdd()
        line.itemRef = QBRef(fullName: item)
        line.amount = cents.flatMap { QBAmount(cents: $0) }
        more(&line)
        return line
    }

    static func estimate(_ lines: [EstimateLineAdd], job: String = "Jones:House") -> RequestMessage {
        var add = EstimateAdd()
        add.customerRef = QBRef(fullName: job)
        add.txnDate = "2026-01-10"
        add.refNumber = "B1"
        add.lines = lines.map { .line($0) }
        return .estimateAdd(add)
    }

    static func mod(
        _ estimate: EstimateSnapshot, _ lines: [EstimateLineToMod], editSequence: String? = nil,
        _ more: (inout EstimateMod) -> Void = { _ in }
    ) -> RequestMessage {
        var mod = EstimateMod()
        mod.txnID = estimate.txnID
        mod.editSequence = editSequence ?? estimate.editSequence
        mod.lines = lines
        more(&mod)
        return .estimateMod(mod)
    }
}

extension CompanyFile {
    func answer(_ set: QBXMLRequestSet) throws -> QBXMLResponseSet {
        let outcome = process(try set.encoded())
        guard case .response(let text) = outcome else {
            Issue.record("no answer but \(outcome)")
            return QBXMLResponseSet()
        }
        return try QBXMLResponseSet(reading: Array(text.utf8))
    }

    func answers(_ messages: RequestMessage..., onError: OnError = .stop) throws -> [QBXMLResponse] {
        try answer(QBXMLRequestSet(onError: onError, requests: messages.map { QBXMLRequest($0) })).responses
    }

    func codes(_ messages: RequestMessage..., onError: OnError = .stop) throws -> [Int] {
        try answer(QBXMLRequestSet(onError: onError, requests: messages.map { QBXMLRequest($0) })).responses
            .map(\.status.code)
    }

    /// The amounts of the only estimate.
    func cents() throws -> [Int64] { try onlyEstimate().lines.map(\.cents) }

    func onlyEstimate() throws -> EstimateSnapshot {
        #expect(estimates.count == 1)
        return try #require(estimates.first)
    }
}
