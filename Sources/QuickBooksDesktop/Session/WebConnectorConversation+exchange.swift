import BudgetDomain
import BudgetOperations
import FoundationEssentials
import QBXML

extension WebConnectorConversation {
    /// Hands out the next request; empty when there is none, and `getLastError` then says why.
    func send(_ request: SOAPRequest.SendRequest) async throws -> [UInt8] {
        guard let session = try await plumbline.connectorSession(ticket: request.ticket) else { return [] }
        let work = try await plumbline.outstandingWork(of: session)
        var turn = Interpretation(state: try Self.state(of: session))
        if !turn.state.isCompanyFileOurs, !request.hcpResponse.isEmpty {
            CompanyFileCheck(work: work).check(request.hcpResponse, path: request.companyFile, into: &turn)
            let opening = Transcript(
                ofOpening: session, answer: String(decoding: request.hcpResponse, as: UTF8.self),
                at: plumbline.clock.now(), id: newTranscriptID())
            turn.outcomes.append(.transcript(opening))
        }
        let prepared = try prepare(work, &turn, in: session)
        let text = try Self.text(of: turn.state)
        let isOpen = try await plumbline.record(
            turn.outcomes, sessionState: text, ticket: request.ticket, of: session)
        return isOpen ? prepared : []
    }

    /// Chooses and builds the next request into `turn`. A step whose subject turns out to be gone or refused gives way
    /// to the next one.
    private func prepare(
        _ work: OutstandingWork, _ turn: inout Interpretation, in session: StoredSession
    ) throws -> [UInt8] {
        guard turn.goesOn else { return [] }
        if let asked = turn.state.asked {
            let transcription = Transcription(
                work: work, session: session, state: turn.state, step: asked, now: plumbline.clock.now(),
                newID: newTranscriptID)
            turn.outcomes.append(.transcript(transcription.ofNoAnswer()))
        }
        for _ in 0..<Self.mostStepsTried {
            guard let step = chooseStep(work, &turn) else { return [] }
            let builder = StepRequest(work: work, state: turn.state, now: plumbline.clock.now())
            let made: PreparedRequest?
            do {
                made = try builder.prepare(step)
            } catch {
                // One name that cannot be written must not leave the connector with a fault that says nothing.
                let fault = FaultCatalogue.fault(unwritable: error, doing: "writing the request")
                turn.state.lastError = FaultCatalogue.notice(fault)
                return []
            }
            guard let prepared = made else {
                turn.state.tried.insert(step.messageSet ?? "\(step)")
                turn.state.asked = nil
                return []
            }
            turn.outcomes += prepared.outcomes
            if !prepared.bytes.isEmpty {
                turn.state.asked = step
                turn.state.askedLists = prepared.askedLists
                return prepared.bytes
            }
            // Refused before it left: the export fails with its reason, and the session goes on.
            if case .writeEstimate(let export, _) = step { turn.state.tried.insert(export) }
        }
        return []
    }

    private static let mostStepsTried = 100

    private func chooseStep(_ work: OutstandingWork, _ turn: inout Interpretation) -> Step? {
        // Asked twice without an answer between: the link broke. A read is made again; a write may have been run, so
        // its fate comes first.
        if let asked = turn.state.asked {
            guard let id = asked.messageSet else { return again(asked, work, &turn) }
            if let set = work.inFlight, set.id == id {
                if set.state == .handedOut {
                    turn.outcomes.append(.messageSet(id: id, becomes: .unknown, answer: ""))
                    if set.purpose == .estimate { turn.outcomes.append(.export(ID(set.subject), .answerLost)) }
                    // What was found before the request left says nothing of what it did.
                    turn.state.foundEstimates[set.subject] = nil
                }
            }
            turn.state.asked = nil
        }
        return turn.state.next(work, messageSet: plumbline.randomness.messageSetID())
    }

    /// A read that is made again. A page that QuickBooks may have turned already does not come twice, so the costs and
    /// the list of jobs are read from the start.
    private func again(_ asked: Step, _ work: OutstandingWork, _ turn: inout Interpretation) -> Step? {
        switch asked {
        case .readMoreCosts: turn.state.costs = .notBegun
        case .readJobList:
            turn.state.jobList = nil
            return asked
        default: return asked  // default: no other read has pages
        }
        turn.state.asked = nil
        return turn.state.next(work, messageSet: plumbline.randomness.messageSetID())
    }

    /// Takes an answer in. 100 when the session is done, less while it goes on, negative when it has to stop.
    func receive(_ answer: SOAPRequest.ReceivedResponse) async throws -> Int {
        guard let session = try await plumbline.connectorSession(ticket: answer.ticket) else { return -1 }
        let state = try Self.state(of: session)
        guard let step = state.asked else { return try await receiveUnasked(in: state, answer.ticket, of: session) }
        let work = try await plumbline.outstandingWork(of: session)
        let reader = StepAnswer(
            work: work, now: plumbline.clock.now(), step: step, newReadID: plumbline.randomness.uuid())
        let read =
            answer.response.isEmpty
            ? reader.interpret(hresult: answer.hresult, message: answer.message, in: state)
            : reader.interpret(answer.response, in: state)
        let turn = Transcription(
            work: work, session: session, state: state, step: step, now: plumbline.clock.now(), newID: newTranscriptID
        ).keeping(answer, in: read)
        let isOpen = try await plumbline.record(
            turn.outcomes, sessionState: try Self.text(of: turn.state), ticket: answer.ticket, of: session)
        guard isOpen, turn.goesOn else { return -1 }
        return try await percent(after: turn.state, of: session)
    }

    /// A repeated call, whose answer was taken in before; or the answer to a request that our database has forgotten,
    /// since it was restored from an older copy. What was looked up before then is no ground for a write any more.
    private func receiveUnasked(
        in state: SessionState, _ ticket: String, of session: StoredSession
    ) async throws -> Int {
        guard state.lastError == nil else { return -1 }
        var state = state
        state.foundEstimates = [:]
        let isOpen = try await plumbline.record(
            [], sessionState: try Self.text(of: state), ticket: ticket, of: session)
        return isOpen ? try await percent(after: state, of: session) : -1
    }

    private func percent(after state: SessionState, of session: StoredSession) async throws -> Int {
        let work = try await plumbline.outstandingWork(of: session)
        return state.next(work, messageSet: "") == nil ? 100 : state.percentWhileWorking
    }

    func newTranscriptID() -> String { plumbline.randomness.text(length: Transcript.idLetters) }

    static func state(of session: StoredSession) throws -> SessionState {
        guard !session.state.isEmpty else { return SessionState() }
        return try JSONDecoder().decode(SessionState.self, from: Data(session.state.utf8))
    }

    static func text(of state: SessionState) throws -> String {
        String(decoding: try JSONEncoder().encode(state), as: UTF8.self)
    }
}
