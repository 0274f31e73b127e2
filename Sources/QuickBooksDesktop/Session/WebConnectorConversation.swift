import BudgetDomain
package import BudgetOperations
import QBXML

/// The service that the QuickBooks Web Connector polls. Every call is answered from the stored session alone, so that
/// any server can take any call; what a call changes is committed before its answer leaves.
package struct WebConnectorConversation: Sendable {
    let plumbline: Plumbline
    let version: String

    package init(plumbline: Plumbline, version: String) {
        self.plumbline = plumbline
        self.version = version
    }

    /// - Parameter address: from where the call came; nil when not known.
    package func answer(_ request: SOAPRequest, from address: String? = nil) async throws -> SOAPResponse {
        switch request {
        case .serverVersion: .serverVersion(version)
        case .clientVersion: .clientVersion("")
        case .authenticate(let userName, let password):
            .authenticate(try await authenticate(userName: userName, password: password, from: address))
        case .sendRequestXML(let request): .sendRequestXML(try await send(request))
        case .receiveResponseXML(let answer): .receiveResponseXML(try await receive(answer))
        case .connectionError(let ticket, let hresult, let message):
            .connectionError(try await connectionError(ticket: ticket, hresult: hresult, message: message))
        case .getLastError(let ticket): .getLastError(try await lastError(ticket: ticket))
        case .closeConnection(let ticket): .closeConnection(try await close(ticket: ticket))
        case .getInteractiveURL: .getInteractiveURL("")
        case .interactiveRejected: .interactiveRejected("Plumbline asks nothing interactively.")
        case .interactiveDone: .interactiveDone("Done")
        case .isInteractiveDone: .isInteractiveDone("Done")
        }
    }

    static let sessionIsOver =
        "This session is over: a newer one has begun, or the server does not know it. Run the update again."

    private func authenticate(
        userName: String, password: String, from address: String?
    ) async throws -> AuthenticateAnswer {
        switch try await plumbline.signInConnector(userName: userName, password: password, from: address) {
        case .refused: AuthenticateAnswer(ticket: "none", .notAValidUser)
        case .nothingToDo: AuthenticateAnswer(ticket: "none", .nothingToDo)
        case .session(let ticket, let companyFile):
            AuthenticateAnswer(
                ticket: ticket, companyFile.map { $0.isEmpty ? .useOpenFile : .useFile(path: $0) } ?? .useOpenFile)
        }
    }

    private func connectionError(ticket: String, hresult: String, message: String) async throws -> String {
        guard let session = try await plumbline.connectorSession(ticket: ticket) else { return "done" }
        var state = try Self.state(of: session)
        let fault = FaultCatalogue.fault(hresult: hresult, message: message)
        // QuickBooks is closed often enough; only what nobody knows is worth a look.
        let isTrouble = !FaultCatalogue.knows(fault.code)
        let transcript = Transcript(
            ofOpening: session, answer: "HRESULT \(hresult): \(message)", code: fault.code, isTrouble: isTrouble,
            at: plumbline.clock.now(), id: newTranscriptID())
        let notice = FaultCatalogue.notice(fault)
        let cause = isTrouble ? notice + transcript.sentence : notice
        state.lastError = cause
        _ = try await plumbline.record(
            [.transcript(transcript), .sessionFailed(cause: cause)], sessionState: try Self.text(of: state),
            ticket: ticket, of: session)
        return "done"
    }

    private func lastError(ticket: String) async throws -> String {
        guard let session = try await plumbline.connectorSession(ticket: ticket) else { return Self.sessionIsOver }
        return try Self.state(of: session).lastError ?? "Nothing went wrong, and nothing is left to do."
    }

    private func close(ticket: String) async throws -> String {
        guard ticket != "none", let session = try await plumbline.connectorSession(ticket: ticket) else { return "OK" }
        let state = try Self.state(of: session)
        try await plumbline.closeConnectorSession(
            ticket: ticket, session: session, summary: state.summary, failure: state.lastError)
        return state.summary
    }
}
