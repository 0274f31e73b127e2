import BudgetDomain
import SQLDatabase

extension Transaction {
    /// Leaves a message for the company's webhook, in the transaction of what it tells. Without a webhook nothing is
    /// kept.
    func announce(_ notice: ExportNotice, about export: Export, in company: Company, at now: Instant) throws {
        let project = try row(
            """
            SELECT p.number FROM webhooks w
            JOIN exports e ON e.company_id = w.company_id
            JOIN projects p ON p.company_id = e.company_id AND p.id = e.project_id
            WHERE w.company_id = $1 AND e.id = $2
            """, [.text(company.id.text), .text(export.id.text)])
        guard let project else { return }
        let message = ExportMessage(notice, about: export, project: try project.text(0), of: company, at: now)
        try execute(
            """
            INSERT INTO outbox (company_id, id, topic, payload, created_at, due_at) VALUES ($1, $2, $3, $4, $5, $5)
            ON CONFLICT (company_id, id) DO NOTHING
            """,
            [
                .text(company.id.text), .text(message.id), .text(message.type), .text(try StoredText.encode(message)),
                .integer(now.microsecondsSince1970),
            ])
        try notify(Plumbline.outboxChannel)
    }
}
