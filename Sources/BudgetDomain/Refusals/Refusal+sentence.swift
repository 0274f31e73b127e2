extension Refusal {
    /// What is refused and why, as one sentence.
    package var sentence: String {
        switch self {
        case .notPermitted(let person, let act, let needs): "\(person) may not \(act.rawValue): that needs \(needs)."
        case .noSuchPerson(let email): "Nobody in this company has the e-mail address “\(email)”."
        case .personAlreadyExists(let email): "“\(email)” is in the directory already."
        case .noSuchTemplate(let name): "There is no permission template “\(name)”."
        case .permissionTemplateExists(let name): "There is a permission template “\(name)” already."
        case .templateSaysTheSame(let name):
            "The permission template “\(name)” says exactly the same: nobody could tell who is on which."
        case .templateHasChanged(let name): "Somebody changed the permission template “\(name)” since you looked."
        case .senderMayNotApprove(let person):
            "\(person) sent this budget and may not also accept it: the company separates the two duties."
        case .permissionsHaveChanged(let person): "Somebody changed what \(person) may do since you looked."
        case .lastDirectoryAdmin(let person): "\(person) is the last Directory Admin of this company."
        case .noDirectoryAdminLeft: "That would leave this company without a Directory Admin who is active."
        case .personIsDeactivated(let person): "\(person) is deactivated, and may do nothing in this company."
        case .ownDeactivation(let person): "Nobody deactivates themselves, and so neither does \(person)."
        case .privilegeIsThere(let person): "\(person) has Can Push to Accounting already."
        case .nobodyGrantsPrivilege: "Nobody in this company may grant Can Push to Accounting yet."
        case .privilegeIsNotAskedFor(let person):
            "\(person) does not ask for Can Push to Accounting, or has been answered."
        case .decliningNeedsComment: "A request is declined with a comment."
        case .approverIsGuarded(let person, let approver):
            "\(approver) has Can Push to Accounting, and \(person) may not grant it: whoever resets how \(approver) "
                + "signs in could sign in as \(approver) and accept exports, and deactivating \(approver) would take "
                + "the privilege away."
        case .noSuchCompany(""): "There is no company in this database yet."
        case .noSuchCompany(let name): "There is no company “\(name)”."
        case .companyMustBeNamed(let companies):
            "There are several companies here (\(list(companies))), and none was named."
        case .companyAlreadyExists(let name): "There is a company “\(name)” already."
        case .noSuchProject(let number): "There is no project “\(number)”."
        case .projectAlreadyExists(let number): "There is a project “\(number)” already."
        case .projectIsAlreadySynced(let project): "Project “\(project)” is synced with a QuickBooks job already."
        case .jobIsTaken(let job, let project): "The job “\(job)” is linked with project \(project) already."
        case .jobAwaitsAnswer(let project):
            "QuickBooks was asked to add the job of project \(project), and has not answered yet."
        case .noSuchListedJob(let job):
            "QuickBooks' list of jobs, as it was last read, has no “\(job)” that is free for a project."
        case .jobHasAnotherName(let project, let name):
            "The job of project \(project) got another name since you looked: QuickBooks calls it “\(name)” now."
        case .noSuchCostCode(let code): "There is no cost code “\(code)”."
        case .costCodeAlreadyExists(let code): "There is a cost code “\(code)” already."
        case .noSuchCostType(let type): "There is no cost type “\(type)”."
        case .costCodesAreAlreadySynced: "Every one of these cost codes is synced with QuickBooks already."
        case .nameDoesNotFit(let name, let problem): "QuickBooks cannot hold the name “\(name)”: it \(problem)."
        case .textIsEmpty(let field): "\(field) is empty."
        case .textIsTooLong(let field, let longest): "\(field) is longer than \(longest) characters."
        case .textHasNUL(let field): "\(field) holds the character NUL, which cannot be stored."
        default: budgetSentence  // default: continued, so that each function fits one screen
        }
    }

    private var budgetSentence: String {
        switch self {
        case .budgetIsLocked(let act): "You cannot \(act.rawValue): the budget is locked."
        case .budgetIsNotLocked(let act): "You cannot \(act.rawValue): the budget is not locked."
        case .budgetIsAlreadyLocked: "The budget is locked already."
        case .budgetCodeIsAlreadyOnBudget(let code): "Budget code \(code) is on the budget already."
        case .lockedBudgetTakesOnlyZeroLines(let code):
            "\(code) cannot be added with an amount: the budget is locked."
        case .noSuchBudgetLineItem(let text): "There is no budget line item “\(text)”."
        case .lineIsInQuickBooks(let code): "\(code) cannot be deleted: its amount is in QuickBooks."
        case .lockedLineHasAnOriginalAmount(let code):
            "\(code) cannot be deleted: the budget is locked and the line has an original amount."
        case .lineHasModifications(let code): "\(code) cannot be deleted: budget modifications use it."
        case .budgetHasTooManyLines(let longest): "A budget holds at most \(longest) lines."
        case .amountIsOutOfRange(let reason): "The budget cannot hold that amount. \(reason)"
        case .modificationMovesNothing: "A budget modification of zero moves nothing."
        case .modificationHasOneLineTwice: "A budget modification cannot have the same line as From and To."
        case .transferAmountMustBePositive: "The amount of a budget modification between two lines must be positive."
        case .modificationMustBeNetZero: "A budget modification needs a From line: it may not change the grand total."
        case .syncedModificationsCannotBeDeleted:
            "Budget modifications cannot be deleted: this budget has been in QuickBooks."
        default: editSentence  // default: continued, so that each function fits one screen
        }
    }

    private var editSentence: String {
        switch self {
        case .cellIsUnreadable(let column, let text, let reason): "“\(text)” cannot be the \(column). \(reason)"
        case .figuresDisagree(let code, let reason): "The figures of \(code) do not fit together. \(reason)"
        case .budgetCodeStays(let code): "A line keeps its budget code, and this one is \(code)."
        case .cellHasChanged(let code, let column, let now):
            "The \(column) of \(code) was changed since you looked: it is now \(now.isEmpty ? "empty" : "“\(now)”")."
        case .tooManyEdits(let most): "At most \(most) lines are changed at once."
        case .nothingToUndo: "You have changed nothing on this budget that could be undone."
        case .nothingToRedo: "You have undone nothing on this budget that could be redone."
        case .stepIsOvertaken(let step, let reason): "“\(step)” can be neither undone nor redone: \(reason)."
        default: exportSentence  // default: continued, so that each function fits one screen
        }
    }

    private var exportSentence: String {
        switch self {
        case .projectIsNotIntegrated(let project): "Project “\(project)” is not set to sync with accounting."
        case .projectIsNotSynced(let project): "Project “\(project)” is not synced with a QuickBooks job."
        case .costCodesAreNotSynced(let codes):
            "\(count(codes, "cost code")) on the budget \(codes.count == 1 ? "is" : "are") not synced with "
                + "QuickBooks: \(list(codes))."
        case .jobIsInactive(let job): "The job “\(job)” is inactive in QuickBooks."
        case .itemsAreInactive(let items):
            "QuickBooks takes no new line on \(count(items, "inactive item")): \(list(items))."
        case .itemsAreOneSided(let items):
            "Job costs would miss \(count(items, "item")) that \(has(items)) one account only: \(list(items))."
        case .subJobsOnBudget(let lines):
            "QuickBooks has no sub jobs, and \(count(lines, "line")) of the budget \(has(lines)) one: \(list(lines))."
        case .customSegmentsOnBudget(let lines):
            "QuickBooks cannot carry custom segments, and \(count(lines, "line")) of the budget \(has(lines)) them: "
                + "\(list(lines))."
        case .nothingToSend: "QuickBooks holds everything that is on this budget: there is nothing to send."
        case .nothingToRetrieve: "Nothing of this budget waits in ERP Integrations."
        case .budgetWaitsForApprover(let act):
            "You cannot \(act.rawValue): the budget was sent to ERP Integrations and waits for an accounting approver."
        case .budgetIsExporting(let act): "You cannot \(act.rawValue): the budget is being exported to QuickBooks."
        case .exportFailed(let act, let fault): "You cannot \(act.rawValue): the export failed. \(fault)"
        case .amountsNotYetInJobCosts(let act):
            "You cannot \(act.rawValue): the exported amounts are not yet visible in the Job Costs Report."
        case .jobCostsDiffer(let act, let differences):
            "You cannot \(act.rawValue): what QuickBooks holds differs from what was accepted, in "
                + "\(differences) place\(differences == 1 ? "" : "s")."
        case .budgetIsWrittenAgain(let act):
            "You cannot \(act.rawValue): what was accepted is being written to QuickBooks again."
        case .nothingWaitsForApprover: "No export of this budget waits for a decision."
        case .nothingDiffers: "Nothing in QuickBooks differs from what was accepted for this budget."
        case .nothingIsThereToKeep: "QuickBooks holds no estimate of this budget, so there is nothing to keep."
        case .keptItemIsNotOnBudget(let code, let item):
            "The line of \(code) carries the item “\(item)” in QuickBooks, and this budget has no line for that item."
        case .jobBelongsToAnotherProject(let job, let project):
            "The estimate stands under the job “\(job)”, which is linked with project \(project)."
        case .noSuchExport(let text): "There is no export “\(text)”."
        case .rejectionNeedsComment: "A rejection needs a comment."
        case .exportCannot(let event, let state): "An export that is “\(state)” cannot be “\(event)”."
        case .previewHasChanged: "What QuickBooks would hold has changed since you looked."
        case .subItemsAreDecided:
            "The company cannot change whether cost types are sub-items: estimates in QuickBooks follow the setting."
        case .noConnection: "No QuickBooks connection is set up for this company."
        case .connectionAlreadyExists: "This company has a QuickBooks connection already."
        case .connectionAwaitsAnswer:
            "The connection cannot be moved: something was sent to the present company file and not answered yet."
        case .estimateWasNeverRead(let project):
            "QuickBooks was never read for project “\(project)”: there is nothing to certify."
        case .noWebhook: "This company has no webhook."
        case .webhookAddressIsUnfit(let address, let problem):
            "“\(address)” cannot be a webhook's address: it \(problem)."
        default: signInSentence  // default: continued, so that each function fits one screen
        }
    }

    private var signInSentence: String {
        switch self {
        case .signInFailed: "This e-mail address and this password do not belong together."
        case .signInMustWait(let seconds):
            "There were too many wrong attempts. The next one is possible in \(span(seconds))."
        case .signInIsBusy: "Very many people are signing in at this moment."
        case .signInIsOver: "This sign-in took too long, or was finished in another window."
        case .passwordDoesNotFit(let problem): "This password \(problem)."
        case .passwordIsWrong: "That is not your present password."
        case .codeIsWrong: "This code is not the one of this moment, or was used already."
        case .linkIsNotValid: "This link was used already, is too old, or is not complete."
        case .secondFactorIsOn: "Your second factor is on already."
        default: ""  // default: said above; a test asks every case for its sentence
        }
    }

    private func span(_ seconds: Int64) -> String {
        let (count, unit) = seconds < 120 ? (seconds, "second") : ((seconds + 59) / 60, "minute")
        return "\(count) \(unit)\(count == 1 ? "" : "s")"
    }

    private func has(_ items: [String]) -> String { items.count == 1 ? "has" : "have" }

    private func count(_ items: [String], _ noun: String) -> String {
        "\(items.count) \(noun)\(items.count == 1 ? "" : "s")"
    }

    /// The first ten, and how many more there are.
    private func list(_ items: [String]) -> String {
        let shown = items.prefix(10).joined(separator: ", ")
        return items.count > 10 ? "\(shown) and \(items.count - 10) more" : shown
    }
}
