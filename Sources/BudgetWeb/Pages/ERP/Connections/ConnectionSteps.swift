import BudgetDomain
import BudgetOperations

/// The steps of setting a connection up, each done or with what is missing.
enum ConnectionSteps {
    static func steps(
        of connection: Connection, _ file: SeenCompanyFile?, written: Instant?, address: AddressSteps
    ) -> [TimelineStep] {
        let hasCalled = connection.lastContactAt != nil
        let isBound = connection.boundCompany != nil
        return address.steps + [
            TimelineStep(title: "The connection is made", state: .done, detail: connection.userName),
            qwcFile(of: connection),
            TimelineStep(
                title: "The Web Connector calls",
                state: hasCalled ? .done : connection.qwcTakenAt == nil ? .ahead : .current,
                at: connection.lastContactAt,
                detail: hasCalled
                    ? nil
                    : "Open the .qwc file in the Web Connector beside QuickBooks, and type the password there."),
            TimelineStep(
                title: "The company file is known", state: isBound ? .done : hasCalled ? .current : .ahead,
                detail: connection.boundCompany ?? "The first session with something to do binds the open file."),
            TimelineStep(
                title: "Authorization: QuickBooks lets us read", state: file == nil ? .ahead : .done, at: file?.seenAt,
                detail: file?.facts.product ?? "Shown by the first session that reads."),
            TimelineStep(
                title: "Authorization: QuickBooks lets us write", state: written == nil ? .ahead : .done, at: written,
                detail: written == nil
                    ? "The first job, item or estimate shows it. Allow access as the file's Admin, also when closed."
                    : nil),
            estimates(file),
        ]
    }

    private static func qwcFile(of connection: Connection) -> TimelineStep {
        let title = "The .qwc file is downloaded"
        guard connection.lastContactAt == nil else {
            return TimelineStep(title: title, state: .done, at: connection.qwcTakenAt)
        }
        return TimelineStep(
            title: title, state: connection.qwcTakenAt == nil ? .current : .done, at: connection.qwcTakenAt,
            detail: connection.qwcTakenAt == nil ? "Download it below. It holds no password." : nil)
    }

    private static func estimates(_ file: SeenCompanyFile?) -> TimelineStep {
        switch file?.facts.isUsingEstimates {
        case true?: TimelineStep(title: "Estimates are on", state: .done, at: file?.seenAt)
        case false?:
            TimelineStep(
                title: "Estimates are off", state: .failed, at: file?.seenAt,
                detail: "The QuickBooks administrator: Edit, Preferences, Jobs & Estimates.")
        case nil: TimelineStep(title: "Estimates are on", state: .ahead, detail: "QuickBooks was not asked yet.")
        }
    }
}
