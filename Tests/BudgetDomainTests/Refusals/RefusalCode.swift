import BudgetDomain

/// The name of every refusal. `init(_:)` does not compile when a case is added to `Refusal` and not here, and the tests
/// ask each name for a sample, a sentence, a cure and a decision that produces it.
enum RefusalCode: String, CaseIterable {
    case notPermitted
    case noSuchPerson
    case personAlreadyExists
    case noSuchTemplate
    case senderMayNotApprove
    case permissionsHaveChanged
    case lastDirectoryAdmin
    case privilegeIsThere
    case nobodyGrantsPrivilege
    case privilegeIsNotAskedFor
    case noSuchCompany
    case companyMustBeNamed
    case companyAlreadyExists
    case noSuchProject
    case projectAlreadyExists
    case projectIsAlreadySynced
    case noSuchCostCode
    case costCodeAlreadyExists
    case noSuchCostType
    case costCodesAreAlreadySynced
    case nameDoesNotFit
    case textIsTooLong
    case textHasNUL
    case budgetIsLocked
    case budgetIsNotLocked
    case budgetIsAlreadyLocked
    case budgetCodeIsAlreadyOnBudget
    case lockedBudgetTakesOnlyZeroLines
    case noSuchBudgetLineItem
    case lineIsInQuickBooks
    case lockedLineHasAnOriginalAmount
    case lineHasModifications
    case budgetHasTooManyLines
    case amountIsOutOfRange
    case modificationMovesNothing
    case modificationHasOneLineTwice
    case transferAmountMustBePositive
    case modificationMustBeNetZero
    case syncedModificationsCannotBeDeleted
    case cellIsUnreadable
    case figuresDisagree
    case budgetCodeStays
    case cellHasChanged
    case tooManyEdits
    case nothingToUndo
    case nothingToRedo
    case stepIsOvertaken
    case projectIsNotIntegrated
    case projectIsNotSynced
    case costCodesAreNotSynced
    case jobIsInactive
    case itemsAreInactive
    case itemsAreOneSided
    case subJobsOnBudget
    case customSegmentsOnBudget
    case nothingToSend
    case nothingToRetrieve
    case budgetWaitsForApprover
    case budgetIsExporting
    case exportFailed
    case amountsNotYetInJobCosts
    case jobCostsDiffer
    case nothingWaitsForApprover
    case nothingDiffers
    case nothingIsThereToKeep
    case keptItemIsNotOnBudget
    case jobBelongsToAnotherProject
    case noSuchExport
    case rejectionNeedsComment
    case exportCannot
    case previewHasChanged
    case subItemsAreDecided
    case noConnection
    case connectionAlreadyExists
    case estimateWasNeverRead
    case noWebhook
    case webhookAddressIsUnfit
    case signInFailed
    case signInMustWait
    case signInIsBusy
    case signInIsOver
    case passwordDoesNotFit
    case passwordIsWrong
    case codeIsWrong
    case linkIsNotValid
    case secondFactorIsOn

    /// Nil for a refusal that the list above lacks. The switch is there to be added to with it: then `samples`, too.
    init?(_ refusal: Refusal) {
        switch refusal {
        case .notPermitted, .noSuchPerson, .personAlreadyExists, .noSuchTemplate, .senderMayNotApprove,
            .permissionsHaveChanged, .lastDirectoryAdmin, .privilegeIsThere, .nobodyGrantsPrivilege,
            .privilegeIsNotAskedFor, .noSuchCompany, .companyMustBeNamed, .companyAlreadyExists, .noSuchProject,
            .projectAlreadyExists, .projectIsAlreadySynced, .noSuchCostCode, .costCodeAlreadyExists,
            .noSuchCostType, .costCodesAreAlreadySynced, .nameDoesNotFit, .textIsTooLong, .textHasNUL,
            .budgetIsLocked, .budgetIsNotLocked, .budgetIsAlreadyLocked, .budgetCodeIsAlreadyOnBudget,
            .lockedBudgetTakesOnlyZeroLines, .noSuchBudgetLineItem, .lineIsInQuickBooks,
            .lockedLineHasAnOriginalAmount, .lineHasModifications, .budgetHasTooManyLines, .amountIsOutOfRange,
            .modificationMovesNothing, .modificationHasOneLineTwice, .transferAmountMustBePositive,
            .modificationMustBeNetZero, .syncedModificationsCannotBeDeleted, .cellIsUnreadable, .figuresDisagree,
            .budgetCodeStays, .cellHasChanged, .tooManyEdits, .nothingToUndo, .nothingToRedo, .stepIsOvertaken,
            .projectIsNotIntegrated, .projectIsNotSynced, .costCodesAreNotSynced, .jobIsInactive, .itemsAreInactive,
            .itemsAreOneSided, .subJobsOnBudget, .customSegmentsOnBudget, .nothingToSend, .nothingToRetrieve,
            .budgetWaitsForApprover, .budgetIsExporting, .exportFailed, .amountsNotYetInJobCosts, .jobCostsDiffer,
            .nothingWaitsForApprover, .nothingDiffers, .nothingIsThereToKeep, .keptItemIsNotOnBudget,
            .jobBelongsToAnotherProject, .noSuchExport, .rejectionNeedsComment, .exportCannot, .previewHasChanged,
            .subItemsAreDecided, .noConnection, .connectionAlreadyExists, .estimateWasNeverRead, .noWebhook,
            .webhookAddressIsUnfit, .signInFailed, .signInMustWait, .signInIsBusy, .signInIsOver,
            .passwordDoesNotFit, .passwordIsWrong, .codeIsWrong, .linkIsNotValid, .secondFactorIsOn:
            self.init(rawValue: refusal.code)
        }
    }

    /// Those that need a store, a file or a command line to arise, and no pure decision gives.
    static let producedByOperations: Set<RefusalCode> = [
        .noSuchPerson,
        .personAlreadyExists,
        .noSuchTemplate,
        .permissionsHaveChanged,
        .lastDirectoryAdmin,
        .privilegeIsThere,
        .nobodyGrantsPrivilege,
        .privilegeIsNotAskedFor,
        .noSuchCompany,
        .companyMustBeNamed,
        .companyAlreadyExists,
        .noSuchProject,
        .projectAlreadyExists,
        .projectIsAlreadySynced,
        .noSuchCostCode,
        .costCodeAlreadyExists,
        .noSuchCostType,
        .costCodesAreAlreadySynced,
        .tooManyEdits,
        .nothingToUndo,
        .nothingToRedo,
        .jobBelongsToAnotherProject,
        .noSuchExport,
        .previewHasChanged,
        .subItemsAreDecided,
        .connectionAlreadyExists,
        .estimateWasNeverRead,
        .noWebhook,
        .webhookAddressIsUnfit,
        .signInFailed,
        .signInMustWait,
        .signInIsBusy,
        .signInIsOver,
        .passwordDoesNotFit,
        .passwordIsWrong,
        .codeIsWrong,
        .linkIsNotValid,
        .secondFactorIsOn,
    ]
}

extension Refusal {
    /// One value of every case, in their order.
    static let samples: [Refusal] = [
        .notPermitted(person: "Mia Lund", act: .lockBudget, needs: "Budget Admin"),
        .noSuchPerson("mia@example.com"),
        .personAlreadyExists(email: "mia@example.com"),
        .noSuchTemplate("foreman"),
        .senderMayNotApprove(person: "Mia Lund"),
        .permissionsHaveChanged(person: "Mia Lund"),
        .lastDirectoryAdmin(person: "Mia Lund"),
        .privilegeIsThere(person: "Mia Lund"),
        .nobodyGrantsPrivilege,
        .privilegeIsNotAskedFor(person: "Mia Lund"),
        .noSuchCompany("Lund Builders"),
        .companyMustBeNamed(companies: ["Lund Builders", "North Yard"]),
        .companyAlreadyExists("Lund Builders"),
        .noSuchProject("1001"),
        .projectAlreadyExists("1001"),
        .projectIsAlreadySynced(project: "1001"),
        .noSuchCostCode("03-100"),
        .costCodeAlreadyExists("03-100"),
        .noSuchCostType("X"),
        .costCodesAreAlreadySynced,
        .nameDoesNotFit(name: "03:100", problem: "has a colon, which QuickBooks keeps for levels"),
        .textIsTooLong(field: "Notes", longest: 4_000),
        .textHasNUL(field: "Comment"),
        .budgetIsLocked(act: .importBudget),
        .budgetIsNotLocked(act: .send),
        .budgetIsAlreadyLocked,
        .budgetCodeIsAlreadyOnBudget(code: "03-100.L"),
        .lockedBudgetTakesOnlyZeroLines(code: "03-100.L"),
        .noSuchBudgetLineItem("03-100.L"),
        .lineIsInQuickBooks(code: "03-100.L"),
        .lockedLineHasAnOriginalAmount(code: "03-100.L"),
        .lineHasModifications(code: "03-100.L"),
        .budgetHasTooManyLines(longest: 20_000),
        .amountIsOutOfRange("The figure is larger than QuickBooks accepts."),
        .modificationMovesNothing,
        .modificationHasOneLineTwice,
        .transferAmountMustBePositive,
        .modificationMustBeNetZero,
        .syncedModificationsCannotBeDeleted,
        .cellIsUnreadable(column: "Unit Cost", text: "12x", reason: "It is not an amount."),
        .figuresDisagree(code: "03-100.L", reason: "A unit of measure needs a quantity and a unit cost."),
        .budgetCodeStays(code: "03-100.L"),
        .cellHasChanged(code: "03-100.L", column: "Unit Cost", now: "12.50"),
        .tooManyEdits(most: 5_000),
        .nothingToUndo,
        .nothingToRedo,
        .stepIsOvertaken(
            step: "Paste of 42 cells", reason: "Unit Cost of 03-100.L was changed since and is now “12.50”"),
        .projectIsNotIntegrated(project: "1001"),
        .projectIsNotSynced(project: "1001"),
        .costCodesAreNotSynced(codes: ["03-100", "03-200"]),
        .jobIsInactive(job: "Harbour Health:Clinic"),
        .itemsAreInactive(items: ["03-100", "03-200"]),
        .itemsAreOneSided(items: ["03-100"]),
        .subJobsOnBudget(lines: ["EAST.03-100.L"]),
        .customSegmentsOnBudget(lines: ["EAST.03-100.L"]),
        .nothingToSend,
        .nothingToRetrieve,
        .budgetWaitsForApprover(act: .unlock),
        .budgetIsExporting(act: .addLineItem),
        .exportFailed(act: .unlock, fault: "There is no item 03-100."),
        .amountsNotYetInJobCosts(act: .createModification),
        .jobCostsDiffer(act: .unlock, differences: 2),
        .nothingWaitsForApprover,
        .nothingDiffers,
        .nothingIsThereToKeep,
        .keptItemIsNotOnBudget(code: "03-100.L", item: "Rebar"),
        .jobBelongsToAnotherProject(job: "Smith:Kitchen", project: "1002"),
        .noSuchExport("7"),
        .rejectionNeedsComment,
        .exportCannot(event: "retrieved", state: "queued"),
        .previewHasChanged,
        .subItemsAreDecided,
        .noConnection,
        .connectionAlreadyExists,
        .estimateWasNeverRead(project: "1001"),
        .noWebhook,
        .webhookAddressIsUnfit(address: "ftp://example.com", problem: "is no http or https address"),
        .signInFailed,
        .signInMustWait(seconds: 240),
        .signInIsBusy,
        .signInIsOver,
        .passwordDoesNotFit(problem: "has fewer than 12 characters"),
        .passwordIsWrong,
        .codeIsWrong,
        .linkIsNotValid,
        .secondFactorIsOn,
    ]
}
