internal import SQLDatabase
internal import Synchronization

/// Mistakes in who may do what.
enum PeopleMutants {
    static let all: [Mutant] = [
        .text(
            "rights-unchecked", "Everybody is taken for an administrator.",
            "SELECT project_id, levels, rights FROM permissions",
            becomes: """
                SELECT project_id, 'directory=admin;budget=admin;erp integrations=admin;reports=admin' AS levels, rights
                FROM permissions
                """),
        .text(
            "privilege-unchecked", "A revoked privilege to push to accounting goes on working.",
            "SELECT id, name, email, privilege_by, privilege_at, deactivated_by, deactivated_at FROM people",
            becomes: """
                SELECT id, name, email, COALESCE(privilege_by, 'somebody') AS privilege_by,
                    COALESCE(privilege_at, 0) AS privilege_at, deactivated_by, deactivated_at FROM people
                """),
        .text(
            "rights-of-viewers", "A level of read only is taken for Admin.",
            "SELECT project_id, levels, rights FROM permissions",
            becomes: """
                SELECT project_id, REPLACE(levels, 'read only', 'admin') AS levels, rights FROM permissions
                """),
        .text(
            "duties-not-apart", "That the sender may not approve is a setting that nobody asks for.",
            "SELECT id, name, currency, allows_grand_total, sender_may_not_approve,",
            becomes: "SELECT id, name, currency, allows_grand_total, 0 AS sender_may_not_approve,"),
        Mutant(
            name: "somebody-elses-session", statement: "An acceptance runs under whoever acted before on that server."
        ) {
            var hooks = MutantHooks()
            let last = Remembered<SimulatedPerson?>(nil)
            hooks.actor = { act, person in
                let before = last.change { last in
                    defer { last = person }
                    return last
                }
                guard act == .accept, let before,
                    before.email.split(separator: "@").last
                        == person.email.split(separator: "@").last
                else { return person }
                return before
            }
            return hooks
        },
        .statement(
            "approver-not-kept", "Who accepted an export is not stored.", in: "UPDATE exports SET accepted_by"
        ) { _, values in (Mutant.nothing, [values[2]]) },
        .statement(
            "sent-as-accepted", "Sending queues the export for QuickBooks without asking an approver.",
            in: "INSERT INTO exports"
        ) { sql, values in
            var values = values
            values[8] = .text("queued")
            values[9] = .text("{\"attempts\":0}")
            return (sql, values)
        },
        Mutant(
            name: "told-too-early", statement: "A person is told that it is done before it is committed.",
            aim: "told is stored"
        ) {
            var hooks = MutantHooks()
            let count = Remembered(0)
            hooks.losesCommit = {
                count.change { count in
                    count += 1
                    return count.isMultiple(of: 17)
                }
            }
            return hooks
        },
    ]
}
