/// Faults that we find ourselves in what QuickBooks holds.
package enum OwnFault: Hashable, Sendable {
    /// The estimate that we wrote is not in QuickBooks any more.
    case estimateMissing(number: String)
    case jobMissing(name: String)
    case itemMissing(name: String)
    /// It is the job of another project.
    case jobTaken(name: String)
    /// The id by which we knew it means nothing any more.
    case jobGone
    case itemGone
    case itemsMissing(names: [String])
    case jobInactive(name: String)
    case itemsInactive(names: [String])
    case itemsOneSided(names: [String])
    case estimatesOff
    case wrongCompanyFile(expected: String, found: String)
    /// - Parameter found: the highest qbXML version of this QuickBooks.
    case versionTooOld(found: String)
    case currenciesDiffer(ours: String, quickBooks: String)
}

extension OwnFault {
    /// One of each, as the list in the reference shows it.
    static let examples: [OwnFault] = [
        .estimateMissing(number: "B1042-1"), .jobMissing(name: "Smith:Kitchen"), .itemMissing(name: "03-100"),
        .jobTaken(name: "Smith:Kitchen"), .jobGone, .itemGone, .itemsMissing(names: ["03-100", "05-200"]),
        .jobInactive(name: "Smith:Kitchen"),
        .itemsInactive(names: ["03-100", "05-200"]), .itemsOneSided(names: ["03-100"]), .estimatesOff,
        .wrongCompanyFile(expected: "Acme Builders", found: "Acme Holding"),
        .versionTooOld(found: "12.0"), .currenciesDiffer(ours: "USD", quickBooks: "Canadian Dollar"),
    ]

    static let switchEstimatesOn = """
        The QuickBooks administrator switches estimates on: Edit, Preferences, Jobs & Estimates, Company Preferences.
        """

    /// The first ten, and how many more there are.
    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(10).joined(separator: ", ")
        return names.count > 10 ? "\(shown) and \(names.count - 10) more" : shown
    }

    var code: String {
        switch self {
        case .estimateMissing: "estimate-missing"
        case .jobMissing: "job-missing"
        case .itemMissing: "item-missing"
        case .jobTaken: "job-taken"
        case .jobGone: "job-gone"
        case .itemGone: "item-gone"
        case .itemsMissing: "items-missing"
        case .jobInactive: "job-inactive"
        case .itemsInactive: "items-inactive"
        case .itemsOneSided: "items-one-sided"
        case .estimatesOff: "estimates-off"
        case .wrongCompanyFile: "wrong-company-file"
        case .versionTooOld: "version-too-old"
        case .currenciesDiffer: "currencies-differ"
        }
    }

    var text: String {
        switch self {
        case .estimateMissing(let number): "The estimate \(number) is not in QuickBooks any more."
        case .jobMissing(let name): "The job \(name) is not in QuickBooks any more."
        case .itemMissing(let name): "The item \(name) is not in QuickBooks any more."
        case .jobTaken(let name): "The job \(name) is linked with another project already."
        case .jobGone: "The job is not in QuickBooks any more: it was deleted there, or merged into another."
        case .itemGone: "The item is not in QuickBooks any more: it was deleted there, or merged into another."
        case .itemsMissing(let names): "Not in QuickBooks any more: the items \(Self.list(names))."
        case .jobInactive(let name): "The job \(name) is inactive in QuickBooks, which takes no new lines for it."
        case .itemsInactive(let names):
            "Inactive in QuickBooks, which takes no new lines on them: \(Self.list(names))."
        case .itemsOneSided(let names):
            "In QuickBooks with one account only, so job costs would miss them: \(Self.list(names))."
        case .estimatesOff: "Estimates are switched off in this company file."
        case .wrongCompanyFile(let expected, let found):
            "QuickBooks has \(found) open; this connection belongs to \(expected)."
        case .versionTooOld(let found):
            "This QuickBooks speaks qbXML up to \(found); Plumbline needs 13.0, which QuickBooks has since 2014."
        case .currenciesDiffer(let ours, let quickBooks):
            "The budgets are kept in \(ours), the books in \(quickBooks)."
        }
    }

    var meaning: String {
        switch self {
        case .estimateMissing:
            "The job has no budget in QuickBooks. Nothing was written, and what was accepted is kept here."
        case .jobMissing, .itemMissing, .jobTaken, .jobGone, .itemGone, .itemsMissing, .jobInactive, .itemsInactive,
            .itemsOneSided, .estimatesOff, .wrongCompanyFile, .versionTooOld, .currenciesDiffer:
            "Nothing was written. What was accepted still waits."
        }
    }

    var cure: String {
        switch self {
        case .estimateMissing:
            "An approver rejects this export and has what was accepted before written again, as a new estimate: "
                + "`plumbline erp write-again`. Then the budget is sent again."
        case .jobGone:
            "An approver links the project with the job where its estimate is now, or exports the job again: "
                + "`plumbline erp link-job`, `erp export-job`; then exports again."
        case .itemGone, .itemsMissing:
            "An approver exports the cost codes again, which uses the items of these names or adds them: "
                + "`plumbline erp export-cost-codes`; then exports again."
        case .jobInactive, .itemsInactive:
            "A bookkeeper makes them active in QuickBooks; then an approver exports again."
        case .itemsOneSided:
            "In QuickBooks, tick “This service is used in assemblies or is performed by a subcontractor” and give both "
                + "accounts; then an approver exports again."
        case .jobTaken:
            "An approver links the project with a job of its own, or exports it as a new one under another customer: "
                + "`plumbline erp link-job`, `erp export-job`."
        case .jobMissing, .itemMissing:
            "A bookkeeper looks whether it was deleted or merged, and brings it back; then an approver exports again."
        case .estimatesOff:
            Self.switchEstimatesOn
        case .wrongCompanyFile:
            "Open the right company file, and run the Web Connector again."
        case .versionTooOld:
            "Update QuickBooks to a version that is still supported."
        case .currenciesDiffer:
            "Connect a company file whose home currency is that of the budgets."
        }
    }

    var mayPass: Bool {
        switch self {
        case .wrongCompanyFile, .estimatesOff: true
        case .estimateMissing, .jobMissing, .itemMissing, .jobTaken, .jobGone, .itemGone, .itemsMissing,
            .jobInactive, .itemsInactive, .itemsOneSided, .versionTooOld, .currenciesDiffer:
            false
        }
    }
}
