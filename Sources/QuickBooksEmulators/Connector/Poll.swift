internal import QBXML

/// Why a poll ended before its time.
struct PollEnd: Error {
    let outcome: PollReport.Outcome
    init(_ outcome: PollReport.Outcome) { self.outcome = outcome }
}

/// The state of one poll.
struct Poll: Sendable {
    /// What is sent back of a request: an answer, or the error that QuickBooks reported instead.
    struct Answer: Sendable {
        var response = ""
        var hresult = ""
        var message = ""
    }

    let account: ConnectorAccount
    var report = PollReport()
    var ticket = ""
    var file: CompanyFile?
    private var hasSentOpening = false

    init(account: ConnectorAccount) { self.account = account }

    /// Host, company and preferences: with the first sendRequestXML of a session only.
    mutating func openingAnswers() throws(PollEnd) -> String {
        guard let file, !hasSentOpening else { return "" }
        hasSentOpening = true
        do throws(QBXMLFault) {
            let ownerID = account.ownerID
            return String(decoding: try file.read { $0.openingAnswers(ownerID: ownerID) }.encoded(), as: UTF8.self)
        } catch {
            throw PollEnd(.unreadable("QBWC1014: \(error)"))
        }
    }

    func answer(to request: String, _ effect: ConnectorFault.Effect?) throws(PollEnd) -> Answer {
        guard let file else { throw PollEnd(.died) }
        switch effect {
        case .loseRequest: throw PollEnd(.died)
        case .loseAnswer:
            _ = file.process(request)
            throw PollEnd(.died)
        case .comFault(let hresult, let message, let executed):
            if executed { _ = file.process(request) }
            return Answer(hresult: hresult, message: message)
        case nil, .dieBefore, .dieAfter, .repeatCall: break
        }
        switch file.process(request) {
        case .response(let text): return Answer(response: text)
        case .comFault(let hresult, let message): return Answer(hresult: hresult, message: message)
        }
    }
}
