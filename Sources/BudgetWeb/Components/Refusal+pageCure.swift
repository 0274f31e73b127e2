import BudgetDomain

extension Refusal {
    /// Who can lift the refusal, and how, for somebody in front of a page: where a page does it, the cure names that
    /// page instead of the command line.
    var pageCure: String {
        switch self {
        case .noSuchPerson, .personAlreadyExists: "Look in the Directory."
        case .noSuchTemplate: "Look at them in the Directory, under Permission templates, or make it there."
        case .personIsDeactivated:
            "A Directory Admin lets them back in, on their page in the Directory, under Deactivated."
        case .noSuchProject: "Look at the list of projects."
        case .noSuchCostCode:
            "Choose one of the company's cost codes, or add it in ERP Integrations, under Standard Cost Codes."
        case .noSuchCostType: "Choose one of the company's cost types."
        case .noSuchBudgetLineItem: "Look at the lines on the budget."
        case .projectIsNotSynced: "An accounting approver exports or links its job in ERP Integrations, under Jobs."
        case .costCodesAreNotSynced:
            "An accounting approver exports them in ERP Integrations, under Standard Cost Codes."
        case .budgetIsExporting, .budgetIsWrittenAgain: "Wait for the next run of the QuickBooks Web Connector."
        case .exportFailed: "An accounting approver exports it again, or rejects it, in ERP Integrations, under Budget."
        case .jobCostsDiffer:
            "An accounting approver keeps what is in QuickBooks or has ours written again, in ERP Integrations, under "
                + "Budget; or a bookkeeper puts it right in QuickBooks."
        case .nothingWaitsForApprover, .noSuchExport: "Look at what waits in ERP Integrations, under Budget."
        case .nothingDiffers, .exportCannot: "Look at where it stands in ERP Integrations, under Budget."
        case .nothingIsThereToKeep: "Have ours written again."
        case .keptItemIsNotOnBudget:
            "Have ours written again, or give the line an item of this budget in QuickBooks."
        case .rejectionNeedsComment: "Say what has to be corrected."
        case .previewHasChanged: "Look at it again, then accept."
        case .signInFailed:
            "Type both again. If the password is lost, a Directory Admin makes a link on your page in the Directory; "
                + "whoever runs the server can too."
        case .linkIsNotValid: "Ask a Directory Admin for a new one: it is made on your page in the Directory."
        case .nameDoesNotFit:
            "Change the name here, a project's under Rename on its overview; then try again. Names are never shortened "
                + "on the way."
        case .noSuchListedJob: "Have the list read again: in ERP Integrations, under Jobs, Ready to Import."
        case .noConnection: "Set one up in ERP Integrations, under Connections."
        case .connectionAlreadyExists: "Use it: it is in ERP Integrations, under Connections."
        case .estimateWasNeverRead: "Export the budget, or update the job costs; then let the Web Connector run."
        case _: cure  // default: says where it is done already
        }
    }
}
