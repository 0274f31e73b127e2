internal import QBXML

/// One update of the Web Connector, from its first call to its last, without a network: it names what comes next, is
/// told what came of it, and goes on. Whoever drives it carries the calls and asks QuickBooks, so that anything may
/// happen between any two of them.
package struct PollMachine: Sendable {
    package enum Act: Sendable, Hashable {
        case call(SOAPCall)
        /// Opens QuickBooks with this company file, or with whichever is open where the path is empty.
        case open(path: String)
        /// Gives QuickBooks the request document.
        case ask(String)
        /// The 5 s that the Web Connector waits after NoOp.
        case pause
        case over
    }

    /// What is sent back of a request: an answer, or the error that QuickBooks reported instead.
    package struct Answer: Sendable, Hashable {
        package var response: String
        package var hresult: String
        package var message: String

        package init(response: String = "", hresult: String = "", message: String = "") {
            self.response = response
            self.hresult = hresult
            self.message = message
        }

        package init(_ outcome: CompanyFile.Outcome) {
            switch outcome {
            case .response(let text): self.init(response: text)
            case .comFault(let hresult, let message): self.init(hresult: hresult, message: message)
            }
        }
    }

    /// Whether the answer to getLastError ends the exchange, or `NoOp` lets it go on.
    enum LastErrorAfter: Sendable, Hashable {
        case emptyRequest
        case negativeAnswer
    }

    enum Stage: Sendable, Hashable {
        case serverVersion, clientVersion, authenticate
        case opening(path: String)
        case connectionError(ConnectionFailure)
        case fetching
        case asking(String)
        case reporting(Answer)
        case lastError(LastErrorAfter)
        case pausing
        case closing(PollReport.Outcome)
        case over
    }

    /// A service that never answers 100 would keep the Web Connector busy for ever.
    static let mostCalls = 10_000

    let account: ConnectorAccount
    package internal(set) var report = PollReport()
    package internal(set) var ticket = ""
    var stage = Stage.serverVersion
    var filePath = ""
    /// Host, company and preferences: sent with the first sendRequestXML of a session only.
    var openingAnswers = ""

    package init(account: ConnectorAccount) { self.account = account }

    package var isOver: Bool { stage == .over }

    /// What the Web Connector does next. Asking twice changes nothing.
    package var next: Act {
        switch stage {
        case .serverVersion: .call(SOAPCall(.serverVersion))
        case .clientVersion: .call(SOAPCall(.clientVersion, ["strVersion": account.version]))
        case .authenticate:
            .call(SOAPCall(.authenticate, ["strUserName": account.userName, "strPassword": account.password]))
        case .opening(let path): .open(path: path)
        case .connectionError(let failure):
            .call(
                SOAPCall(
                    .connectionError, ["ticket": ticket, "hresult": failure.hresult, "message": failure.message]))
        case .fetching: .call(fetch)
        case .asking(let request): .ask(request)
        case .reporting(let answer):
            .call(
                SOAPCall(
                    .receiveResponseXML,
                    [
                        "ticket": ticket, "response": answer.response, "hresult": answer.hresult,
                        "message": answer.message,
                    ]))
        case .lastError: .call(SOAPCall(.getLastError, ["ticket": ticket]))
        case .pausing: .pause
        case .closing: .call(SOAPCall(.closeConnection, ["ticket": ticket]))
        case .over: .over
        }
    }

    private var fetch: SOAPCall {
        SOAPCall(
            .sendRequestXML,
            [
                "ticket": ticket, "strHCPResponse": openingAnswers, "strCompanyFileName": filePath,
                "qbXMLCountry": "US", "qbXMLMajorVers": "16", "qbXMLMinorVers": "0",
            ])
    }

    /// The connector ends here, whatever it was doing.
    package mutating func end(_ outcome: PollReport.Outcome) {
        report.outcome = outcome
        stage = .over
    }

    /// QuickBooks could be opened.
    package mutating func opened(_ file: CompanyFile) {
        guard case .opening = stage else { return }
        do {
            openingAnswers = try file.openingAnswers(ownerID: account.ownerID)
        } catch {
            return end(.unreadable("QBWC1014: \(error)"))
        }
        filePath = file.path
        stage = .fetching
    }

    package mutating func couldNotOpen(_ failure: ConnectionFailure) {
        guard case .opening = stage else { return }
        stage = .connectionError(failure)
    }

    package mutating func answered(_ answer: Answer) {
        guard case .asking = stage else { return }
        stage = .reporting(answer)
    }

    package mutating func resumed() {
        if stage == .pausing { stage = .fetching }
    }
}

extension CompanyFile {
    func openingAnswers(ownerID: String) throws(QBXMLFault) -> String {
        String(decoding: try read { $0.openingAnswers(ownerID: ownerID) }.encoded(), as: UTF8.self)
    }
}
