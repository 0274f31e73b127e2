import BudgetDomain

/// The name of every refusal. `init(_:)` does not compile when a case is added to `Refusal` and not here, and the tests
/// ask each name for a sample, a sentence, a cure and a decision that produces it.
enum RefusalCode: String, CaseIterable {
    case notPermitted
    case noSuchPerson
    case personAlreadyExists
    case noSuchTemplate
    case permissionTemplateExists
    case templateSaysTheSame
    case templateHasChanged
    case senderMayNotApprove
    case permissionsHaveChanged
    case lastDirectoryAdmin
    case noDirectoryAdminLeft
    case personIsDeactivated
    case ownDeactivation
    case privilegeIsThere
    case nobodyGrantsPrivilege
    case privilegeIsNotAskedFor
    case decliningNeedsComment
    case approverIsGuarded
    case noSuchCompany
    case companyMustBeNamed
    case companyAlreadyExists
    case noSuchProject
    case projectAlreadyExists
    case projectIsAlreadySynced
    case jobIsTaken
    case jobAwaitsAnswer
    case noSuchListedJob
    case jobHasAnotherName
    case noSuchCostCode
    case costCodeAlreadyExists
    case noSuchCostType
    case costCodesAreAlreadySynced
    case nameDoesNotFit
    case textIsEmpty
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
    case budgetIsWrittenAgain
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
    case connectionAwaitsAnswer
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
        case .notPermitted, .noSuchPerson, .personAlreadyExists, .noSuchTemplate,
            .permissionTemplateExists, .templateSaysTheSame, .templateHasChanged, .senderMayNotApprove,
            .permissionsHaveChanged, .lastDirectoryAdmin, .noDirectoryAdminLeft, .personIsDeactivated,
            .ownDeactivation, .privilegeIsThere,
            .nobodyGrantsPrivilege,
            .privilegeIsNotAskedFor, .decliningNeedsComment, .approverIsGuarded,
            .noSuchCompany, .companyMustBeNamed, .companyAlreadyExists, .noSuchProject,
            .projectAlreadyExists, .projectIsAlreadySynced, .jobIsTaken, .jobAwaitsAnswer, .noSuchListedJob,
            .jobHasAnotherName, .noSuchCostCode, .costCodeAlreadyExists,
            .noSuchCostType, .costCodesAreAlreadySynced, .nameDoesNotFit, .textIsEmpty, .textIsTooLong, .textHasNUL,
            .budgetIsLocked, .budgetIsNotLocked, .budgetIsAlreadyLocked, .budgetCodeIsAlreadyOnBudget,
            .lockedBudgetTakesOnlyZeroLines, .noSuchBudgetLineItem, .lineIsInQuickBooks,
            .lockedLineHasAnOriginalAmount, .lineHasModifications, .budgetHasTooManyLines, .amountIsOutOfRange,
            .modificationMovesNothing, .modificationHasOneLineTwice, .transferAmountMustBePositive,
            .modificationMustBeNetZero, .syncedModificationsCannotBeDeleted, .cellIsUnreadable, .figuresDisagree,
            .budgetCodeStays, .cellHasChanged, .tooManyEdits, .nothingToUndo, .nothingToRedo, .stepIsOvertaken,
            .projectIsNotIntegrated, .projectIsNotSynced, .costCodesAreNotSynced, .jobIsInactive, .itemsAreInactive,
            .itemsAreOneSided, .subJobsOnBudget, .customSegmentsOnBudget, .nothingToSend, .nothingToRetrieve,
            .budgetWaitsForApprover, .budgetIsExporting, .exportFailed, .amountsNotYetInJobCosts, .jobCostsDiffer,
            .budgetIsWrittenAgain, .nothingWaitsForApprover, .nothingDiffers, .nothingIsThereToKeep,
            .keptItemIsNotOnBudget,
            .jobBelongsToAnotherProject, .noSuchExport, .rejectionNeedsComment, .exportCannot, .previewHasChanged,
            .subItemsAreDecided, .noConnection, .connectionAlreadyExists, .connectionAwaitsAnswer,
            .estimateWasNeverRead, .noWebhook, .webhookAddressIsUnfit, .signInFailed, .signInMustWait, .signInIsBusy,
            .signInIsOver,
            .passwordDoesNotFit, .passwordIsWrong, .codeIsWrong, .linkIsNotValid, .secondFactorIsOn:
            self.init(rawValue: refusal.code)
        }
    }

    /// Those that need a store, a file or a command line to arise, and no pure decision gives.
    static let producedByOperations: Set<RefusalCode> = [
        .noSuchPerson,
        .personAlreadyExists,
        .noSuchTemplate,
        .permissionTemplateExists,
        .templateSaysTheSame,
        .templateHasChanged,
        .permissionsHaveChanged,
        .lastDirectoryAdmin,
        .noDirectoryAdminLeft,
        .ownDeactivation,
        .privilegeIsThere,
        .nobodyGrantsPrivilege,
        .privilegeIsNotAskedFor,
        .decliningNeedsComment,
        .approverIsGuarded,
        .noSuchCompany,
        .companyMustBeNamed,
        .companyAlreadyExists,
        .noSuchProject,
        .projectAlreadyExists,
        .projectIsAlreadySynced,
        .jobIsTaken,
        .jobAwaitsAnswer,
        .noSuchListedJob,
        .jobHasAnotherName,
        .noSuchCostCode,
        .costCodeAlreadyExists,
        .noSuchCostType,
        .costCodesAreAlreadySynced,
        .textIsEmpty,
        .tooManyEdits,
        .nothingToUndo,
        .nothingToRedo,
        .jobBelongsToAnotherProject,
        .noSuchExport,
        .previewHasChanged,
        .subItemsAreDecided,
        .connectionAlreadyExists,
        .connectionAwaitsAnswer,
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
