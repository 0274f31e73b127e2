/// Why an act is refused: always something that a person can change. Each case has a sentence that says what and why,
/// and a cure that says who can lift it and how. `docs/reference/refusals.md` lists them all.
package enum Refusal: Hashable, Sendable {
    // People
    case notPermitted(person: String, act: PermittedAct, needs: String)
    case noSuchPerson(String)
    case personAlreadyExists(email: String)
    case noSuchTemplate(String)
    case permissionTemplateExists(name: String)
    case templateSaysTheSame(name: String)
    case templateHasChanged(name: String)
    case senderMayNotApprove(person: String)
    case permissionsHaveChanged(person: String)
    case lastDirectoryAdmin(person: String)
    case noDirectoryAdminLeft
    case personIsDeactivated(person: String)
    case ownDeactivation(person: String)
    case privilegeIsThere(person: String)
    case nobodyGrantsPrivilege
    case privilegeIsNotAskedFor(person: String)
    case decliningNeedsComment
    case approverIsGuarded(person: String, approver: String)

    // Companies, projects, cost codes
    case noSuchCompany(String)
    case companyMustBeNamed(companies: [String])
    case companyAlreadyExists(String)
    case noSuchProject(String)
    case projectAlreadyExists(String)
    case projectIsAlreadySynced(project: String)
    case jobIsTaken(job: String, project: String)
    case jobAwaitsAnswer(project: String)
    case noSuchListedJob(String)
    case jobHasAnotherName(project: String, name: String)
    case noSuchCostCode(String)
    case costCodeAlreadyExists(String)
    case noSuchCostType(String)
    case costCodesAreAlreadySynced
    case nameDoesNotFit(name: String, problem: String)
    case textIsEmpty(field: String)
    case textIsTooLong(field: String, longest: Int)
    case textHasNUL(field: String)

    // The budget
    case budgetIsLocked(act: BudgetAct)
    case budgetIsNotLocked(act: BudgetAct)
    case budgetIsAlreadyLocked
    case budgetCodeIsAlreadyOnBudget(code: String)
    case lockedBudgetTakesOnlyZeroLines(code: String)
    case noSuchBudgetLineItem(String)
    case lineIsInQuickBooks(code: String)
    case lockedLineHasAnOriginalAmount(code: String)
    case lineHasModifications(code: String)
    case budgetHasTooManyLines(longest: Int)
    case amountIsOutOfRange(String)
    case modificationMovesNothing
    case modificationHasOneLineTwice
    case transferAmountMustBePositive
    case modificationMustBeNetZero
    case syncedModificationsCannotBeDeleted

    // Typing into the budget
    case cellIsUnreadable(column: String, text: String, reason: String)
    case figuresDisagree(code: String, reason: String)
    case budgetCodeStays(code: String)
    case cellHasChanged(code: String, column: String, now: String)
    case tooManyEdits(most: Int)
    case nothingToUndo
    case nothingToRedo
    case stepIsOvertaken(step: String, reason: String)

    // Sending
    case projectIsNotIntegrated(project: String)
    case projectIsNotSynced(project: String)
    case costCodesAreNotSynced(codes: [String])
    case jobIsInactive(job: String)
    case itemsAreInactive(items: [String])
    case itemsAreOneSided(items: [String])
    case subJobsOnBudget(lines: [String])
    case customSegmentsOnBudget(lines: [String])
    case nothingToSend
    case nothingToRetrieve

    // While an export is under way
    case budgetWaitsForApprover(act: BudgetAct)
    case budgetIsExporting(act: BudgetAct)
    case exportFailed(act: BudgetAct, fault: String)
    case amountsNotYetInJobCosts(act: BudgetAct)
    case jobCostsDiffer(act: BudgetAct, differences: Int)
    case budgetIsWrittenAgain(act: BudgetAct)

    // ERP Integrations
    case nothingWaitsForApprover
    case nothingDiffers
    case nothingIsThereToKeep
    case keptItemIsNotOnBudget(code: String, item: String)
    case jobBelongsToAnotherProject(job: String, project: String)
    case noSuchExport(String)
    case rejectionNeedsComment
    case exportCannot(event: String, state: String)
    case previewHasChanged
    case subItemsAreDecided
    case noConnection
    case connectionAlreadyExists
    case connectionAwaitsAnswer
    case estimateWasNeverRead(project: String)

    // Webhooks
    case noWebhook
    case webhookAddressIsUnfit(address: String, problem: String)

    // Signing in
    case signInFailed
    case signInMustWait(seconds: Int64)
    case signInIsBusy
    case signInIsOver
    case passwordDoesNotFit(problem: String)
    case passwordIsWrong
    case codeIsWrong
    case linkIsNotValid
    case secondFactorIsOn
}

/// One or more refusals: what an operation throws when a person has to act first.
package struct Refused: Error, Hashable, Sendable {
    package let refusals: [Refusal]

    package init(_ refusal: Refusal) {
        refusals = [refusal]
    }

    /// - Parameter refusals: at least one.
    package init(_ refusals: [Refusal]) {
        self.refusals = refusals
    }
}
