/// A fault at one move of the scenario. Moves count from 1 over all updates of the first connector.
package struct ScheduledFault: Sendable, Hashable, CustomStringConvertible {
    package let move: Int
    package let kind: FaultKind

    package init(move: Int, kind: FaultKind) {
        self.move = move
        self.kind = kind
    }

    package var description: String { "\(move):\(kind.shortName)" }

    /// Reads what `description` writes.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":")
        guard parts.count == 2, let move = Int(parts[0]), move > 0,
            let kind = FaultKind.allCases.first(where: { $0.shortName == parts[1] })
        else { return nil }
        self.init(move: move, kind: kind)
    }
}

extension FaultKind {
    /// One word, for command lines.
    package var shortName: String { String(describing: self) }
}

/// What a connector does in one move, by which the faults are chosen that can strike there.
package enum MoveKind: String, Sendable, Hashable {
    case call
    case open
    case ask
    /// Between two updates.
    case between

    /// Every fault that may strike just before, in the middle of, or just after such a move.
    package var faults: [FaultKind] {
        switch self {
        case .call: Self.onCalls + Self.anywhere
        case .ask: Self.onAsks + Self.anywhere
        case .open: [.connectorKilled, .quickBooksClosed, .singleUser, .otherFile, .fileIDGone, .estimatesOff]
        case .between: []
        }
    }

    private static let onCalls: [FaultKind] = [
        .requestLost, .replyLost, .replyTruncated, .callRepeated, .lateCall, .connectorKilled,
        .serverKilledBeforeCommit, .serverKilledAfterCommit, .commitRefused,
    ]

    private static let onAsks: [FaultKind] = [
        .connectorKilled, .askLost, .answerLost, .hresultNotRun, .hresultRun, .statusRefused, .setStatus, .setStatusRun,
        .responseTruncated, .responseGarbled, .responseEmpty, .staleEditSequence, .outcomesForgotten,
    ]

    private static let anywhere: [FaultKind] = [.secondConnector, .serverRestarted, .clockForward, .clockBack]
}
