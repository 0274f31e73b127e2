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
    /// What has not struck yet.
    package var pendingFaults: [ConnectorFault] { faults.pending }
    package func schedule(_ fault: ConnectorFault) { faults.add(fault) }

    /// One update from beginning to end.
    package func poll() async -> PollReport {
        var poll = PollMachine(account: account)
        var file: CompanyFile?
        // What strikes a sendRequestXML may strike what QuickBooks does with its answer.
        var effect: ConnectorFault.Effect?
        while !poll.isOver {
            switch poll.next {
            case .call(let call):
                effect = faults.effect(onNext: call.method)
                await send(call, effect, &poll)
            case .open(let path):
                do throws(ConnectionFailure) {
                    let opened = try quickBooks.open(path, ours: company)
                    file = opened
                    poll.opened(opened)
                } catch {
                    poll.couldNotOpen(error)
                }
            case .ask(let request): ask(request, file, effect, &poll)
            case .pause:
                await pause()
                poll.resumed()
            case .over: break
            }
        }
        file?.endSession()
        return poll.report
    }

    private func ask(
        _ request: String, _ file: CompanyFile?, _ effect: ConnectorFault.Effect?, _ poll: inout PollMachine
    ) {
        guard let file else { return poll.end(.died) }
        switch effect ?? faults.effect(onRequest: request) {
        case .loseRequest: poll.end(.died)
        case .loseAnswer:
            _ = file.process(request)
            poll.end(.died)
        case .comFault(let hresult, let message, let executed):
            if executed { _ = file.process(request) }
            poll.answered(PollMachine.Answer(hresult: hresult, message: message))
        case nil, .dieBefore, .dieAfter, .repeatCall: poll.answered(PollMachine.Answer(file.process(request)))
        }
    }
}
