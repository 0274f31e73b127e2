import BudgetDomain
import QBXML

@testable import BudgetOperations
@testable import QuickBooksDesktop

/// Work for a session, made by hand: each test asks for what it needs.
enum Sample {
    static let start = Instant(microsecondsSince1970: 1_772_442_000_000_000)
    static let fileID = "9f0c7a52-4b1d-4e6a-8c33-2d5e6f708192"
    static let guid = "6b1f0c1e-1111-4222-8333-444455556666"

    static func work(
        inFlight: MessageSet? = nil, jobs: [Project] = [], items: [ItemToAdd] = [], exports: [ExportToWrite] = [],
        readBacks: [EstimateToRead] = [], estimates: [EstimateToRead] = [], areCostsDue: Bool = false,
        bound: String? = nil
    ) -> OutstandingWork {
        OutstandingWork(
            company: Company(id: ID("acme"), name: "Acme Builders", currency: .usd),
            connection: Connection(
                id: ID("connection"), company: ID("acme"), userName: "plumbline-1", fileID: fileID,
                boundCompany: bound, boundPath: bound.map { "C:\\\($0).QBW" }, lastContactAt: nil, lastSession: nil,
                costsRequestedAt: nil, costsReadAt: nil, refusedSignIns: 0, lastRefusedAt: nil, qwcTakenAt: nil,
                failure: nil),
            inFlight: inFlight, jobs: jobs, items: items, exports: exports, readBacks: readBacks,
            estimates: estimates, areCostsDue: areCostsDue, syncedJobs: ["J-1"])
    }

    static func job(_ request: JobRequest = .createUnder(customer: "Harbour Health")) -> Project {
        Project(id: ID("project"), company: ID("acme"), number: "1001", name: "Clinic", job: .requested(request))
    }

    static func item(_ code: String, type: String? = nil) -> ItemToAdd {
        ItemToAdd(
            key: ItemKey(costCode: ID(code), costType: type), name: type ?? code, parent: type == nil ? nil : code,
            description: "Title", request: ItemRequest(incomeAccount: "Income", expenseAccount: "Costs"))
    }

    static func export(
        _ id: String = "export", _ delivery: Delivery = .queued(attempts: 0), kind: Export.Kind = .original,
        itemListID: String? = "I-1", itemCondition: ListCondition = .usable,
        job: ListReference? = ListReference(listID: "J-1", fullName: "Harbour:Clinic")
    ) -> ExportToWrite {
        let project = Project(
            id: ID("project of \(id)"), company: ID("acme"), number: "1001", name: "Clinic",
            job: job.map { .synced($0) } ?? .notSynced)
        return ExportToWrite(
            export: Export(
                id: ID(id), budget: ID("budget"), number: 1, kind: kind, sentBy: ID("mia"), sentAt: start,
                state: .exporting(delivery)),
            project: project, estimate: estimate(project.id.text, txnID: kind == .update ? "T-1" : nil),
            transactions: [
                ExportToWrite.Line(
                    transaction: ExportTransaction(
                        id: ID("transaction"), mark: "PL-1",
                        draft: TransactionDraft(
                            line: ID("line"),
                            code: BudgetCode(costCode: ID("03-100"), costCodeText: "03-100", costType: "L"),
                            kind: .original, modification: nil, amount: Money(minorUnits: 100_00, currency: .usd),
                            description: "Footings [Labor]")), itemListID: itemListID, itemCondition: itemCondition)
            ], expected: [])
    }

    static func estimate(_ project: String, txnID: String? = "T-1") -> EstimateToRead {
        EstimateToRead(
            project: ID(project), projectNumber: "1001", number: "PL000000001", guid: guid, txnID: txnID,
            formerGUIDs: [])
    }

    static func set(_ purpose: MessageSetPurpose, _ subject: String, _ state: MessageSet.State) -> MessageSet {
        MessageSet(id: "PL-SET", purpose: purpose, subject: subject, request: "<QBXML></QBXML>", state: state)
    }

    static let handover = Handover(attempt: 1, messageSetID: "PL-SET", at: start)

    static func state(_ change: (inout SessionState) -> Void = { _ in }) -> SessionState {
        var state = SessionState()
        state.isCompanyFileOurs = true
        change(&state)
        return state
    }

    /// QuickBooks' estimate, with our GUID and the given marks.
    static func found(marks: [String] = ["PL-1"], guid: String = guid) -> EstimateRet {
        var estimate = EstimateRet()
        estimate.txnID = "T-1"
        estimate.editSequence = "E-1"
        estimate.externalGUID = "{\(guid)}"
        estimate.totalAmount = QBAmount(cents: 100_00)
        estimate.lines = marks.enumerated().map { number, mark in
            var line = EstimateLineRet()
            line.txnLineID = "L-\(number + 1)"
            line.itemRef = QBRef(listID: "I-1", fullName: "03-100")
            line.amount = QBAmount(cents: 100_00)
            line.other1 = mark
            return .line(line)
        }
        return estimate
    }

    static func answer(
        _ responses: [QBXMLResponse], setStatus: Int? = nil
    ) throws -> [UInt8] {
        try QBXMLResponseSet(messageSetStatusCode: setStatus, responses: responses).encoded()
    }

    static func error(_ kind: MessageKind, _ code: Int, requestID: String = "1") -> QBXMLResponse {
        QBXMLResponse(
            kind, requestID: requestID, status: QBXMLStatus(code: code, severity: .error, message: "No."))
    }

    static let nothingFound = QBXMLStatus(code: 1, severity: .info, message: "Nothing found.")
}

extension Interpretation {
    /// The outcomes in a form that a table can hold.
    var words: [String] {
        outcomes.map { outcome in
            switch outcome {
            case .companyFileSeen(let name, let path): "seen \(name) \(path)"
            case .companyFileRefused: "file refused"
            case .companyFileRead(let facts): "file says estimates \(facts.isUsingEstimates.map { "\($0)" } ?? "?")"
            case .listsChecked(let check): check.words
            case .handedOut(let set): "handed out \(set.id)"
            case .messageSet(_, let state, _): "set \(state.rawValue)"
            case .jobSynced(_, let reference): "job \(reference.listID)"
            case .jobFailed(_, let fault): "job failed \(fault.code)"
            case .itemSynced(_, let reference): "item \(reference.fullName) \(reference.listID)"
            case .itemFailed(let key, let fault): "item \(key.costCode.text) failed \(fault.code)"
            case .export(_, .refused(let fault)): "refused \(fault.code)"
            case .export(_, .written(let reference, _)): "written \(reference.txnID) \(reference.editSequence)"
            case .export(_, let event): event.name.rawValue
            case .estimateRead(_, let sighting): sighting.reading == nil ? "read none" : "read estimate"
            case .costLines(_, let lines): "\(lines.count) cost lines"
            case .costsRead: "costs read"
            case .jobListBegun: "list of jobs begun"
            case .jobsListed(_, let jobs): "\(jobs.count) jobs listed"
            case .jobListRead: "list of jobs read"
            case .jobListFailed(let fault): "list of jobs failed \(fault.code)"
            case .sessionFailed: "session failed"
            case .transcript(let transcript): "transcript of \(transcript.code)"
            }
        }
    }
}

extension ListCheck {
    /// Such as `jobs J-1 gone, items I-1 inactive 03-100`.
    var words: String {
        func list(_ findings: [String: Finding]) -> [String] {
            findings.sorted { $0.key < $1.key }.map { id, finding in
                switch finding {
                case .found(let fullName, let condition): "\(id) \(condition.rawValue) \(fullName)"
                case .gone(let fault): "\(id) \(fault.code)"
                }
            }
        }
        return "lists " + (list(jobs) + list(items)).joined(separator: ", ")
    }
}
