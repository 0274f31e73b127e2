package import BudgetDomain

/// What one call of a Web Connector session found out or did. A driver hands these to `record`, which applies all of
/// a call's outcomes in one transaction: the driver itself never writes.
package enum ConnectorOutcome: Hashable, Sendable {
    /// The company file is ours: bound on first sight.
    case companyFileSeen(name: String, path: String)
    case companyFileRefused(reason: String)
    /// What the company file, known to be ours, says of itself.
    case companyFileRead(CompanyFileFacts)
    case listsChecked(ListCheck)

    /// A writing request is about to leave; recorded before it does.
    case handedOut(MessageSet)
    case messageSet(id: String, becomes: MessageSet.State, answer: String)

    case jobSynced(ID<Project>, ListReference)
    case jobFailed(ID<Project>, ERPFault)
    case itemSynced(ItemKey, ListReference)
    case itemFailed(ItemKey, ERPFault)

    case export(ID<Export>, ExportEvent)
    /// The estimate as QuickBooks holds it now.
    case estimateRead(ID<Project>, EstimateSighting)
    case costLines(readID: String, [CostLine])
    case costsRead(readID: String)
    /// The question for QuickBooks' list of customers and jobs is about to leave.
    case jobListBegun
    /// A page of it.
    case jobsListed(readID: String, [ListedJob])
    case jobListRead(readID: String)
    case jobListFailed(ERPFault)
    /// QuickBooks could not be asked at all. The Web Connector may not come back to end such a session.
    case sessionFailed(cause: String)
    /// An exchange, to be looked into.
    case transcript(Transcript)

    package struct CostLine: Hashable, Sendable {
        /// The job that the line costs.
        package let jobListID: String
        package let line: JobCostDocumentLine

        package init(jobListID: String, line: JobCostDocumentLine) {
            self.jobListID = jobListID
            self.line = line
        }
    }
}
