/// What a move carries, a table before those that refer to it. A test holds the list equal to the schema, so a new
/// table or column cannot be forgotten.
package enum MovedTables {
    static let inOrder: [MovedTable] = people + signIn + budgets + exports + connector + webhooks

    /// Every table with rows of a company.
    package static var names: [String] { inOrder.map(\.name) }

    /// Tables whose rows mean nothing in another database: what its own migrations write, which server does what, who
    /// guessed wrong at the old place, and links to it.
    static let left: Set<String> = ["schema_migrations", "leases", "sign_in_attempts", "set_up_links"]

    private static let people = [
        MovedTable(
            "companies", key: "id",
            "name currency allows_grand_total sender_may_not_approve uses_sub_items adds_cost_codes"),
        MovedTable(
            "people", key: "company_id id", "name email privilege_by privilege_at deactivated_by deactivated_at"),
        MovedTable("permission_templates", key: "company_id name", "levels rights"),
        MovedTable("permissions", key: "company_id person_id project_id", "levels rights"),
        MovedTable(
            "privilege_requests", key: "company_id id",
            "person_id reason asked_at answer answered_by answered_at comment is_withdrawn"),
        MovedTable("cost_types", key: "company_id code", "name"),
        MovedTable("cost_codes", key: "company_id id", "code title parent_code"),
        MovedTable(
            "projects", key: "company_id id",
            """
            number name is_erp_integrated sync_state job_customer job_link list_id full_name fault list_condition \
            seen_at job_name
            """),
        MovedTable(
            "items", key: "company_id cost_code_id cost_type",
            "sync_state income_account expense_account list_id full_name fault list_condition seen_at"),
    ]

    private static let signIn = [
        MovedTable("credentials", key: "company_id person_id", "salt cost digest changed_at"),
        MovedTable(
            "browser_sessions", key: "company_id digest",
            "id person_id created_at last_used_at expires_at address user_agent"),
        MovedTable("known_devices", key: "company_id digest", "person_id seen_at"),
        MovedTable("sign_in_steps", key: "company_id digest", "person_id expires_at"),
        MovedTable("sign_in_links", key: "company_id digest", "person_id purpose expires_at"),
        MovedTable("second_factors", key: "company_id person_id", "secret confirmed_at last_step"),
        MovedTable("recovery_codes", key: "company_id person_id digest", ""),
    ]

    private static let budgets = [
        MovedTable("budgets", key: "company_id id", "project_id locked_by locked_at"),
        MovedTable(
            "budget_line_items", key: "company_id id",
            """
            budget_id position sub_job cost_code_id cost_type custom_segments description quantity unit_of_measure \
            unit_cost original_amount
            """),
        MovedTable(
            "budget_modifications", key: "company_id id",
            "budget_id number from_line_id to_line_id amount notes created_by created_at"),
        MovedTable(
            "budget_commands", key: "company_id id",
            "budget_id person_id number made_at label changes is_undone", mostRows: 8),
    ]

    private static let exports = [
        MovedTable(
            "exports", key: "company_id id",
            """
            budget_id project_id number kind sent_by sent_at state detail is_open is_in_quickbooks digest accepted_by \
            accepted_at
            """),
        MovedTable(
            "export_transactions", key: "company_id id",
            """
            export_id budget_id position mark line_id cost_code_id cost_code_text cost_type kind modification_id \
            amount description adjusts
            """),
        MovedTable(
            "estimates", key: "company_id project_id",
            """
            number guid txn_id edit_sequence total read_at former_guids job_list_id job_full_name modified_at \
            deleted_at sound_at txn_date
            """),
        MovedTable(
            "estimate_lines", key: "company_id project_id position",
            "txn_line_id item_list_id item_name mark amount description"),
        MovedTable(
            "drift_findings", key: "company_id number",
            "project_id difference found_at sound_at modified_at is_older_copy decision resolved_at decided_at"),
        MovedTable("export_previews", key: "company_id export_id", "digest text accepted_at", mostRows: 8),
    ]

    private static let connector = [
        MovedTable(
            "connections", key: "company_id id",
            """
            user_name password_digest file_id bound_company bound_path bound_at last_contact_at last_session \
            costs_requested_at costs_read_at costs_read_id refused_sign_ins last_refused_at \
            job_list_requested_at job_list_read_at job_list_read_id job_list_problem qwc_taken_at \
            failing_since failure
            """),
        MovedTable("listed_jobs", key: "company_id read_id list_id", "full_name sublevel"),
        MovedTable("archived_jobs", key: "company_id list_id", "full_name archived_by archived_at"),
        MovedTable(
            "company_files", key: "company_id connection_id",
            "name product version is_using_estimates closing_date is_multi_currency home_currency seen_at"),
        MovedTable(
            "connector_sessions", key: "company_id ticket_digest",
            "connection_id opened_at last_call_at closed_at state address", mostRows: 100),
        MovedTable(
            "message_sets", key: "company_id id",
            "connection_id purpose subject request state handed_out_at answered_at answer", mostRows: 8),
        MovedTable(
            "budget_uploads", key: "company_id id", "project_id person_id name bytes uploaded_at", mostRows: 1),
        MovedTable(
            "transcripts", key: "company_id id", "session_id asked_at at step code is_trouble request answer",
            mostRows: 8),
        MovedTable(
            "job_cost_lines", key: "company_id read_id kind txn_id txn_line_id",
            "project_id date number party item_list_id item_or_account amount"),
        MovedTable(
            "audit_entries", key: "company_id number",
            "at actor_id actor_name act subject details memento hash", isAppendOnly: true),
    ]

    private static let webhooks = [
        MovedTable("webhooks", key: "company_id", "url secret set_at"),
        MovedTable(
            "outbox", key: "company_id id",
            "topic payload created_at attempts due_at claimed_by claimed_until delivered_at last_problem",
            mostRows: 100),
    ]
}
