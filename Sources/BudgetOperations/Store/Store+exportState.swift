import BudgetDomain

/// What an export state carries, as it stands in the column `detail` beside the state's name.
struct StoredExportDetail: Codable {
    var lost: [String]?
    var attempts: Int?
    var messageSetID: String?
    var at: Int64?
    var txnID: String?
    var editSequence: String?
    var differences: [StoredDifference]?
    var fault: StoredFault?
    var person: String?
    var comment: String?

    init(_ state: ExportState) {
        switch state {
        case .readyToExport: break
        case .invalid(let lost): self.lost = lost
        case .exporting(let delivery): keep(delivery)
        case .awaitingJobCosts(let reference, let instant), .synced(let reference, let instant):
            keep(reference)
            at = instant.microsecondsSince1970
        case .mismatched(let mismatch): keep(mismatch)
        case .rewriting(let delivery, let mismatch):
            keep(mismatch)
            keep(delivery)
        case .failedToExport(let fault): self.fault = StoredFault(fault)
        case .rejected(let person, let instant, let comment):
            keep(person, instant)
            self.comment = comment
        case .retrieved(let person, let instant): keep(person, instant)
        }
    }

    private mutating func keep(_ delivery: Delivery) {
        switch delivery {
        case .queued(let attempts): self.attempts = attempts
        case .handedOut(let handover), .unknown(let handover):
            attempts = handover.attempt
            messageSetID = handover.messageSetID
            at = handover.at.microsecondsSince1970
        }
    }

    private mutating func keep(_ mismatch: Mismatch) {
        keep(mismatch.reference)
        differences = mismatch.differences.map(StoredDifference.init)
        fault = mismatch.refusal.map(StoredFault.init)
    }

    private mutating func keep(_ reference: EstimateReference) {
        txnID = reference.txnID
        editSequence = reference.editSequence
    }

    private mutating func keep(_ person: ID<Person>, _ instant: Instant) {
        self.person = person.text
        at = instant.microsecondsSince1970
    }

    func state(named name: String, currency: Currency) throws -> ExportState {
        switch ExportState.Name(rawValue: name) {
        case .readyToExport: return .readyToExport
        case .invalid: return .invalid(lost: try need(lost, "lost"))
        case .queued: return .exporting(.queued(attempts: try need(attempts, "attempts")))
        case .handedOut: return .exporting(.handedOut(try handover))
        case .unknown: return .exporting(.unknown(try handover))
        case .awaitingJobCosts: return .awaitingJobCosts(try reference, writtenAt: try instant)
        case .mismatched: return .mismatched(try mismatch(in: currency))
        case .rewriteQueued:
            return .rewriting(.queued(attempts: try need(attempts, "attempts")), try mismatch(in: currency))
        case .rewriteHandedOut: return .rewriting(.handedOut(try handover), try mismatch(in: currency))
        case .rewriteUnknown: return .rewriting(.unknown(try handover), try mismatch(in: currency))
        case .synced: return .synced(try reference, seenAt: try instant)
        case .failedToExport: return .failedToExport(try need(fault, "fault").fault)
        case .rejected:
            return .rejected(by: ID(try need(person, "person")), at: try instant, comment: try need(comment, "comment"))
        case .retrieved: return .retrieved(by: ID(try need(person, "person")), at: try instant)
        case nil: throw UnreadableRow(table: "exports", column: "state", value: name)
        }
    }

    private func mismatch(in currency: Currency) throws -> Mismatch {
        Mismatch(
            reference: try reference,
            differences: try need(differences, "differences").map { try $0.difference(in: currency) },
            refusal: fault?.fault)
    }

    private var reference: EstimateReference {
        get throws {
            EstimateReference(txnID: try need(txnID, "txnID"), editSequence: try need(editSequence, "editSequence"))
        }
    }

    private var instant: Instant {
        get throws { Instant(microsecondsSince1970: try need(at, "at")) }
    }

    private var handover: Handover {
        get throws {
            Handover(
                attempt: try need(attempts, "attempts"), messageSetID: try need(messageSetID, "messageSetID"),
                at: try instant)
        }
    }

    private func need<Value>(_ value: Value?, _ key: String) throws -> Value {
        guard let value else { throw UnreadableRow(table: "exports", column: "detail", value: "no \(key)") }
        return value
    }
}
