import SQLDatabase

/// What people did to budgets step by step, so that they can undo it: on any server, after a closed window too.
extension Schema {
    static let budgetCommands = Migration("0013 budget commands") { transaction in
        for statement in budgetCommandTables { try transaction.executeSchema(statement) }
        try transaction.wallOff("budget_commands", by: "company_id")
    }

    private static let budgetCommandTables = [
        """
        CREATE TABLE budget_commands (
            company_id TEXT NOT NULL REFERENCES companies (id), id TEXT NOT NULL, budget_id TEXT NOT NULL,
            person_id TEXT NOT NULL, number BIGINT NOT NULL, made_at BIGINT NOT NULL, label TEXT NOT NULL,
            changes TEXT NOT NULL, is_undone BIGINT NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1)),
            PRIMARY KEY (company_id, id),
            FOREIGN KEY (company_id, budget_id) REFERENCES budgets (company_id, id),
            FOREIGN KEY (company_id, person_id) REFERENCES people (company_id, id))
        """,
        """
        CREATE UNIQUE INDEX budget_commands_number
            ON budget_commands (company_id, budget_id, person_id, number)
        """,
        // What was done to one budget, newest first: whether it has changed, and the history of a line.
        "CREATE INDEX audit_entries_subject ON audit_entries (company_id, subject, number)",
    ]
}
