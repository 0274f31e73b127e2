/// How likely each fault is in one life, in thousandths of the moments at which it may strike. Drawn from the seed:
/// many lives are calm, a few stormy, and each fault is known to a part of them only, so that what one hides another
/// shows.
package struct FaultPlan: Sendable, Hashable {
    package enum Mood: String, Sendable, Hashable, CaseIterable {
        case calm, mixed, stormy
    }

    package let mood: Mood
    private let permille: [Int]

    package subscript(_ kind: FaultKind) -> Int { permille[kind.index] }

    package static let none = FaultPlan(mood: .calm, permille: Array(repeating: 0, count: FaultKind.allCases.count))

    private init(mood: Mood, permille: [Int]) {
        self.mood = mood
        self.permille = permille
    }

    package init(drawnFrom chance: inout Chance) {
        let mood = chance.weighed([(25, Mood.calm), (60, .mixed), (15, .stormy)]) ?? .mixed
        let permille = FaultKind.allCases.map { kind in
            let isOn = chance.below(100) < Self.percentOn(mood)
            let rate = [5, 20, 60, 150][chance.below(4)]
            return isOn ? max(1, rate * Self.weight(of: kind) / 100) : 0
        }
        self.init(mood: mood, permille: permille)
    }

    private static func percentOn(_ mood: Mood) -> Int {
        switch mood {
        case .calm: 2
        case .mixed: 22
        case .stormy: 60
        }
    }

    /// In percent: what lasts, or leaves a person something to mend, is rarer than what passes.
    private static func weight(of kind: FaultKind) -> Int {
        switch kind {
        case .quickBooksClosed, .singleUser, .otherFile, .fileIDGone, .estimatesOff, .closingDate, .outcomeNotStored:
            40
        case .fileRestored, .databaseRestored, .estimateDeleted, .jobMerged, .itemMerged, .estimateMoved: 20
        case .serverKilledBeforeCommit, .serverKilledAfterCommit, .commitRefused: 60
        case .requestLost, .replyLost, .replyTruncated, .callRepeated, .lateCall, .secondConnector, .connectorKilled,
            .serverRestarted,
            .askLost, .answerLost, .hresultNotRun, .hresultRun, .statusRefused, .statusWarned, .setStatus,
            .setStatusRun, .responseTruncated, .responseGarbled, .responseEmpty, .responseHuge, .iteratorsLost,
            .outcomesForgotten, .amountEdited, .lineAdded, .lineDeleted, .lineItemChanged, .estimateCopied,
            .staleEditSequence, .itemRenamed, .itemInactive, .jobRenamed, .jobInactive, .rightsRevoked,
            .settingChanged, .clockForward, .clockBack, .daylightSaving, .quickBooksClockWrong:
            100
        }
    }
}
