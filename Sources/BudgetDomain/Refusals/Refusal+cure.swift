extension Refusal {
    /// Who can lift the refusal, and how.
    package var cure: String {
        switch self {
        case .notPermitted(_, .grantAccountingPrivilege, _), .approverIsGuarded:
            "A Directory Admin who has Can Push to Accounting does it; where there is none, whoever runs the server."
        case .notPermitted: "Ask someone with Directory Admin to change your permissions."
        case .noSuchPerson: "Look in the directory with `plumbline user list`."
        case .noSuchTemplate:
            "Look at them with `plumbline user templates`, or make it with `plumbline user add-template`."
        case .permissionTemplateExists: "Choose another name, or change that template."
        case .templateSaysTheSame: "Use that one, or choose other levels or rights."
        case .templateHasChanged: "Look at what it says now, and decide again."
        case .personAlreadyExists: "Change that person's permissions with `plumbline user permit`."
        case .senderMayNotApprove: "Another accounting approver accepts it, or a Directory Admin changes the setting."
        case .permissionsHaveChanged: "Look at what stands now, and decide again."
        case .lastDirectoryAdmin: "Make somebody else Directory Admin first."
        case .noDirectoryAdminLeft: "Give somebody Directory Admin first whom this does not change."
        case .personIsDeactivated: "A Directory Admin lets them back in with `plumbline user reactivate`."
        case .ownDeactivation: "Another Directory Admin does it."
        case .privilegeIsThere: "Nothing needs to be done."
        case .nobodyGrantsPrivilege: "Whoever runs the server grants the first: `plumbline user allow-accounting`."
        case .privilegeIsNotAskedFor: "Look at the person's page in the Directory."
        case .decliningNeedsComment: "Say why: whoever asked reads it on their own page in the Directory."
        case .noSuchCompany(""): "Add one with `plumbline company add`."
        case .noSuchCompany, .companyMustBeNamed: "Name one with --company; `plumbline company list` shows them."
        case .companyAlreadyExists, .projectAlreadyExists, .costCodeAlreadyExists: "Choose another, or use that one."
        case .noSuchProject: "Look at the projects with `plumbline project list`."
        case .projectIsAlreadySynced: "Nothing needs to be done."
        case .jobIsTaken: "Choose another job: each project has a job of its own."
        case .jobAwaitsAnswer: "Let the Web Connector run once more: it learns what became of the job."
        case .noSuchListedJob: "Have the list read again: `plumbline erp list-jobs --refresh`."
        case .jobHasAnotherName: "Look at the name that it has now, and decide again."
        case .noSuchCostCode: "Add it with `plumbline cost-codes add`, or import with --add-cost-codes."
        case .noSuchCostType: "Look at the cost types with `plumbline cost-codes types`."
        case .costCodesAreAlreadySynced: "Nothing needs to be done."
        case .nameDoesNotFit: "Change the name here, then try again. Names are never shortened on the way."
        case .textIsEmpty: "Type one."
        case .textIsTooLong: "Shorten it."
        case .textHasNUL: "Type it again: such a character comes along unseen when text is copied."
        default: budgetCure  // default: continued, so that each function fits one screen
        }
    }

    private var budgetCure: String {
        switch self {
        case .budgetIsLocked: "Move money with a budget modification, or have a Budget Admin unlock the budget."
        case .budgetIsNotLocked(let act) where act == .unlock: "Nothing needs to be done."
        case .budgetIsNotLocked: "Lock the budget first."
        case .budgetIsAlreadyLocked: "Nothing needs to be done."
        case .budgetCodeIsAlreadyOnBudget: "Change the amount of the line that is there."
        case .lockedBudgetTakesOnlyZeroLines: "Add it with zero, then give it money with a budget modification."
        case .noSuchBudgetLineItem: "Look at the lines with `plumbline budget show`."
        case .lineIsInQuickBooks, .lockedLineHasAnOriginalAmount, .lineHasModifications:
            "Bring its amount to zero with a budget modification instead."
        case .budgetHasTooManyLines: "Join lines, or split the project."
        case .amountIsOutOfRange: "Correct the amount: QuickBooks holds 13 digits before the point."
        case .modificationMovesNothing, .transferAmountMustBePositive:
            "Give an amount above zero; swap From and To to go back."
        case .modificationHasOneLineTwice: "Choose two lines."
        case .modificationMustBeNetZero:
            "Name a From line, or have a Directory Admin allow modifications which modify the grand total."
        case .syncedModificationsCannotBeDeleted: "Preserve them, and reverse one with a modification the other way."
        default: editCure  // default: continued, so that each function fits one screen
        }
    }

    private var editCure: String {
        switch self {
        case .cellIsUnreadable: "Type it again, such as 1,234.50, or =1200*1.08 to have it worked out."
        case .figuresDisagree: "Give the quantity and the unit cost, or the amount alone."
        case .budgetCodeStays: "Delete the line and add one with the other code."
        case .cellHasChanged: "Look at the new value, and type yours again if it is still right."
        case .tooManyEdits: "Do it in parts, or import the lines from a file."
        case .nothingToUndo, .nothingToRedo: "Nothing needs to be done."
        case .stepIsOvertaken: "Look at the line's history, and change it by hand if your value is the right one."
        default: exportCure  // default: continued, so that each function fits one screen
        }
    }

    private var exportCure: String {
        switch self {
        case .projectIsNotIntegrated: "Set the project to sync with accounting."
        case .projectIsNotSynced: "An accounting approver exports or links its job: `plumbline erp export-job`."
        case .costCodesAreNotSynced: "An accounting approver exports them: `plumbline erp export-cost-codes`."
        case .jobIsInactive, .itemsAreInactive:
            "A bookkeeper makes it active in QuickBooks; the next run of the Web Connector sees that by itself."
        case .itemsAreOneSided:
            "In QuickBooks, tick “This service is used in assemblies or is performed by a subcontractor” and give both "
                + "accounts; the next run of the Web Connector sees that by itself."
        case .subJobsOnBudget, .customSegmentsOnBudget: "Take them off the named lines, then send again."
        case .nothingToSend: "Nothing needs to be done; send again after the next modification."
        case .nothingToRetrieve: "Nothing needs to be done."
        case .budgetWaitsForApprover: "Retrieve it, or wait until an approver accepts or rejects it."
        case .budgetIsExporting, .budgetIsWrittenAgain:
            "Wait for the next run of the QuickBooks Web Connector; `plumbline connector status`."
        case .exportFailed: "An accounting approver exports it again, or rejects it: `plumbline erp show`."
        case .amountsNotYetInJobCosts: "They appear after the Web Connector has read them back; nobody needs to act."
        case .jobCostsDiffer:
            "An accounting approver keeps what is in QuickBooks or has ours written again, or a bookkeeper puts it "
                + "right there: `plumbline erp compare`."
        case .nothingWaitsForApprover: "Look at what waits with `plumbline erp list`."
        case .nothingDiffers: "Nothing needs to be decided; look at where it stands with `plumbline erp show`."
        case .nothingIsThereToKeep: "Have ours written again: `plumbline erp write-again`."
        case .keptItemIsNotOnBudget:
            "Have ours written again, or give the line an item of this budget in QuickBooks: `plumbline erp compare`."
        case .jobBelongsToAnotherProject: "Have ours written again, or move the estimate back in QuickBooks."
        case .noSuchExport: "Look at the exports with `plumbline erp list`."
        case .rejectionNeedsComment: "Say what has to be corrected, with --comment."
        case .exportCannot: "Look at where it stands with `plumbline erp show`."
        case .previewHasChanged: "Look again with `plumbline erp preview`, then accept."
        case .subItemsAreDecided: "Leave it; a company decides this before its first export."
        case .noConnection: "Set one up with `plumbline connector add`."
        case .connectionAlreadyExists: "Use it: `plumbline connector status`."
        case .connectionAwaitsAnswer:
            "Let the Web Connector run once more with the present company file open: it learns what became of it."
        case .estimateWasNeverRead:
            "Export the budget, or run `plumbline job-costs --refresh`; then let the Web Connector run."
        case .noWebhook: "Set one with `plumbline webhook set`."
        case .webhookAddressIsUnfit:
            "Name an https address that takes a POST, such as https://hooks.example.com/budgets."
        default: signInCure  // default: continued, so that each function fits one screen
        }
    }

    private var signInCure: String {
        switch self {
        case .signInFailed:
            "Type both again. If the password is lost, a Directory Admin or whoever runs the server makes a link: "
                + "`plumbline user reset-password`."
        case .signInMustWait: "Wait, then try again. From a browser in which you signed in before, you need not wait."
        case .signInIsBusy: "Try again in a minute."
        case .signInIsOver: "Sign in again."
        case .passwordDoesNotFit: "Choose another: four or five words that do not belong together are long and easy."
        case .passwordIsWrong: "Type it again, or ask a Directory Admin for a link to set a new one."
        case .codeIsWrong: "Wait for the next code of your app, or use one of your recovery codes."
        case .linkIsNotValid: "Ask whoever gave it to you for a new one: `plumbline user invite` makes one."
        case .secondFactorIsOn: "Turn it off first, if you want to set it up on another device."
        default: ""  // default: said above; a test asks every case for its cure
        }
    }
}
