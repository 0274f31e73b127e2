internal import QBXML

/// Polls the service in the true order of calls, with a company file in QuickBooks' place.
package actor WebConnector {
    let account: ConnectorAccount
    let company: CompanyFile
    let transport: SOAPTransport
    /// Stands for the 5 s that the Web Connector waits after NoOp.
    let pause: @Sendable () async -> Void
    var faults: FaultSchedule
    private(set) var quickBooks = QuickBooksState.open

    /// Adds the application to the company file, which writes the FileID there.
    package init(
        account: ConnectorAccount, company: CompanyFile, transport: @escaping SOAPTransport,
        faults: [ConnectorFault] = [], pause: @escaping @Sendable () async -> Void = {}
    ) {
        self.account = account
        self.company = company
        self.transport = transport
        self.pause = pause
        self.faults = FaultSchedule(faults)
        company.connect(ownerID: account.ownerID, fileID: account.fileID)
    }

    /// Calls made since the connector began.
    package var callCount: Int { faults.callCount }

    package func setQuickBooks(_ state: QuickBooksState) { quickBooks = state }
    package func schedule(_ fault: ConnectorFault) { faults.add(fault) }

    /// One update from beginning to end.
    package func poll() async -> PollReport {
        var poll = Poll(account: account)
        do throws(PollEnd) {
            poll.report.outcome = try await run(&poll)
        } catch {
            poll.report.outcome = error.outcome
        }
        poll.file?.endSession()
        return poll.report
    }

    private func run(_ poll: inout Poll) async throws(PollEnd) -> PollReport.Outcome {
        _ = try await call(SOAPCall(.serverVersion), &poll)
        let version = try await call(SOAPCall(.clientVersion, ["strVersion": account.version]), &poll).text ?? ""
        if let first = version.first, first != "W" { return .versionRefused(version) }
        let login = SOAPCall(
            .authenticate, ["strUserName": account.userName, "strPassword": account.password])
        let answer = try await call(login, &poll).strings
        guard let ticket = answer.first, answer.count >= 2 else {
            throw PollEnd(.unreadable("QBWC1012: authenticate answered \(answer.count) strings"))
        }
        guard answer.count <= 4 else { throw PollEnd(.unreadable("Index was outside the bounds of the array")) }
        poll.ticket = ticket
        poll.report.postponeSeconds = answer.dropFirst(2).first.flatMap { Int($0) }
        poll.report.minimumRunSeconds = answer.dropFirst(3).first.flatMap { Int($0) }
        let outcome = try await work(&poll, companyPath: answer[1])
        guard outcome != .notValidUser, outcome != .busy else { return outcome }
        try await close(&poll)
        return outcome
    }

    private func work(_ poll: inout Poll, companyPath: String) async throws(PollEnd) -> PollReport.Outcome {
        switch companyPath.lowercased() {
        case "nvu": return .notValidUser
        case "busy": return .busy
        case "none": return .nothingToDo
        default: break
        }
        if let failure = try await open(companyPath, &poll) { return .quickBooksUnavailable(hresult: failure.hresult) }
        return try await exchange(&poll)
    }

    /// The service may name another file, as often as it likes, or say that it is done.
    /// - Returns: the last failure if no file could be opened.
    private func open(_ companyPath: String, _ poll: inout Poll) async throws(PollEnd) -> ConnectionFailure? {
        var path = companyPath
        while true {
            let failure: ConnectionFailure
            do throws(ConnectionFailure) {
                poll.file = try quickBooks.open(path, ours: company)
                return nil
            } catch {
                failure = error
            }
            let report = SOAPCall(
                .connectionError,
                ["ticket": poll.ticket, "hresult": failure.hresult, "message": failure.message])
            path = try await call(report, &poll).text ?? ""
            if path.lowercased() == "done" { return failure }
        }
    }

    private func exchange(_ poll: inout Poll) async throws(PollEnd) -> PollReport.Outcome {
        while true {
            let (request, effect) = try await fetch(&poll)
            guard !request.isEmpty else {
                if try await lastError(&poll) == "NoOp" {
                    await pause()
                    continue
                }
                return .stoppedByService
            }
            let answer = try poll.answer(to: request, effect)
            let report = SOAPCall(
                .receiveResponseXML,
                [
                    "ticket": poll.ticket, "response": answer.response, "hresult": answer.hresult,
                    "message": answer.message,
                ])
            let percent = try readable(try await call(report, &poll))
            poll.report.percentages.append(percent)
            if percent >= 100 { return .finished }
            if percent < 0 {
                _ = try await lastError(&poll)
                return .stoppedByService
            }
        }
    }

    private func fetch(_ poll: inout Poll) async throws(PollEnd) -> (String, ConnectorFault.Effect?) {
        let call = SOAPCall(
            .sendRequestXML,
            [
                "ticket": poll.ticket, "strHCPResponse": try poll.openingAnswers(),
                "strCompanyFileName": poll.file?.path ?? "", "qbXMLCountry": "US", "qbXMLMajorVers": "16",
                "qbXMLMinorVers": "0",
            ])
        let effect = faults.effect(onNext: .sendRequestXML)
        return (try await send(call, effect, &poll).text ?? "", effect)
    }

    private func lastError(_ poll: inout Poll) async throws(PollEnd) -> String {
        let text = try await call(SOAPCall(.getLastError, ["ticket": poll.ticket]), &poll).text ?? ""
        poll.report.lastError = text
        return text
    }

    private func close(_ poll: inout Poll) async throws(PollEnd) {
        let call = SOAPCall(.closeConnection, ["ticket": poll.ticket])
        poll.report.closing = try await self.call(call, &poll).text ?? ""
    }

    private func readable(_ reply: SOAPReply) throws(PollEnd) -> Int {
        do throws(UnreadableReply) { return try reply.integer() } catch { throw PollEnd(.unreadable(error.sentence)) }
    }
}
