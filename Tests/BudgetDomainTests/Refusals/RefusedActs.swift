import BudgetDomain

/// For each refusal that a pure decision gives, an act that is refused for it, and what the act threw.
enum RefusedActs {
    static let all: [(code: RefusalCode, thrown: [String])] =
        people + lines + modifications + typing + sending + exports

    private static let open = BudgetStanding(budget: Clinic.budget(locked: false))
    private static let locked = BudgetStanding(budget: Clinic.budget())

    private static let people: [(code: RefusalCode, thrown: [String])] = [
        (.notPermitted, codes(try locked.unlocking(by: .viewer, modifications: .preserve))),
        (.senderMayNotApprove, codes(try accept(Clinic.standing(.readyToExport), by: .both))),
        (.personIsDeactivated, codes(try locked.unlocking(by: .leaver, modifications: .preserve))),
        (
            .nameDoesNotFit,
            Clinic.prerequisites(items: ["A", "B", "C"]).refusals(for: [BudgetLineItem.line("1:2", 0).code])
                .prefix(1).map(\.code)
        ),
        (.textIsTooLong, codes(try reject(comment: String(repeating: "c", count: 2_001)))),
        (.textHasNUL, codes(try reject(comment: "no\u{0}"))),
    ]

    private static let lines: [(code: RefusalCode, thrown: [String])] = [
        (.budgetIsLocked, codes(try locked.importing([], by: .manager))),
        (.budgetIsNotLocked, codes(try open.unlocking(by: .manager, modifications: .preserve))),
        (.budgetIsAlreadyLocked, codes(try locked.locking(by: .manager, at: Clinic.at))),
        (.budgetCodeIsAlreadyOnBudget, codes(try open.adding(.line("A", 0), by: .manager))),
        (.lockedBudgetTakesOnlyZeroLines, codes(try locked.adding(.line("D", 1), by: .manager))),
        (.noSuchBudgetLineItem, codes(try open.deleting(line: ID("Z"), by: .manager))),
        (
            .lineIsInQuickBooks,
            codes(
                try BudgetStanding(budget: Clinic.budget(), exported: [.written("m1", "C", .original, 0)])
                    .deleting(line: ID("C"), by: .manager))
        ),
        (.lockedLineHasAnOriginalAmount, codes(try locked.deleting(line: ID("A"), by: .manager))),
        (
            .lineHasModifications,
            codes(
                try BudgetStanding(budget: Clinic.budget(modifications: [.move(1, from: "A", to: "C", 1)]))
                    .deleting(line: ID("C"), by: .manager))
        ),
        (
            .budgetHasTooManyLines,
            codes(try open.importing((1...20_000).map { .line("\($0)", 0) }, by: .manager))
        ),
        (.amountIsOutOfRange, codes(try open.adding(.line("D", Money.limitMinorUnits), by: .manager))),
    ]

    private static let modifications: [(code: RefusalCode, thrown: [String])] = [
        (.modificationMovesNothing, modify(from: "A", to: "B", 0)),
        (.modificationHasOneLineTwice, modify(from: "A", to: "A", 1)),
        (.transferAmountMustBePositive, modify(from: "A", to: "B", -1)),
        (.modificationMustBeNetZero, modify(from: nil, to: "B", 1)),
        (
            .syncedModificationsCannotBeDeleted,
            codes(try Clinic.standing(.synced).unlocking(by: .manager, modifications: .delete))
        ),
    ]

    private static let typing: [(code: RefusalCode, thrown: [String])] = [
        (.cellIsUnreadable, type([.amount: "12x"])),
        (.figuresDisagree, type([.unitOfMeasure: "m2"])),
        (.budgetCodeStays, type([.costType: "M"])),
        (.cellHasChanged, type([.amount: "1"], seen: [.amount: "999.00"])),
        (.stepIsOvertaken, codes(try overtaken())),
    ]

    private static let sending: [(code: RefusalCode, thrown: [String])] = [
        (.projectIsNotIntegrated, send(Clinic.prerequisites(project: Clinic.project(isERPIntegrated: false)))),
        (.projectIsNotSynced, send(Clinic.prerequisites(project: Clinic.project(job: .notSynced)))),
        (.costCodesAreNotSynced, send(Clinic.prerequisites(items: []))),
        (
            .jobIsInactive,
            send(
                Clinic.prerequisites(
                    project: Clinic.project(
                        job: .synced(
                            ListReference(listID: "80-1", fullName: "Council:Clinic", condition: .inactive)))))
        ),
        (.itemsAreInactive, send(Clinic.prerequisites(condition: .inactive))),
        (.itemsAreOneSided, send(Clinic.prerequisites(condition: .oneSided))),
        (.subJobsOnBudget, send(Clinic.prerequisites(), lines: [.line("A", 0, subJob: "EAST")])),
        (.customSegmentsOnBudget, send(Clinic.prerequisites(), lines: [.line("A", 0, customSegments: "F2")])),
        (.nothingToSend, send(Clinic.prerequisites(), lines: [])),
        (.nothingToRetrieve, codes(try locked.retrieving(by: .manager, at: Clinic.at))),
    ]

    private static let exports: [(code: RefusalCode, thrown: [String])] = [
        (.budgetWaitsForApprover, unlock(.readyToExport)),
        (.budgetIsExporting, unlock(.exporting(.unknown(.first)))),
        (.exportFailed, unlock(.failedToExport(.final))),
        (.amountsNotYetInJobCosts, unlock(.awaitingJobCosts)),
        (.jobCostsDiffer, unlock(.mismatched)),
        (.budgetIsWrittenAgain, unlock(.rewriting(.queued(attempts: 0), .gone))),
        (.nothingWaitsForApprover, codes(try locked.exportingAgain(by: .approver))),
        (.nothingDiffers, codes(try Clinic.standing(.awaitingJobCosts).rewriting(by: .approver))),
        (.nothingIsThereToKeep, codes(try Clinic.standing(.mismatched).keeping(nil))),
        (.keptItemIsNotOnBudget, codes(try KeepingTests.mismatched.keeping(KeepingTests.reading(item: "80-X")))),
        (.rejectionNeedsComment, codes(try reject(comment: ""))),
        (.exportCannot, codes(try Clinic.standing(.readyToExport).exportingAgain(by: .approver))),
        (.noConnection, codes(try accept(Clinic.standing(.readyToExport), by: .approver, hasConnection: false))),
    ]

    private static func accept(
        _ standing: BudgetStanding, by person: Person, hasConnection: Bool = true
    ) throws(Refused) -> Export {
        var standing = standing
        standing.settings.senderMayNotApprove = true
        return try standing.accepting(
            prerequisites: Clinic.prerequisites(), codes: [], hasConnection: hasConnection, by: person)
    }

    private static func reject(comment: String) throws(Refused) -> Export {
        try Clinic.standing(.readyToExport).rejecting(comment: comment, by: .approver, at: Clinic.at).export
    }

    private static func modify(from: String?, to: String, _ cents: Int64) -> [String] {
        codes(try locked.modifying(.move(1, from: from, to: to, cents), by: .manager))
    }

    private static func type(_ typed: [BudgetCell: String], seen: [BudgetCell: String] = [:]) -> [String] {
        var editing = BudgetEditing(open, by: .manager)
        return codes(try editing.type(typed, on: ID("A"), seen: seen))
    }

    private static func overtaken() throws(Refused) {
        var editing = BudgetEditing(open, by: .manager)
        try editing.undo([BudgetLineChange(before: .line("A", 1), after: .line("A", 2))], of: "Edit of 1 cell")
    }

    private static func send(_ prerequisites: SendPrerequisites, lines: [BudgetLineItem]? = nil) -> [String] {
        let standing = lines.map { BudgetStanding(budget: Clinic.budget($0)) } ?? locked
        return codes(try standing.sending(prerequisites: prerequisites, costTypeNames: [:], by: .manager))
    }

    private static func unlock(_ state: ExportState) -> [String] {
        codes(try Clinic.standing(state).unlocking(by: .manager, modifications: .preserve))
    }
}
