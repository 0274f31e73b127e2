/// One call: counted, struck by its fault, sent and read.
extension WebConnector {
    /// A service that never answers 100 would keep the Web Connector busy for ever.
    static let callsPerPoll = 10_000

    func call(_ call: SOAPCall, _ poll: inout Poll) async throws(PollEnd) -> SOAPReply {
        try await send(call, faults.effect(onNext: call.method), &poll)
    }

    func send(
        _ call: SOAPCall, _ effect: ConnectorFault.Effect?, _ poll: inout Poll
    ) async throws(PollEnd) -> SOAPReply {
        guard poll.report.calls.count < Self.callsPerPoll else { throw PollEnd(.tooManyCalls) }
        let number = faults.callCount
        switch effect {
        case .dieBefore: throw PollEnd(.died)
        case .repeatCall: _ = try await exchange(call, number, &poll)
        case nil, .dieAfter, .loseRequest, .loseAnswer, .comFault: break
        }
        let reply = try await exchange(call, number, &poll)
        if effect == .dieAfter { throw PollEnd(.died) }
        return reply
    }

    private func exchange(
        _ call: SOAPCall, _ number: Int, _ poll: inout Poll
    ) async throws(PollEnd) -> SOAPReply {
        poll.report.calls.append(PollReport.Call(number: number, method: call.method))
        let last = poll.report.calls.count - 1
        let bytes: [UInt8]
        do {
            bytes = try await transport(call)
        } catch let error as UnreadableReply {
            throw PollEnd(.unreadable(error.sentence))
        } catch {
            throw PollEnd(.unreachable("\(error)"))
        }
        do throws(UnreadableReply) {
            let reply = try SOAPReply(reading: bytes, of: call.method)
            poll.report.calls[last].result = reply.summary
            return reply
        } catch {
            throw PollEnd(.unreadable(error.sentence))
        }
    }
}

extension SOAPReply {
    /// Enough of a long request document to know it by.
    fileprivate var summary: String {
        String((strings.isEmpty ? text ?? "" : strings.joined(separator: "|")).prefix(300))
    }
}
