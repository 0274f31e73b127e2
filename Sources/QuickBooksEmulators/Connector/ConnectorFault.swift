/// Something that goes wrong once, at a call named in advance. Calls count from 1 over all polls of a connector.
package struct ConnectorFault: Sendable, Hashable {
    package enum Moment: Sendable, Hashable {
        case call(Int)
        case method(SOAPMethod, occurrence: Int = 1)
        /// The next request to QuickBooks that makes or changes an estimate.
        case nextEstimate
    }

    package enum Effect: Sendable, Hashable {
        /// The connector ends before the call leaves it. The next poll starts anew.
        case dieBefore
        /// The service has done its part, but nobody hears its answer.
        case dieAfter
        /// The same bytes are sent twice; the second answer counts.
        case repeatCall
        /// At a sendRequestXML: QuickBooks never sees the request, and the connector ends.
        case loseRequest
        /// At a sendRequestXML: QuickBooks carries the request out, and the connector ends before it tells.
        case loseAnswer
        /// At a sendRequestXML: QuickBooks reports an error instead of its answer.
        case comFault(hresult: String, message: String, executed: Bool)
    }

    package let moment: Moment
    package let effect: Effect

    package init(_ moment: Moment, _ effect: Effect) {
        self.moment = moment
        self.effect = effect
    }
}

/// The faults still to come, and the count of calls by which they are found.
struct FaultSchedule: Sendable {
    private(set) var pending: [ConnectorFault]
    private(set) var callCount = 0
    private var occurrences: [SOAPMethod: Int] = [:]

    init(_ faults: [ConnectorFault]) { pending = faults }

    mutating func add(_ fault: ConnectorFault) { pending.append(fault) }

    /// Counts the call. What hits it is not pending any more.
    mutating func effect(onNext method: SOAPMethod) -> ConnectorFault.Effect? {
        callCount += 1
        occurrences[method, default: 0] += 1
        let hit = pending.firstIndex { fault in
            switch fault.moment {
            case .call(let number): number == callCount
            case .method(let wanted, let occurrence): wanted == method && occurrence == occurrences[method]
            case .nextEstimate: false
            }
        }
        return hit.map { pending.remove(at: $0).effect }
    }

    /// What strikes a request that QuickBooks is about to get, not the call that brought it.
    mutating func effect(onRequest request: String) -> ConnectorFault.Effect? {
        guard request.contains("<EstimateAddRq") || request.contains("<EstimateModRq") else { return nil }
        return pending.firstIndex { $0.moment == .nextEstimate }.map { pending.remove(at: $0).effect }
    }
}
