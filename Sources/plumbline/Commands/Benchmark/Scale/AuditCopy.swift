import BudgetDomain
import BudgetOperations
import SQLDatabase

/// The audit entries of one company as another's, with hashes that hold: a memento binds the company.
enum AuditCopy {
    static func chained(_ rows: [Row], of company: String) throws -> [[SQLValue]] {
        var head = AuditHead.genesis(of: company)
        return try rows.sorted { try $0.integer("number") < $1.integer("number") }.map { row in
            guard let memento = AuditMemento(parsing: try row.text("memento"))?.copied(to: company).text else {
                throw DatabaseError.column("memento", expected: "an audit memento", found: "another text")
            }
            head = head.adding(memento)
            return zip(row.names, row.values).map { name, value in
                switch name {
                case "memento": .text(memento)
                case "hash": .text(head.hash)
                default: value  // default: every other column
                }
            }
        }
    }
}
