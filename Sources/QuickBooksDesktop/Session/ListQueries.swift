import BudgetDomain
import BudgetOperations
import QBXML

/// The jobs and items that a request asks for by their ids, with how many queries of each kind it has in all.
struct AskedLists: Codable, Hashable, Sendable {
    let ids: ListIDs
    let jobQueries: Int
    let itemQueries: Int
}

/// Asks for jobs and items by their ids. QuickBooks answers inactive ones too, and leaves out what is gone.
struct ListQueries {
    let ids: ListIDs
    private let jobs: [RequestMessage]
    private let items: [RequestMessage]

    /// Ids in one query: QuickBooks holds everything else up while it answers.
    static let mostIDs = 500

    init(_ ids: ListIDs) {
        self.ids = ListIDs(
            jobs: Array(ids.jobs.prefix(ListIDs.most)), items: Array(ids.items.prefix(ListIDs.most)))
        jobs = Self.queries(self.ids.jobs, ["ListID", "FullName", "IsActive"]).map { .customerQuery($0) }
        items = Self.queries(
            self.ids.items, ["ListID", "FullName", "IsActive", "SalesOrPurchase", "SalesAndPurchase"]
        ).map { .itemServiceQuery($0) }
    }

    var messages: [RequestMessage] { jobs + items }

    /// - Parameter messages: all that the request has.
    func asked(in messages: [RequestMessage]) -> AskedLists? {
        guard !ids.isEmpty else { return nil }
        return AskedLists(
            ids: ids, jobQueries: messages.count { $0.kind == .customerQuery },
            itemQueries: messages.count { $0.kind == .itemServiceQuery })
    }

    private static func queries(_ ids: [String], _ elements: [String]) -> [ListQuery] {
        stride(from: 0, to: ids.count, by: mostIDs).map { start in
            var query = ListQuery()
            query.listIDs = Array(ids[start..<min(start + mostIDs, ids.count)])
            query.includeRetElements = elements
            return query
        }
    }
}

extension ExportToWrite {
    /// The job and the items without which it cannot be written.
    var listIDs: ListIDs {
        var seen: Set<String> = []
        return ListIDs(
            jobs: [project.job.reference?.listID].compactMap(\.self),
            items: transactions.compactMap(\.itemListID).filter { seen.insert($0).inserted })
    }

    /// Why QuickBooks would not take it as its lists stand; nil when they are sound.
    var listFault: ERPFault? {
        // A job that is gone left its own reason behind.
        if case .failed(_, let fault) = project.job { return fault }
        return ownListFault.map { FaultCatalogue.fault($0) }
    }

    private var ownListFault: OwnFault? {
        guard let job = project.job.reference else { return .jobMissing(name: project.name) }
        guard job.condition == .usable else { return .jobInactive(name: job.fullName) }
        let missing = codes { $0.itemListID == nil }
        guard missing.isEmpty else { return .itemsMissing(names: missing) }
        let inactive = codes { $0.itemCondition == .inactive }
        guard inactive.isEmpty else { return .itemsInactive(names: inactive) }
        let oneSided = codes { $0.itemCondition == .oneSided }
        return oneSided.isEmpty ? nil : .itemsOneSided(names: oneSided)
    }

    private func codes(where isWanted: (Line) -> Bool) -> [String] {
        var seen: Set<String> = []
        return transactions.filter(isWanted).map(\.transaction.code.costCodeText).filter { seen.insert($0).inserted }
    }
}
