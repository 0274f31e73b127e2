import BudgetDomain
import SQLDatabase

/// The words for a list entry's standing in `sync_state`.
enum SyncState: String {
    case notSynced = "not synced"
    case requested
    case synced
    case failed
}

extension Transaction {
    static let projectColumns = """
        id, number, name, is_erp_integrated, sync_state, job_customer, job_link, list_id, full_name,
        list_condition, fault, job_name
        """

    func project(_ id: ID<Project>, of company: ID<Company>) throws -> Project {
        let row = try row(
            "SELECT \(Self.projectColumns) FROM projects WHERE company_id = $1 AND id = $2",
            [.text(company.text), .text(id.text)])
        guard let row else { throw Refused(.noSuchProject(id.text)) }
        return try Self.project(row, of: company)
    }

    func project(number: String, of company: ID<Company>) throws -> Project {
        let row = try row(
            "SELECT \(Self.projectColumns) FROM projects WHERE company_id = $1 AND number = $2",
            [.text(company.text), .text(number)])
        guard let row else { throw Refused(.noSuchProject(number)) }
        return try Self.project(row, of: company)
    }

    static func project(_ row: Row, of company: ID<Company>) throws -> Project {
        let request: JobRequest? =
            if let customer = try row.optionalText("job_customer") {
                .createUnder(customer: customer)
            } else {
                try row.optionalText("job_link").map { .linkTo(fullName: $0) }
            }
        return Project(
            id: ID(try row.text("id")), company: company, number: try row.text("number"),
            name: try row.text("name"), isERPIntegrated: try row.bool("is_erp_integrated"),
            job: try listSync(row, request: request, table: "projects"),
            jobName: try row.optionalText("job_name"))
    }

    static func listSync<Request>(_ row: Row, request: Request?, table: String) throws -> ListSync<Request> {
        let text = try row.text("sync_state")
        switch (SyncState(rawValue: text), request, try row.optionalText("list_id")) {
        case (.notSynced, _, _):
            return .notSynced
        case (.requested, let request?, _):
            return .requested(request)
        case (.synced, _, let listID?):
            return .synced(
                ListReference(
                    listID: listID, fullName: try row.text("full_name"), condition: try condition(row, table: table)))
        case (.failed, let request?, _):
            return .failed(request, try StoredText.decode(StoredFault.self, from: row.text("fault")).fault)
        case (_, _, _):  // default: a row that contradicts itself
            throw UnreadableRow(table: table, column: "sync_state", value: text)
        }
    }

    static func condition(_ row: Row, table: String) throws -> ListCondition {
        let text = try row.text("list_condition")
        guard let condition = ListCondition(rawValue: text) else {
            throw UnreadableRow(table: table, column: "list_condition", value: text)
        }
        return condition
    }

    func items(of company: ID<Company>) throws -> [ItemKey: ListSync<ItemRequest>] {
        var items: [ItemKey: ListSync<ItemRequest>] = [:]
        try forEach(
            """
            SELECT cost_code_id, cost_type, sync_state, income_account, expense_account, list_id, full_name,
                list_condition, fault
            FROM items WHERE company_id = $1
            """, [.text(company.text)]
        ) { row in
            let costType = try row.text("cost_type")
            let key = ItemKey(
                costCode: ID(try row.text("cost_code_id")), costType: costType.isEmpty ? nil : costType)
            let request: ItemRequest? =
                if let income = try row.optionalText("income_account"),
                    let expense = try row.optionalText("expense_account")
                {
                    ItemRequest(incomeAccount: income, expenseAccount: expense)
                } else { nil }
            items[key] = try Self.listSync(row, request: request, table: "items")
        }
        return items
    }
}
