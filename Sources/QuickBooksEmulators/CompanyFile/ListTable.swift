internal import QBXML

/// What the lists of a company file have in common.
protocol ListRecord: Sendable {
    var listID: String { get }
    var name: String? { get set }
    var fullName: String? { get set }
    var isActive: Bool? { get }
    var timeModified: String? { get set }
    var editSequence: String? { get set }
}

extension CustomerRet: ListRecord {}
extension ItemServiceRet: ListRecord {}
extension AccountRet: ListRecord {}

/// One list, found by id or by full name. QuickBooks does not distinguish case in names.
struct ListTable<Record: ListRecord>: Sendable {
    private(set) var records: [Record] = []
    private var indexByID: [String: Int] = [:]
    private var indexByName: [String: Int] = [:]

    init(_ records: [Record] = []) {
        for record in records { append(record) }
    }

    mutating func append(_ record: Record) {
        records.append(record)
        index(record, at: records.count - 1)
    }

    mutating func update(_ listID: String, _ change: (inout Record) -> Void) {
        guard let position = indexByID[listID] else { return }
        if let old = records[position].fullName { indexByName[old.lowercased()] = nil }
        change(&records[position])
        index(records[position], at: position)
    }

    mutating func remove(_ listID: String) {
        let kept = records.filter { $0.listID != listID }
        self = ListTable(kept)
    }

    func record(listID: String) -> Record? { indexByID[listID].map { records[$0] } }
    func record(fullName: String) -> Record? { indexByName[fullName.lowercased()].map { records[$0] } }

    /// The id wins where both are given.
    func record(_ reference: QBRef) -> Record? {
        if let listID = reference.listID { return record(listID: listID) }
        return reference.fullName.flatMap { record(fullName: $0) }
    }

    private mutating func index(_ record: Record, at position: Int) {
        indexByID[record.listID] = position
        if let fullName = record.fullName { indexByName[fullName.lowercased()] = position }
    }
}

extension ListRecord {
    var reference: QBRef { QBRef(listID: listID, fullName: fullName) }
}

extension QBRef {
    /// As it stands in a status message.
    var words: String { listID ?? fullName ?? "" }
}
