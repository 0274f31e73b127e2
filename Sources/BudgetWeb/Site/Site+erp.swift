/// The addresses of ERP Integrations and of the Job Costs Report.
extension Site {
    static let erpJobs = Address("/erp/jobs")
    static let erpJob = AddressOfOne("/erp/jobs/", part: "number")
    static let erpListedJob = AddressOfOne("/erp/listed-jobs/", part: "listID")
    static let erpCostCodes = Address("/erp/cost-codes")
    static let erpNewCostCode = Address("/erp/new-cost-code")
    static let erpJobCosts = Address("/erp/job-costs")
    static let erpJobCostsCSV = Address("/erp/job-costs/csv")
    static let erpJobCostsPDF = Address("/erp/job-costs/pdf")

    static let erpBudgets = Address("/erp/budgets")
    static let erpBudget = AddressOfOne("/erp/budgets/", part: "number")
    static let erpExport = AddressOfOne("/erp/budgets/", part: "number", "/export")
    static let erpReject = AddressOfOne("/erp/budgets/", part: "number", "/reject")
    static let erpExportAgain = AddressOfOne("/erp/budgets/", part: "number", "/export-again")
    static let erpCompare = AddressOfOne("/erp/budgets/", part: "number", "/compare")
    static let erpEvidence = AddressOfOne("/erp/budgets/", part: "number", "/evidence")
    static let erpCertificate = AddressOfOne("/erp/budgets/", part: "number", "/certificate")
    static let erpSeveral = Address("/erp/several-budgets")

    static let erpConnections = Address("/erp/connections")
    static let erpQWC = Address("/erp/connections/qwc")
    static let erpMove = Address("/erp/connections/move")
    static let erpSettings = Address("/erp/settings")

    static let erpLog = Address("/erp/log")
    static let erpSession = AddressOfOne("/erp/log/sessions/", part: "id")
    static let erpRequest = AddressOfOne("/erp/log/requests/", part: "id")
    static let erpTranscript = AddressOfOne("/erp/log/transcripts/", part: "id")

    static let jobCosts = AddressOfOne("/projects/", part: "number", "/job-costs")
    static let jobCostDocuments = AddressOfOne("/projects/", part: "number", "/job-costs/documents")
    static let jobCostsCSV = AddressOfOne("/projects/", part: "number", "/job-costs/csv")
    static let jobCostsPDF = AddressOfOne("/projects/", part: "number", "/job-costs/pdf")
}
