/// A customer or job as QuickBooks' list of them showed it when it was last read: *Customer:Job* in QuickBooks' words.
package struct ListedJob: Hashable, Sendable {
    package let listID: String
    /// The names of all levels, with colons between.
    package let fullName: String
    /// 0 for a customer, 1 for a job of one, and more for jobs under jobs.
    package let sublevel: Int

    package init(listID: String, fullName: String, sublevel: Int) {
        self.listID = listID
        self.fullName = fullName
        self.sublevel = sublevel
    }

    package var isCustomer: Bool { sublevel == 0 }

    /// Of its own level.
    package var name: String { AccountingName.own(in: fullName) }
}

extension [ListedJob] {
    /// Those that a project may stand for: jobs, and customers without jobs.
    package var eligible: [ListedJob] {
        let customersWithJobs = Set(
            filter { !$0.isCustomer }.compactMap { $0.fullName.split(separator: ":").first?.lowercased() })
        return filter { !$0.isCustomer || !customersWithJobs.contains($0.fullName.lowercased()) }
    }
}
