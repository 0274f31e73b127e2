import BudgetDomain

/// What a company's webhook is told of an export.
enum ExportNotice {
    case sent(by: Person)
    case accepted(by: Person)
    case rejected(by: Person, reason: String)
    case failed(ERPFault)
    case differs(places: Int)
    case synced

    /// What QuickBooks' answer changed for people; nil for a step on the way, and for differences that were told.
    init?(movingFrom old: ExportState, to new: ExportState) {
        switch (old, new) {
        case (.mismatched(let told), .mismatched(let now)) where told == now: return nil
        case (_, .mismatched(let mismatch)): self = .differs(places: mismatch.differences.count)
        case (_, .failedToExport(let fault)): self = .failed(fault)
        case (_, .synced): self = .synced
        case (_, .readyToExport), (_, .invalid), (_, .exporting), (_, .awaitingJobCosts), (_, .rewriting),
            (_, .rejected), (_, .retrieved):
            return nil
        }
    }

    var topic: String {
        switch self {
        case .sent: "export.sent"
        case .accepted: "export.accepted"
        case .rejected: "export.rejected"
        case .failed: "export.failed"
        case .differs: "export.differs"
        case .synced: "export.synced"
        }
    }

    var person: Person? {
        switch self {
        case .sent(let person), .accepted(let person), .rejected(let person, _): person
        case .failed, .differs, .synced: nil
        }
    }

    /// - Parameter export: such as `export 1 of project 1001`.
    func sentence(about export: String) -> String {
        switch self {
        case .sent(let person): "\(person.name) sent \(export); it waits for an accounting approver."
        case .accepted(let person):
            "\(person.name) accepted \(export); it goes to QuickBooks with the next run of the Web Connector."
        case .rejected(let person, let reason): "\(person.name) rejected \(export): \(reason)"
        case .failed(let fault): "QuickBooks did not take \(export). \(fault.text)"
        case .differs(let places):
            "What QuickBooks holds after \(export) differs from what was accepted, in \(places) "
                + "place\(places == 1 ? "" : "s")."
        case .synced: "QuickBooks holds \(export) as it was accepted, to the cent; the budget is free again."
        }
    }
}

/// The message as it is posted: keys in alphabetical order, so that one message is always the same bytes.
struct ExportMessage: Codable {
    let id: String
    let type: String
    /// RFC 3339, in UTC.
    let at: String
    let company: String
    /// The project's number.
    let project: String
    let export: Int
    let sentence: String
    var person: String?
    var reason: String?
    var meaning: String?
    var cure: String?

    /// The id is made of what the message says, so that a transaction that has to run twice says it once.
    init(_ notice: ExportNotice, about export: Export, project: String, of company: Company, at instant: Instant) {
        type = notice.topic
        at = instant.iso
        self.company = company.name
        self.project = project
        self.export = export.number
        sentence = notice.sentence(about: "export \(export.number) of project \(project)")
        person = notice.person?.name
        let said = [company.id.text, export.id.text, type, at, sentence].map { "\($0.utf8.count):\($0)" }
        id = "msg_" + Digest.sha256("outbox\n" + said.joined(separator: ",")).prefix(32)
        switch notice {
        case .rejected(_, let reason): self.reason = reason
        case .failed(let fault):
            meaning = fault.meaning
            cure = fault.cure
        case .sent, .accepted, .differs, .synced: break
        }
    }
}
