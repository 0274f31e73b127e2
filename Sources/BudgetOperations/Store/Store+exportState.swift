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
        case .exporting(.queued(let attempts)): self.attempts = attempts
        case .exporting(.handedOut(let handover)), .exporting(.unknown(let handover)):
            attempts = handover.attempt
            messageSetID = handover.messageSetID
            at = handover.at.microsecondsSince1970
        case .awaitingJobCosts(let reference, let instant), .synced(let reference, let instant):
            keep(reference)
            at = instant.microsecondsSince1970
        case .mismatched(let reference, let differences):
            keep(reference)
            self.differences = differences.map(StoredDifference.init)
        case .failedToExport(let fault): self.fault = StoredFault(fault)
        case .rejected(let person, let instant, let comment):
            keep(person, instant)
            self.comment = comment
        case .retrieved(let person, let instant): keep(person, instant)
        }
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
        case .mismatched:
            let stored = try need(differences, "differences")
            return .mismatched(try reference, differences: try stored.map { try $0.difference(in: currency) })
        case .synced: return .synced(try reference, seenAt: try instant)
        case .failedToExport: return .failedToExport(try need(fault, "fault").fault)
        case .rejected:
            return .rejected(by: ID(try need(person, "person")), at: try instant, comment: try need(comment, "comment"))
        case .retrieved: return .retrieved(by: ID(try need(person, "person")), at: try instant)
        case nil: throw UnreadableRow(table: "exports", column: "state", value: name)
        }
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

/// A difference between the estimate and what was accepted, as it stands in a row. Amounts are minor units.
struct StoredDifference: Codable {
    var kind: String
    var mark: String?
    var code: String?
    var expected: Int64?
    var found: Int64?
    var item: String?
    var times: Int?

    init(_ difference: EstimateDifference) {
        switch difference {
        case .estimateMissing:
            kind = "estimate missing"
        case .lineMissing(let mark, let code, let expected):
            (kind, self.mark, self.code, self.expected) = ("line missing", mark, code, expected.minorUnits)
        case .amountDiffers(let mark, let code, let expected, let found):
            (kind, self.mark, self.code) = ("amount differs", mark, code)
            (self.expected, self.found) = (expected.minorUnits, found.minorUnits)
        case .itemDiffers(let mark, let code, let found):
            (kind, self.mark, self.code, item) = ("item differs", mark, code, found)
        case .lineRepeated(let mark, let code, let times):
            (kind, self.mark, self.code, self.times) = ("line repeated", mark, code, times)
        }
    }

    func difference(in currency: Currency) throws -> EstimateDifference {
        func money(_ units: Int64) -> Money { Money(minorUnits: units, currency: currency) }
        switch (kind, mark, code) {
        case ("estimate missing", _, _): return .estimateMissing
        case ("line missing", let mark?, let code?):
            if let expected { return .lineMissing(mark: mark, code: code, expected: money(expected)) }
        case ("amount differs", let mark?, let code?):
            if let expected, let found {
                return .amountDiffers(mark: mark, code: code, expected: money(expected), found: money(found))
            }
        case ("item differs", let mark?, let code?):
            if let item { return .itemDiffers(mark: mark, code: code, found: item) }
        case ("line repeated", let mark?, let code?):
            if let times { return .lineRepeated(mark: mark, code: code, times: times) }
        default: break  // default: not one of ours
        }
        throw UnreadableRow(table: "exports", column: "detail", value: kind)
    }
}
