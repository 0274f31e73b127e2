import BudgetDomain
import SQLDatabase

extension Transaction {
    func costTypes(of company: ID<Company>) throws -> [CostType] {
        try rows("SELECT code, name FROM cost_types WHERE company_id = $1 ORDER BY code", [.text(company.text)])
            .map { CostType(code: try $0.text(0), name: try $0.text(1)) }
    }

    func insert(_ types: [CostType], of company: ID<Company>) throws {
        try insert(
            into: "cost_types", columns: ["company_id", "code", "name"],
            rows: types.map { [.text(company.text), .text($0.code), .text($0.name)] })
    }

    func costCodes(of company: ID<Company>) throws -> [CostCode] {
        try rows(
            "SELECT id, code, title, parent_code FROM cost_codes WHERE company_id = $1 ORDER BY code",
            [.text(company.text)]
        ).map { try Self.costCode($0, of: company) }
    }

    static func costCode(_ row: Row, of company: ID<Company>) throws -> CostCode {
        CostCode(
            id: ID(try row.text("id")), company: company, code: try row.text("code"), title: try row.text("title"),
            parentCode: try row.optionalText("parent_code"))
    }

    func insert(_ codes: [CostCode]) throws {
        try insert(
            into: "cost_codes", columns: ["company_id", "id", "code", "title", "parent_code"],
            rows: codes.map { code in
                [
                    .text(code.company.text), .text(code.id.text), .text(code.code), .text(code.title),
                    SQLValue(code.parentCode),
                ]
            })
    }
}
