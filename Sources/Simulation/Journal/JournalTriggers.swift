/// One trigger for each kind of change that the journal notes.
enum JournalTriggers {
    static let all: [String] =
        exports + messageSets + budgets + people + [
            trigger(
                "audited", "INSERT ON main.audit_entries", "audited", "NEW.company_id", "NEW.subject",
                old: "COALESCE(NEW.actor_id, '')", new: "NEW.act", number: "NEW.number", text: "NEW.details"),
            trigger(
                "audit_changed", "UPDATE ON main.audit_entries", "audit altered", "OLD.company_id", "OLD.subject",
                new: "OLD.act", number: "OLD.number"),
            trigger(
                "audit_removed", "DELETE ON main.audit_entries", "audit altered", "OLD.company_id", "OLD.subject",
                new: "OLD.act", number: "OLD.number"),
        ]

    private static let exports = [
        trigger(
            "export_sent", "INSERT ON main.exports", "export sent", "NEW.company_id", "NEW.id",
            old: lock("NEW"), new: "NEW.state", number: "NEW.number", text: "NEW.budget_id"),
        trigger(
            "export_moved", "UPDATE OF state ON main.exports", "export moved", "NEW.company_id", "NEW.id",
            old: "OLD.state", new: "NEW.state", number: "NEW.number", text: "NEW.detail"),
        trigger(
            "export_accepted", "UPDATE OF accepted_by ON main.exports", "export accepted", "NEW.company_id",
            "NEW.id", old: "COALESCE(OLD.accepted_by, '')", new: "COALESCE(NEW.accepted_by, '')"),
        trigger(
            "export_altered",
            "UPDATE OF id, budget_id, project_id, number, kind, sent_by, sent_at, digest ON main.exports",
            "export altered", "OLD.company_id", "OLD.id"),
        trigger("export_removed", "DELETE ON main.exports", "export altered", "OLD.company_id", "OLD.id"),
        trigger(
            "transaction_added", "INSERT ON main.export_transactions", "transaction added", "NEW.company_id",
            "NEW.export_id", old: "NEW.mark", new: exportState("NEW"), number: "NEW.amount"),
        trigger(
            "transaction_changed", "UPDATE ON main.export_transactions", "transaction altered", "OLD.company_id",
            "OLD.export_id", old: "OLD.mark"),
        trigger(
            "transaction_removed", "DELETE ON main.export_transactions", "transaction altered", "OLD.company_id",
            "OLD.export_id", old: "OLD.mark"),
    ]

    private static let messageSets = [
        trigger(
            "set_stored", "INSERT ON main.message_sets", "set stored", "NEW.company_id", "NEW.id",
            new: "NEW.state", text: "NEW.request"),
        trigger(
            "set_moved", "UPDATE OF state ON main.message_sets", "set moved", "NEW.company_id", "NEW.id",
            old: "OLD.state", new: "NEW.state"),
        trigger(
            "set_changed", "UPDATE OF id, request, subject, purpose ON main.message_sets", "set altered",
            "OLD.company_id", "OLD.id"),
        trigger("set_removed", "DELETE ON main.message_sets", "set altered", "OLD.company_id", "OLD.id"),
        trigger(
            "session_opened", "INSERT ON main.connector_sessions", "session opened", "NEW.company_id",
            "NEW.ticket_digest"),
        trigger(
            "session_closed",
            "UPDATE OF closed_at ON main.connector_sessions WHEN OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL",
            "session closed", "NEW.company_id", "NEW.ticket_digest"),
        trigger(
            "session_revived", "UPDATE OF state ON main.connector_sessions WHEN OLD.closed_at IS NOT NULL",
            "session revived", "NEW.company_id", "NEW.ticket_digest"),
        trigger(
            "file_bound", "UPDATE OF bound_company ON main.connections", "file bound", "NEW.company_id", "NEW.id",
            old: "COALESCE(OLD.bound_company, '')", new: "COALESCE(NEW.bound_company, '')"),
    ]

    private static let budgets = [
        onBudget("line_added", "INSERT ON main.budget_line_items", "line added", "NEW", "NEW.original_amount"),
        onBudget(
            "line_changed",
            "UPDATE OF original_amount ON main.budget_line_items WHEN OLD.original_amount <> NEW.original_amount",
            "line changed", "NEW", "NEW.original_amount - OLD.original_amount"),
        onBudget("line_deleted", "DELETE ON main.budget_line_items", "line deleted", "OLD", "OLD.original_amount"),
        onBudget(
            "modification_added", "INSERT ON main.budget_modifications", "modification added", "NEW",
            "NEW.amount"),
        onBudget(
            "modification_removed", "DELETE ON main.budget_modifications", "modification removed", "OLD",
            "OLD.amount"),
        onBudget(
            "modification_changed", "UPDATE ON main.budget_modifications", "modification altered", "OLD",
            "OLD.amount"),
        trigger(
            "lock_changed", "UPDATE OF locked_by ON main.budgets WHEN OLD.locked_by IS NOT NEW.locked_by",
            "lock changed", "NEW.company_id", "NEW.id", old: "COALESCE(NEW.locked_by, '')",
            new: openExport("NEW.company_id", "NEW.id")),
    ]

    private static let people = [
        trigger("rights_added", "INSERT ON main.permissions", "rights changed", "NEW.company_id", "NEW.person_id"),
        trigger("rights_changed", "UPDATE ON main.permissions", "rights changed", "NEW.company_id", "NEW.person_id"),
        trigger("privilege_changed", "UPDATE ON main.people", "rights changed", "NEW.company_id", "NEW.id"),
        trigger("settings_changed", "UPDATE ON main.companies", "settings changed", "NEW.id", "NEW.id"),
    ]

    private static func exportState(_ row: String) -> String {
        "COALESCE((SELECT state FROM exports WHERE company_id = \(row).company_id AND id = \(row).export_id), '')"
    }

    /// The state of the budget's open export, told by the state itself and not by its flag.
    private static func openExport(_ company: String, _ budget: String) -> String {
        """
        COALESCE((SELECT state FROM exports WHERE company_id = \(company) AND budget_id = \(budget)
            AND state NOT IN ('synced', 'rejected', 'retrieved') LIMIT 1), '')
        """
    }

    /// `locked` or nothing.
    private static func lock(_ row: String) -> String {
        """
        COALESCE((SELECT CASE WHEN locked_by IS NULL THEN '' ELSE 'locked' END FROM budgets
            WHERE company_id = \(row).company_id AND id = \(row).budget_id), '')
        """
    }

    private static func onBudget(
        _ name: String, _ event: String, _ kind: String, _ row: String, _ number: String
    ) -> String {
        trigger(
            name, event, kind, "\(row).company_id", "\(row).id", old: lock(row),
            new: openExport("\(row).company_id", "\(row).budget_id"), number: number)
    }

    private static func trigger(
        _ name: String, _ event: String, _ kind: String, _ company: String, _ subject: String, old: String = "''",
        new: String = "''", number: String = "0", text: String = "''"
    ) -> String {
        """
        CREATE TEMP TRIGGER journal_\(name) AFTER \(event)
        BEGIN
            INSERT INTO journal (kind, company, subject, old, new, number, text)
            VALUES ('\(kind)', \(company), \(subject), \(old), \(new), \(number), \(text));
        END
        """
    }
}
