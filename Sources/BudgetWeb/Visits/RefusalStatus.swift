import BudgetDomain
import BudgetOperations
import HTTPTypes

/// The one mapping of refusals to HTTP.
enum RefusalStatus {
    static func of(_ refused: Refused) -> HTTPResponse.Status {
        refused.refusals.first.map(status) ?? .conflict
    }

    private static func status(_ refusal: Refusal) -> HTTPResponse.Status {
        switch refusal {
        case .notPermitted, .senderMayNotApprove, .approverIsGuarded: .forbidden
        case .noSuchPerson, .noSuchTemplate, .noSuchCompany, .noSuchProject, .noSuchCostCode, .noSuchCostType,
            .noSuchBudgetLineItem, .noSuchExport, .noWebhook, .noConnection, .noSuchListedJob:
            .notFound
        case .tooManyEdits: .contentTooLarge
        case .linkIsNotValid: .gone
        case .signInMustWait: .tooManyRequests
        case .signInIsBusy: .serviceUnavailable
        case .nameDoesNotFit, .textIsEmpty, .textIsTooLong, .textHasNUL, .amountIsOutOfRange, .passwordDoesNotFit,
            .passwordIsWrong, .codeIsWrong,
            .signInFailed, .rejectionNeedsComment, .decliningNeedsComment, .webhookAddressIsUnfit,
            .cellIsUnreadable, .figuresDisagree, .budgetCodeStays:
            .unprocessableContent
        case .personAlreadyExists, .companyMustBeNamed, .companyAlreadyExists, .projectAlreadyExists,
            .projectIsAlreadySynced, .jobIsTaken, .jobAwaitsAnswer, .jobHasAnotherName,
            .costCodeAlreadyExists, .costCodesAreAlreadySynced, .budgetIsLocked,
            .budgetIsNotLocked, .budgetIsAlreadyLocked, .budgetCodeIsAlreadyOnBudget, .lockedBudgetTakesOnlyZeroLines,
            .lineIsInQuickBooks, .lockedLineHasAnOriginalAmount, .lineHasModifications, .budgetHasTooManyLines,
            .modificationMovesNothing, .modificationHasOneLineTwice, .transferAmountMustBePositive,
            .modificationMustBeNetZero, .syncedModificationsCannotBeDeleted, .projectIsNotIntegrated,
            .projectIsNotSynced, .costCodesAreNotSynced, .jobIsInactive, .itemsAreInactive, .itemsAreOneSided,
            .subJobsOnBudget, .customSegmentsOnBudget, .nothingToSend, .nothingToRetrieve, .budgetWaitsForApprover,
            .budgetIsExporting, .exportFailed, .amountsNotYetInJobCosts, .jobCostsDiffer, .budgetIsWrittenAgain,
            .nothingWaitsForApprover, .nothingDiffers, .nothingIsThereToKeep, .keptItemIsNotOnBudget,
            .jobBelongsToAnotherProject,
            .exportCannot, .previewHasChanged, .subItemsAreDecided, .connectionAlreadyExists, .connectionAwaitsAnswer,
            .estimateWasNeverRead, .signInIsOver, .secondFactorIsOn, .permissionsHaveChanged, .lastDirectoryAdmin,
            .permissionTemplateExists, .templateSaysTheSame, .templateHasChanged, .noDirectoryAdminLeft,
            .personIsDeactivated, .ownDeactivation, .privilegeIsThere, .nobodyGrantsPrivilege,
            .privilegeIsNotAskedFor, .cellHasChanged, .nothingToUndo, .nothingToRedo, .stepIsOvertaken:
            .conflict
        }
    }
}
