package import BudgetDomain
import SQLDatabase

/// Everything that a Web Connector session could do for one company now, in the order in which it is done: what was
/// left without an answer, jobs, items, exports, read-backs, costs.
package struct OutstandingWork: Hashable, Sendable {
    package var company: Company
    package var connection: Connection
    package var inFlight: MessageSet?
    package var jobs: [Project]
    package var items: [ItemToAdd]
    /// Accepted exports that are queued, handed out, or whose fate is being looked into.
    package var exports: [ExportToWrite]
    /// Projects whose estimate has to be read back before their gate can open.
    package var readBacks: [EstimateToRead]
    /// All projects with an estimate: read together with the costs when those are due.
    package var estimates: [EstimateToRead]
    package var areCostsDue: Bool
    /// The ListIDs of all jobs whose costs are reported.
    package var syncedJobs: Set<String>
    /// Jobs and items to be asked for by their ids: with the costs those not seen for longest, else those that could
    /// not be used when they were last seen.
    package var listsDue = ListIDs()
    /// Whether somebody asked for QuickBooks' list of customers and jobs.
    package var isJobListDue = false
}

/// An item that an approver asked for.
package struct ItemToAdd: Hashable, Sendable {
    package let key: ItemKey
    /// The item's own name: the cost code, or the cost type's name for a sub-item.
    package let name: String
    /// The full name of the item above, for a sub-item.
    package let parent: String?
    package let description: String
    package let request: ItemRequest

    package var fullName: String { parent.map { "\($0):\(name)" } ?? name }
}

/// An accepted export with all that its request needs.
package struct ExportToWrite: Hashable, Sendable {
    package let export: Export
    package let project: Project
    package let estimate: EstimateToRead
    package let transactions: [Line]
    /// Everything that QuickBooks should hold of the project, where it is to be written again.
    package let expected: [JobCostGate.Expected]

    package struct Line: Hashable, Sendable {
        package let transaction: ExportTransaction
        package let itemListID: String?
        /// Of the item, as a session last saw it.
        package var itemCondition = ListCondition.usable
    }
}

/// An estimate to be read: by its id where QuickBooks has given one, else by our number.
package struct EstimateToRead: Hashable, Sendable {
    package let project: ID<Project>
    package let projectNumber: String
    package let number: String
    package let guid: String
    package let txnID: String?
    /// The GUIDs of estimates of this project that were once not to be found, newest first: one may come to light.
    package let formerGUIDs: [String]
}

extension Plumbline {
    package func outstandingWork(of session: StoredSession) async throws -> OutstandingWork {
        let now = clock.now()
        return try await database.read(of: session.company) { tx in
            let company = try tx.company(session.company)
            guard let connection = try tx.connection(of: company.id) else { throw Refused(.noConnection) }
            let estimates = try tx.estimatesToRead(of: company.id)
            let open = try tx.exportsOnTheirWay(in: company, estimates: estimates)
            let age = connection.costsReadAt.map { now.seconds(since: $0) }
            let areCostsDue =
                connection.costsRequestedAt != nil
                || (estimates.contains { $0.txnID != nil } && (age ?? .max) >= Self.costsAgeSeconds)
            return OutstandingWork(
                company: company, connection: connection, inFlight: try tx.messageSetInFlight(of: company.id),
                jobs: try tx.requestedJobs(of: company.id), items: try tx.requestedItems(of: company.id),
                exports: open.toWrite, readBacks: open.toRead, estimates: estimates.filter { $0.txnID != nil },
                areCostsDue: areCostsDue, syncedJobs: Set(try tx.projectsByJob(of: company.id).keys),
                listsDue: try areCostsDue
                    ? tx.listsNotSeenForLongest(of: company.id) : tx.unusableLists(of: company.id, at: now),
                isJobListDue: try tx.isJobListRequested(of: company.id))
        }
    }
}

extension Transaction {
    fileprivate func estimatesToRead(of company: ID<Company>) throws -> [EstimateToRead] {
        try rows(
            """
            SELECT e.project_id, p.number AS project_number, e.number, e.guid, e.txn_id, e.former_guids
            FROM estimates e
            JOIN projects p ON p.company_id = e.company_id AND p.id = e.project_id
            WHERE e.company_id = $1 ORDER BY p.number
            """, [.text(company.text)]
        ).map { row in
            EstimateToRead(
                project: ID(try row.text("project_id")), projectNumber: try row.text("project_number"),
                number: try row.text("number"), guid: try row.text("guid"), txnID: try row.optionalText("txn_id"),
                formerGUIDs: try row.text("former_guids").split(separator: "\n").map(String.init))
        }
    }

    fileprivate func requestedJobs(of company: ID<Company>) throws -> [Project] {
        try rows(
            "SELECT \(Self.projectColumns) FROM projects WHERE company_id = $1 AND sync_state = 'requested'"
                + " ORDER BY number", [.text(company.text)]
        ).map { try Self.project($0, of: company) }
    }

    fileprivate func requestedItems(of company: ID<Company>) throws -> [ItemToAdd] {
        try rows(
            """
            SELECT i.cost_code_id, i.cost_type, i.income_account, i.expense_account, c.code, c.title, t.name
            FROM items i JOIN cost_codes c ON c.company_id = i.company_id AND c.id = i.cost_code_id
            LEFT JOIN cost_types t ON t.company_id = i.company_id AND t.code = i.cost_type
            WHERE i.company_id = $1 AND i.sync_state = 'requested' ORDER BY i.cost_type, c.code
            """, [.text(company.text)]
        ).map { row in
            let type = try row.text(1)
            let code = try row.text(4)
            let title = try row.text(5)
            let typeName = try row.optionalText(6) ?? type
            return ItemToAdd(
                key: ItemKey(costCode: ID(try row.text(0)), costType: type.isEmpty ? nil : type),
                name: type.isEmpty ? code : typeName, parent: type.isEmpty ? nil : code,
                description: type.isEmpty ? title : "\(title) [\(typeName)]",
                request: ItemRequest(incomeAccount: try row.text(2), expenseAccount: try row.text(3)))
        }
    }

    fileprivate func exportsOnTheirWay(
        in company: Company, estimates: [EstimateToRead]
    ) throws -> (toWrite: [ExportToWrite], toRead: [EstimateToRead]) {
        let estimate = Dictionary(uniqueKeysWithValues: estimates.map { ($0.project, $0) })
        var toWrite: [ExportToWrite] = []
        var toRead: [EstimateToRead] = []
        let rows = try rows(
            """
            SELECT \(Self.exportColumns) FROM exports WHERE company_id = $1
            AND state IN ('queued', 'handed out', 'unknown', 'awaiting job costs', 'mismatched', 'rewrite queued',
                'rewrite handed out', 'rewrite unknown')
            ORDER BY accepted_at, id
            """, [.text(company.id.text)])
        let items = try rows.isEmpty ? [:] : items(of: company.id)
        for row in rows {
            let export = try Self.export(row, in: company)
            guard let its = estimate[ID(try row.text("project_id"))] else { continue }
            guard export.state.delivery != nil else {
                toRead.append(its)
                continue
            }
            let project = try project(its.project, of: company.id)
            let prerequisites = SendPrerequisites(
                project: project, items: items, usesSubItems: company.settings.usesSubItems)
            toWrite.append(
                ExportToWrite(
                    export: export, project: project, estimate: its,
                    transactions: try transactions(of: export.id, in: company).map { transaction in
                        let item = items[prerequisites.itemKey(for: transaction.code)]?.reference
                        return ExportToWrite.Line(
                            transaction: transaction, itemListID: item?.listID,
                            itemCondition: item?.condition ?? .usable)
                    },
                    expected: export.state.isInQuickBooks ? try expectedLines(of: project, in: company) : []))
        }
        return (toWrite, toRead)
    }
}
