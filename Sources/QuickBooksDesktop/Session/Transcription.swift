import BudgetDomain
import BudgetOperations
import QBXML

/// Keeps what was asked and what came, and names the exchange where nobody knows what its trouble means.
struct Transcription {
    let work: OutstandingWork
    let session: StoredSession
    /// Before the answer was taken in.
    let state: SessionState
    let step: Step
    let now: Instant
    let newID: () -> String

    /// - Returns: what the answer brought, with the exchange among its outcomes.
    func keeping(_ answer: SOAPRequest.ReceivedResponse, in turn: Interpretation) -> Interpretation {
        let answer =
            answer.response.isEmpty
            ? "HRESULT \(answer.hresult): \(answer.message)" : String(decoding: answer.response, as: UTF8.self)
        let transcript = transcript(code: turn.trouble, answer: answer)
        var result = turn
        if let code = turn.trouble, !FaultCatalogue.knows(code) { result = turn.naming(transcript) }
        result.outcomes.append(.transcript(transcript))
        return result
    }

    /// The link broke before an answer came.
    func ofNoAnswer() -> Transcript { transcript(code: nil, answer: "[no answer came]") }

    private func transcript(code: String?, answer: String) -> Transcript {
        Transcript(
            id: Transcript.id(newID()), sessionID: session.id, askedAt: session.lastCallAt, at: now, step: step.name,
            code: code ?? "", isTrouble: code != nil, request: request, answer: answer)
    }

    /// A write's own bytes; a read's as they are written from the same state.
    private var request: String {
        if let set = work.inFlight, set.id == step.messageSet { return set.request }
        let prepared = try? StepRequest(work: work, state: state, now: now).prepare(step)
        return prepared.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "[not known any more]"
    }
}

extension Transcript {
    /// What the Web Connector brings by itself before anything is asked, or why QuickBooks could not be opened.
    init(
        ofOpening session: StoredSession, answer: String, code: String = "", isTrouble: Bool = false, at now: Instant,
        id: String
    ) {
        self.init(
            id: Transcript.id(id), sessionID: session.id, askedAt: nil, at: now, step: "opening QuickBooks",
            code: code, isTrouble: isTrouble, request: "", answer: answer)
    }

    /// To be said after a fault.
    var sentence: String { " The exchange is kept as transcript \(id)." }
}

extension Interpretation {
    fileprivate func naming(_ transcript: Transcript) -> Interpretation {
        var named = self
        named.state.lastError = state.lastError.map { $0 + transcript.sentence }
        named.outcomes = outcomes.map { $0.addingToFault(transcript.sentence) }
        return named
    }
}

extension ConnectorOutcome {
    fileprivate func addingToFault(_ sentence: String) -> ConnectorOutcome {
        switch self {
        case .export(let export, .refused(let fault)): .export(export, .refused(fault.adding(sentence)))
        case .jobFailed(let project, let fault): .jobFailed(project, fault.adding(sentence))
        case .itemFailed(let item, let fault): .itemFailed(item, fault.adding(sentence))
        case .jobListFailed(let fault): .jobListFailed(fault.adding(sentence))
        default: self  // default: no other outcome tells a fault
        }
    }
}

extension ERPFault {
    fileprivate func adding(_ sentence: String) -> ERPFault {
        ERPFault(code: code, text: text + sentence, meaning: meaning, cure: cure, mayPass: mayPass)
    }
}

extension QBXMLResponseSet {
    /// The code of the first thing that went wrong, if something did. A query that matched nothing, or not all that it
    /// asked for, is an answer and no trouble.
    var trouble: String? {
        if let code = messageSetStatusCode, code != 0 { return String(code) }
        return responses.map(\.status).first { status in
            status.severity == .error || status.code > 1 && !FaultCatalogue.knows(String(status.code))
        }.map { String($0.code) }
    }
}

extension Step {
    /// For a person who reads a transcript.
    var name: String {
        switch self {
        case .checkCompany: "checking the company file"
        case .recover: "asking for a lost answer"
        case .lookUp: "looking up what is there"
        case .checkLists: "checking jobs and items"
        case .addJob: "adding the job"
        case .addItems: "adding items"
        case .writeEstimate: "writing the estimate"
        case .readBack: "reading back"
        case .readMoreCosts: "reading job costs"
        case .readJobList: "reading the list of jobs"
        }
    }
}
