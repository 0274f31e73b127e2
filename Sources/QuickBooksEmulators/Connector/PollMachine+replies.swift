/// What a reply of the service makes the Web Connector do.
extension PollMachine {
    /// A call that left.
    /// - Parameter number: counted over all polls of the connector.
    mutating func note(_ call: SOAPCall, number: Int) {
        report.calls.append(PollReport.Call(number: number, method: call.method))
    }

    /// The service's answer to the call that ``next`` named.
    package mutating func take(reply bytes: [UInt8]) {
        guard let method = calledMethod else { return }
        do throws(UnreadableReply) {
            let reply = try SOAPReply(reading: bytes, of: method)
            if !report.calls.isEmpty { report.calls[report.calls.count - 1].result = reply.summary }
            try go(on: reply)
        } catch {
            end(.unreadable(error.sentence))
        }
    }

    /// The call whose reply is awaited; nil while the connector has to do with QuickBooks.
    private var calledMethod: SOAPMethod? {
        switch stage {
        case .serverVersion: .serverVersion
        case .clientVersion: .clientVersion
        case .authenticate: .authenticate
        case .connectionError: .connectionError
        case .fetching: .sendRequestXML
        case .reporting: .receiveResponseXML
        case .lastError: .getLastError
        case .closing: .closeConnection
        case .opening, .asking, .pausing, .over: nil
        }
    }

    private mutating func go(on reply: SOAPReply) throws(UnreadableReply) {
        switch stage {
        case .serverVersion: stage = .clientVersion
        case .clientVersion:
            let version = reply.text ?? ""
            if let first = version.first, first != "W" { return end(.versionRefused(version)) }
            stage = .authenticate
        case .authenticate: try authenticated(reply.strings)
        case .connectionError(let failure):
            let path = reply.text ?? ""
            stage =
                path.lowercased() == "done"
                ? .closing(.quickBooksUnavailable(hresult: failure.hresult)) : .opening(path: path)
        case .fetching:
            openingAnswers = ""
            let request = reply.text ?? ""
            stage = request.isEmpty ? .lastError(.emptyRequest) : .asking(request)
        case .reporting: try reported(try reply.integer())
        case .lastError(let cause):
            let text = reply.text ?? ""
            report.lastError = text
            stage = cause == .emptyRequest && text == "NoOp" ? .pausing : .closing(.stoppedByService)
        case .closing(let outcome):
            report.closing = reply.text ?? ""
            end(outcome)
        case .opening, .asking, .pausing, .over: break
        }
    }

    private mutating func authenticated(_ answer: [String]) throws(UnreadableReply) {
        guard let ticket = answer.first, answer.count >= 2 else {
            throw UnreadableReply(sentence: "QBWC1012: authenticate answered \(answer.count) strings")
        }
        guard answer.count <= 4 else { throw UnreadableReply(sentence: "Index was outside the bounds of the array") }
        self.ticket = ticket
        report.postponeSeconds = answer.dropFirst(2).first.flatMap { Int($0) }
        report.minimumRunSeconds = answer.dropFirst(3).first.flatMap { Int($0) }
        switch answer[1].lowercased() {
        case "nvu": end(.notValidUser)
        case "busy": end(.busy)
        case "none": stage = .closing(.nothingToDo)
        default: stage = .opening(path: answer[1])  // default: the path of a company file
        }
    }

    private mutating func reported(_ percent: Int) throws(UnreadableReply) {
        report.percentages.append(percent)
        if percent >= 100 {
            stage = .closing(.finished)
        } else {
            stage = percent < 0 ? .lastError(.negativeAnswer) : .fetching
        }
    }
}

extension SOAPReply {
    /// Enough of a long request document to know it by.
    fileprivate var summary: String {
        String((strings.isEmpty ? text ?? "" : strings.joined(separator: "|")).prefix(300))
    }
}
