internal import Foundation
internal import QBXML
internal import Synchronization

/// A company file in memory that answers qbXML as QuickBooks Desktop does, one request document at a time.
package final class CompanyFile: Sendable {
    package enum Outcome: Sendable, Hashable {
        /// A qbXML response document.
        case response(String)
        /// What the Web Connector reports with an empty response: QuickBooks did not read the request.
        case comFault(hresult: String, message: String)
    }

    private let state: Mutex<CompanyRecords>
    let clock: @Sendable () -> String

    /// - Parameter clock: the local time of QuickBooks' machine with its offset, as `2026-01-05T08:00:00-08:00`.
    package convenience init(
        name: String = "Acme Builders",
        path: String = #"C:\Users\Public\Documents\Intuit\QuickBooks\Company Files\Acme Builders.QBW"#,
        clock: @escaping @Sendable () -> String = CompanyFile.tickingClock()
    ) {
        self.init(records: CompanyRecords(name: name, path: path), clock: clock)
    }

    init(records: CompanyRecords, clock: @escaping @Sendable () -> String) {
        self.state = Mutex(records)
        self.clock = clock
    }

    /// Advances by one second whenever it is read, so that a run's timestamps are the same every time.
    package static func tickingClock() -> @Sendable () -> String {
        let seconds = Counter()
        let start = Date(timeIntervalSince1970: 1_767_600_000)
        return {
            let moment = start.addingTimeInterval(TimeInterval(seconds.next()))
            return String(moment.formatted(.iso8601).prefix(19)) + "+00:00"
        }
    }

    /// Carries out one request document.
    package func process(_ request: [UInt8]) -> Outcome {
        write { records in records.process(request) }
    }

    package func process(_ request: String) -> Outcome { process(Array(request.utf8)) }

    /// The Web Connector's session has ended, and the iterators die with it.
    package func endSession() { write { $0.iterators = IteratorStore() } }

    func read<Value: Sendable>(_ body: (CompanyRecords) -> Value) -> Value { state.withLock { body($0) } }

    /// Every change sees one moment in time.
    func write<Value: Sendable>(_ body: (inout CompanyRecords) -> Value) -> Value {
        let now = clock()
        return state.withLock { records in
            records.now = now
            return body(&records)
        }
    }

    func enter<Value: Sendable>(
        _ body: (inout CompanyRecords) throws(Rejection) -> Value
    ) throws(Rejection) -> Value {
        let result = write { records -> Result<Value, Rejection> in
            do throws(Rejection) { return .success(try body(&records)) } catch { return .failure(error) }
        }
        return try result.get()
    }
}

extension CompanyFile {
    package var name: String { read(\.name) }
    package var path: String { read(\.path) }

    package var preferences: CompanyPreferences {
        get { read(\.preferences) }
        set { write { $0.preferences = newValue } }
    }

    package var recovery: RecoveryBehaviour {
        get { read(\.messageSets.behaviour) }
        set { write { $0.messageSets.behaviour = newValue } }
    }

    /// What adding a `.qwc` file does: the connection's id becomes private data of the application in this file.
    package func connect(ownerID: String, fileID: String) {
        write { records in
            records.dataExts.removeAll { $0.ownerID == ownerID && $0.name == "FileID" }
            var fileIDs = DataExtRet()
            fileIDs.ownerID = ownerID
            fileIDs.name = "FileID"
            fileIDs.type = "STR255TYPE"
            fileIDs.value = fileID
            records.dataExts.append(fileIDs)
        }
    }

    /// The application's private data is gone, as in a file that was made anew from the old one's figures.
    package func disconnect(ownerID: String) {
        write { $0.dataExts.removeAll { $0.ownerID == ownerID } }
    }

    package var storedMessageSetIDs: [String] { read { $0.messageSets.sets.map(\.id) } }

    /// How many Add and Mod requests have changed this file. An answer from the message-set store does not count.
    package var executedWrites: Int { read(\.executedWrites) }
}

private final class Counter: Sendable {
    private let count = Mutex(-1)

    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}
