internal import QuickBooksEmulators

/// A Web Connector's update, one move at a time.
extension World {
    /// Does the connector's next move: begins an update, carries a call, opens QuickBooks, asks it, or ends.
    package func advance(_ index: Int, of company: SimulatedCompany) async {
        guard company.connectors[index].poll != nil else { return begin(index, of: company) }
        guard let poll = company.connectors[index].poll else { return }
        let who = name(of: index, company)
        if poll.isOver { return end(index, of: company) }
        if faults.strikes(.connectorKilled, &chance) {
            trace.add(step, clock.now, who, "killed")
            return end(index, of: company, .died)
        }
        switch poll.next {
        case .call(let call): await carry(call, index, company)
        case .open(let path): open(path, index, company)
        case .ask(let request): ask(request, index, company)
        case .pause: company.connectors[index].poll?.resumed()
        case .over: break
        }
        if company.connectors[index].poll?.isOver == true { end(index, of: company) }
    }

    func name(of index: Int, _ company: SimulatedCompany) -> String {
        "connector \(company.index + 1)\(company.connectors[index].name)"
    }

    private func begin(_ index: Int, of company: SimulatedCompany) {
        if company.connectors.contains(where: { $0.poll != nil }) { faults.note(.secondConnector) }
        company.connectors[index].poll = PollMachine(account: company.account)
        company.connectors[index].polls += 1
    }

    /// The update is over, or the connector is killed; QuickBooks' session ends with it.
    func end(_ index: Int, of company: SimulatedCompany, _ outcome: PollReport.Outcome? = nil) {
        if let outcome { company.connectors[index].poll?.end(outcome) }
        guard let poll = company.connectors[index].poll else { return }
        trace.add(step, clock.now, name(of: index, company), "update over: \(poll.report.outcome)")
        company.connectors[index].file?.endSession()
        company.connectors[index].lastReport = poll.report
        company.connectors[index].poll = nil
        company.connectors[index].file = nil
    }

    /// One call over a network that loses, repeats and keeps back, to a server that may be killed over it.
    private func carry(_ call: SOAPCall, _ index: Int, _ company: SimulatedCompany) async {
        let who = name(of: index, company)
        if faults.strikes(.requestLost, &chance) { return lose("never arrived", call, index, company) }
        if faults.strikes(.lateCall, &chance) {
            company.lateCalls.append(call)
            return lose("is kept back by the network", call, index, company)
        }
        if call.method == .authenticate {
            company.signIns += 1
            company.connectors[index].signIn = company.signIns
        }
        let server = pickServer()
        planFate(of: server)
        defer { bury(server) }
        if faults.strikes(.callRepeated, &chance) {
            trace.add(step, clock.now, who, "\(call.method.rawValue) is sent twice")
            guard await server.answer(call.method, call.body) != nil else {
                return lose("killed server \(server.name)", call, index, company)
            }
        }
        guard let reply = await server.answer(call.method, call.body) else {
            return lose("killed server \(server.name)", call, index, company)
        }
        if faults.strikes(.replyLost, &chance) { return lose("is answered, but nobody hears it", call, index, company) }
        let heard = faults.strikes(.replyTruncated, &chance) ? Array(reply.prefix(chance.below(reply.count))) : reply
        company.connectors[index].poll?.take(reply: heard)
        trace.add(step, clock.now, who, "\(call.method.rawValue) to \(server.name): \(summary(of: index, company))")
    }

    private func lose(_ what: String, _ call: SOAPCall, _ index: Int, _ company: SimulatedCompany) {
        trace.add(step, clock.now, name(of: index, company), "\(call.method.rawValue) \(what)")
        end(index, of: company, .unreachable(what))
    }

    /// What the connector makes of the reply, for the trace.
    private func summary(of index: Int, _ company: SimulatedCompany) -> String {
        guard let poll = company.connectors[index].poll else { return "" }
        switch poll.next {
        case .open: return "a session"
        case .ask(let request): return request.traced
        case .pause: return "wait"
        case .over: return "\(poll.report.outcome)"
        case .call(let next):
            let percent = poll.report.percentages.last.map { " (\($0) %)" } ?? ""
            return "then \(next.method.rawValue)\(percent)" + (poll.report.lastError.map { ": \($0)" } ?? "")
        }
    }

    private func open(_ path: String, _ index: Int, _ company: SimulatedCompany) {
        let who = name(of: index, company)
        do throws(ConnectionFailure) {
            let file = try company.quickBooks.open(path, ours: company.books)
            company.connectors[index].file = file
            company.connectors[index].poll?.opened(file)
            trace.add(step, clock.now, who, "opens \(file.name)")
        } catch {
            company.connectors[index].poll?.couldNotOpen(error)
            trace.add(step, clock.now, who, "cannot open QuickBooks: \(error.message)")
        }
    }
}

extension String {
    /// Enough of a document to read a trace by: without declaration and line ends.
    var traced: String {
        let body = range(after: "<QBXML>") ?? self[...]
        return String(body.prefix(400).filter { !$0.isNewline })
    }

    private func range(after opening: String) -> Substring? {
        guard let start = utf8.firstIndex(of: UInt8(ascii: "<")) else { return nil }
        var rest = self[start...]
        while let next = rest.firstIndex(of: "<") {
            rest = rest[next...]
            if rest.hasPrefix(opening) { return rest.dropFirst(opening.count) }
            rest = rest.dropFirst()
        }
        return nil
    }
}
