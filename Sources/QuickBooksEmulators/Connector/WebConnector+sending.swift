/// One call: struck by its fault, sent and read.
extension WebConnector {
    func send(_ call: SOAPCall, _ effect: ConnectorFault.Effect?, _ poll: inout PollMachine) async {
        guard poll.report.calls.count < PollMachine.mostCalls else { return poll.end(.tooManyCalls) }
        switch effect {
        case .dieBefore: return poll.end(.died)
        case .repeatCall:
            guard let first = await exchange(call, &poll) else { return }
            // An answer that nobody can read ends the connector, also when it is not the one that counts.
            do throws(UnreadableReply) { _ = try SOAPReply(reading: first, of: call.method) } catch {
                return poll.end(.unreadable(error.sentence))
            }
        case nil, .dieAfter, .loseRequest, .loseAnswer, .comFault: break
        }
        guard let reply = await exchange(call, &poll) else { return }
        poll.take(reply: reply)
        if effect == .dieAfter { poll.end(.died) }
    }

    private func exchange(_ call: SOAPCall, _ poll: inout PollMachine) async -> [UInt8]? {
        poll.note(call, number: faults.callCount)
        do {
            return try await transport(call)
        } catch let error as UnreadableReply {
            poll.end(.unreadable(error.sentence))
        } catch {
            poll.end(.unreachable("\(error)"))
        }
        return nil
    }
}
