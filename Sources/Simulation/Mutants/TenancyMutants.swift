internal import QuickBooksEmulators
internal import SQLDatabase

/// Mistakes that let one company meet another.
enum TenancyMutants {
    static let all: [Mutant] = [
        .statement(
            "locks-everywhere", "Locking a budget locks those of all companies.", in: "UPDATE budgets SET locked_by"
        ) {
            sql, values in
            (sql.replacing("WHERE company_id = $3 AND id = $4", with: "WHERE $3 = $3 OR id = $4"), values)
        },
        Mutant(name: "connections-mixed-up", statement: "A request for one company's file leaves for another's.") {
            var hooks = MutantHooks()
            let last = Remembered<String?>(nil)
            hooks.reply = { method, body in
                guard method == .sendRequestXML else { return body }
                return SentDocument.rewriting(body) { request in
                    guard request.contains("<EstimateAdd>") else { return request }
                    return last.change { last in
                        defer { last = request }
                        return last ?? request
                    }
                }
            }
            return hooks
        },
    ]
}
