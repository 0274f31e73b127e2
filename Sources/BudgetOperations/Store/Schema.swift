import SQLDatabase

/// The tables. Every row carries its company and every index leads with it. SQL here and in every query is the part
/// that SQLite and PostgreSQL share. What must always hold is a check or a unique index, so that no path can break it.
enum Schema {
    static let migrations: [Migration] = [
        Migration("0001 people and projects", peopleAndProjects),
        Migration("0002 budgets", budgets),
        Migration("0003 exports", exports),
        Migration("0004 connector", connector),
        Migration("0005 job costs and audit", jobCostsAndAudit),
        Migration("0006 wall between companies") { transaction in
            try transaction.wallOff("companies", by: "id")
            for table in ownedTables { try transaction.wallOff(table, by: "company_id") }
        },
        servers,
        auditChain,
        recovery,
        preflight,
        transcripts,
        signIn,
        budgetCommands,
        privilegeRequests,
        budgetUploads,
        leavers,
        lineOrder,
        jobList,
        exchanges,
        jobUpdates,
    ]

    private static let ownedTables = [
        "people", "permission_templates", "permissions", "cost_types", "cost_codes", "projects", "items", "budgets",
        "budget_line_items", "budget_modifications", "exports", "export_transactions", "estimates", "estimate_lines",
        "connections", "connector_sessions", "message_sets", "job_cost_lines", "audit_entries",
    ]

    private static let peopleAndProjects = [
        """
        CREATE TABLE companies (
            id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, currency TEXT NOT NULL,
            allows_grand_total BIGINT NOT NULL CHECK (allows_grand_total IN (0, 1)),
            sender_may_not_approve BIGINT NOT NULL CHECK (sender_may_not_approve IN (0, 1)),
            uses_sub_items BIGINT NOT NULL CHECK (uses_sub_items IN (0, 1)),
            adds_cost_codes BIGINT NOT NULL CHECK (adds_cost_codes IN (0, 1)))
        """,
        "CREATE UNIQUE INDEX companies_name ON companies (name)",
        """
        CREATE TABLE people (
            company_id TEXT NOT NULL REFERENCES companies (id), id TEXT NOT NULL,
            name TEXT NOT NULL, email TEXT NOT NULL, privilege_by TEXT, privilege_at BIGINT,
            PRIMARY KEY (company_id, id))
        """,
        "CREATE UNIQUE INDEX people_email ON people (company_id, email)",
        """
        CREATE TABLE permission_templates (
            company_id TEXT NOT NULL REFERENCES companies (id), name TEXT NOT NULL, levels TEXT NOT NULL,
            rights TEXT NOT NULL, PRIMARY KEY (company_id, name))
        """,
        """
        CREATE TABLE permissions (
            company_id TEXT NOT NULL REFERENCES companies (id), person_id TEXT NOT NULL,
            project_id TEXT NOT NULL, levels TEXT NOT NULL, rights TEXT NOT NULL,
            PRIMARY KEY (company_id, person_id, project_id),
            FOREIGN KEY (company_id, person_id) REFERENCES people (company_id, id))
        """,
        """
        CREATE TABLE cost_types (
            company_id TEXT NOT NULL REFERENCES companies (id), code TEXT NOT NULL, name TEXT NOT NULL,
            PRIMARY KEY (company_id, code))
        """,
        """
        CREATE TABLE cost_codes (
            company_id TEXT NOT NULL REFERENCES companies (id), id TEXT NOT NULL, code TEXT NOT NULL,
            title TEXT NOT NULL, parent_code TEXT,
            PRIMARY KEY (company_id, id))
        """,
        "CREATE UNIQUE INDEX cost_codes_code ON cost_codes (company_id, code)",
        """
        CREATE TABLE projects (
            company_id TEXT NOT NULL REFERENCES companies (id), id TEXT NOT NULL, number TEXT NOT NULL,
            name TEXT NOT NULL, is_erp_integrated BIGINT NOT NULL CHECK (is_erp_integrated IN (0, 1)),
            sync_state TEXT NOT NULL, job_customer TEXT, job_link TEXT, list_id TEXT, full_name TEXT, fault TEXT,
            PRIMARY KEY (company_id, id))
        """,
        "CREATE UNIQUE INDEX projects_number ON projects (company_id, number)",
        "CREATE INDEX projects_sync ON projects (company_id, sync_state)",
        """
        CREATE TABLE items (
            company_id TEXT NOT NULL REFERENCES companies (id), cost_code_id TEXT NOT NULL,
            cost_type TEXT NOT NULL, sync_state TEXT NOT NULL, income_account TEXT, expense_account TEXT, list_id TEXT,
            full_name TEXT, fault TEXT, PRIMARY KEY (company_id, cost_code_id, cost_type),
            FOREIGN KEY (company_id, cost_code_id) REFERENCES cost_codes (company_id, id))
        """,
        "CREATE INDEX items_sync ON items (company_id, sync_state)",
    ]

    private static let budgets = [
        """
        CREATE TABLE budgets (
            company_id TEXT NOT NULL REFERENCES companies (id), id TEXT NOT NULL,
            project_id TEXT NOT NULL, locked_by TEXT, locked_at BIGINT,
            CONSTRAINT budgets_lock CHECK ((locked_by IS NULL) = (locked_at IS NULL)),
            PRIMARY KEY (company_id, id),
            FOREIGN KEY (company_id, project_id) REFERENCES projects (company_id, id))
        """,
        "CREATE UNIQUE INDEX budgets_project ON budgets (company_id, project_id)",
        """
        CREATE TABLE budget_line_items (
            company_id TEXT NOT NULL REFERENCES companies (id), id TEXT NOT NULL,
            budget_id TEXT NOT NULL, position BIGINT NOT NULL, sub_job TEXT NOT NULL,
            cost_code_id TEXT NOT NULL, cost_type TEXT NOT NULL,
            custom_segments TEXT NOT NULL, description TEXT NOT NULL, quantity BIGINT, unit_of_measure TEXT,
            unit_cost BIGINT, original_amount BIGINT NOT NULL,
            CONSTRAINT line_calculation CHECK ((quantity IS NULL) = (unit_cost IS NULL)),
            PRIMARY KEY (company_id, id),
            FOREIGN KEY (company_id, budget_id) REFERENCES budgets (company_id, id),
            FOREIGN KEY (company_id, cost_code_id) REFERENCES cost_codes (company_id, id))
        """,
        """
        CREATE UNIQUE INDEX line_items_budget_code
            ON budget_line_items (company_id, budget_id, cost_code_id, cost_type, sub_job, custom_segments)
        """,
        """
        CREATE TABLE budget_modifications (
            company_id TEXT NOT NULL REFERENCES companies (id), id TEXT NOT NULL,
            budget_id TEXT NOT NULL, number BIGINT NOT NULL,
            from_line_id TEXT,
            to_line_id TEXT NOT NULL, amount BIGINT NOT NULL, notes TEXT NOT NULL,
            created_by TEXT NOT NULL, created_at BIGINT NOT NULL,
            CONSTRAINT modification_lines CHECK (from_line_id IS NULL OR from_line_id <> to_line_id),
            CONSTRAINT modification_amount CHECK (amount <> 0),
            PRIMARY KEY (company_id, id),
            FOREIGN KEY (company_id, budget_id) REFERENCES budgets (company_id, id),
            FOREIGN KEY (company_id, from_line_id) REFERENCES budget_line_items (company_id, id),
            FOREIGN KEY (company_id, to_line_id) REFERENCES budget_line_items (company_id, id))
        """,
        "CREATE UNIQUE INDEX modifications_number ON budget_modifications (company_id, budget_id, number)",
    ]

    private static let exports = [
        """
        CREATE TABLE exports (
            company_id TEXT NOT NULL REFERENCES companies (id), id TEXT NOT NULL,
            budget_id TEXT NOT NULL, project_id TEXT NOT NULL,
            number BIGINT NOT NULL, kind TEXT NOT NULL, sent_by TEXT NOT NULL, sent_at BIGINT NOT NULL,
            state TEXT NOT NULL, detail TEXT NOT NULL, is_open BIGINT NOT NULL CHECK (is_open IN (0, 1)),
            is_in_quickbooks BIGINT NOT NULL CHECK (is_in_quickbooks IN (0, 1)), digest TEXT NOT NULL,
            accepted_by TEXT, accepted_at BIGINT,
            PRIMARY KEY (company_id, id),
            FOREIGN KEY (company_id, budget_id) REFERENCES budgets (company_id, id),
            FOREIGN KEY (company_id, project_id) REFERENCES projects (company_id, id))
        """,
        "CREATE UNIQUE INDEX exports_number ON exports (company_id, budget_id, number)",
        "CREATE UNIQUE INDEX exports_one_open ON exports (company_id, budget_id) WHERE is_open = 1",
        "CREATE INDEX exports_state ON exports (company_id, state)",
        "CREATE INDEX exports_project ON exports (company_id, project_id)",
        """
        CREATE TABLE export_transactions (
            company_id TEXT NOT NULL REFERENCES companies (id), id TEXT NOT NULL,
            export_id TEXT NOT NULL, budget_id TEXT NOT NULL, position BIGINT NOT NULL,
            mark TEXT NOT NULL, line_id TEXT NOT NULL, cost_code_id TEXT NOT NULL, cost_code_text TEXT NOT NULL,
            cost_type TEXT NOT NULL, kind TEXT NOT NULL, modification_id TEXT, amount BIGINT NOT NULL,
            description TEXT NOT NULL,
            PRIMARY KEY (company_id, id),
            FOREIGN KEY (company_id, export_id) REFERENCES exports (company_id, id))
        """,
        "CREATE UNIQUE INDEX transactions_mark ON export_transactions (company_id, mark)",
        "CREATE UNIQUE INDEX transactions_position ON export_transactions (company_id, export_id, position)",
        """
        CREATE TABLE estimates (
            company_id TEXT NOT NULL REFERENCES companies (id), project_id TEXT NOT NULL,
            number TEXT NOT NULL, guid TEXT NOT NULL, txn_id TEXT, edit_sequence TEXT, total BIGINT, read_at BIGINT,
            PRIMARY KEY (company_id, project_id),
            FOREIGN KEY (company_id, project_id) REFERENCES projects (company_id, id))
        """,
        "CREATE UNIQUE INDEX estimates_number ON estimates (company_id, number)",
        """
        CREATE TABLE estimate_lines (
            company_id TEXT NOT NULL REFERENCES companies (id), project_id TEXT NOT NULL, position BIGINT NOT NULL,
            txn_line_id TEXT NOT NULL, item_list_id TEXT, item_name TEXT NOT NULL, mark TEXT, amount BIGINT NOT NULL,
            description TEXT NOT NULL, PRIMARY KEY (company_id, project_id, position))
        """,
    ]

    private static let connector = [
        """
        CREATE TABLE connections (
            company_id TEXT NOT NULL REFERENCES companies (id), id TEXT NOT NULL, user_name TEXT NOT NULL,
            password_digest TEXT NOT NULL, file_id TEXT NOT NULL, bound_company TEXT, bound_path TEXT, bound_at BIGINT,
            last_contact_at BIGINT, last_session TEXT, costs_requested_at BIGINT, costs_read_at BIGINT,
            costs_read_id TEXT, refused_sign_ins BIGINT NOT NULL DEFAULT 0, last_refused_at BIGINT,
            PRIMARY KEY (company_id, id))
        """,
        "CREATE UNIQUE INDEX connections_user_name ON connections (user_name)",
        "CREATE UNIQUE INDEX connections_company ON connections (company_id)",
        """
        CREATE TABLE connector_sessions (
            company_id TEXT NOT NULL REFERENCES companies (id), ticket_digest TEXT NOT NULL,
            connection_id TEXT NOT NULL, opened_at BIGINT NOT NULL,
            last_call_at BIGINT NOT NULL, closed_at BIGINT, state TEXT NOT NULL,
            PRIMARY KEY (company_id, ticket_digest),
            FOREIGN KEY (company_id, connection_id) REFERENCES connections (company_id, id))
        """,
        """
        CREATE UNIQUE INDEX sessions_one_open ON connector_sessions (company_id, connection_id)
            WHERE closed_at IS NULL
        """,
        """
        CREATE TABLE message_sets (
            company_id TEXT NOT NULL REFERENCES companies (id), id TEXT NOT NULL,
            connection_id TEXT NOT NULL, purpose TEXT NOT NULL, subject TEXT NOT NULL,
            request TEXT NOT NULL, state TEXT NOT NULL, handed_out_at BIGINT NOT NULL, answered_at BIGINT,
            answer TEXT,
            PRIMARY KEY (company_id, id),
            FOREIGN KEY (company_id, connection_id) REFERENCES connections (company_id, id))
        """,
        """
        CREATE UNIQUE INDEX message_sets_one_in_flight ON message_sets (company_id, connection_id)
            WHERE state IN ('handed out', 'unknown', 'inconclusive')
        """,
    ]

    private static let jobCostsAndAudit = [
        """
        CREATE TABLE job_cost_lines (
            company_id TEXT NOT NULL REFERENCES companies (id), read_id TEXT NOT NULL, project_id TEXT NOT NULL,
            kind TEXT NOT NULL, txn_id TEXT NOT NULL, txn_line_id TEXT NOT NULL, date TEXT NOT NULL,
            number TEXT NOT NULL, party TEXT NOT NULL, item_list_id TEXT, item_or_account TEXT NOT NULL,
            amount BIGINT NOT NULL, PRIMARY KEY (company_id, read_id, kind, txn_id, txn_line_id))
        """,
        "CREATE INDEX job_cost_lines_project ON job_cost_lines (company_id, read_id, project_id)",
        """
        CREATE TABLE audit_entries (
            company_id TEXT NOT NULL REFERENCES companies (id), number BIGINT NOT NULL, at BIGINT NOT NULL,
            actor_id TEXT, actor_name TEXT NOT NULL, act TEXT NOT NULL, subject TEXT NOT NULL, details TEXT NOT NULL,
            PRIMARY KEY (company_id, number))
        """,
    ]
}
