/// Everything that a company file held at one moment: a backup, from which it can be restored.
package struct CompanyFileCopy: Sendable {
    let records: CompanyRecords
}

extension CompanyFile {
    package func copy() -> CompanyFileCopy { read { CompanyFileCopy(records: $0) } }

    /// Another file with the same content.
    package convenience init(_ copy: CompanyFileCopy, clock: @escaping @Sendable () -> String) {
        self.init(records: copy.records, clock: clock)
    }

    /// The file is as it was. What was made since is gone, and its ids are not given again: QuickBooks makes them of
    /// the time.
    package func restore(_ copy: CompanyFileCopy) {
        write { records in
            let (lastNumber, executedWrites, behaviour) = (
                records.lastNumber, records.executedWrites, records.messageSets.behaviour
            )
            records = copy.records
            records.lastNumber = lastNumber
            records.executedWrites = executedWrites
            records.messageSets.behaviour = behaviour
            records.iterators = IteratorStore()
            records.injected = []
        }
    }
}
