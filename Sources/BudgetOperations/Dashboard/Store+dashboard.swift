import BudgetDomain
import SQLDatabase

/// What was found changed in a project's estimate, and is not resolved.
struct OpenDrift {
    /// When it was found, after budget and estimate were equal; nil where they never were.
    let foundAt: Instant?
    /// When an approver last decided on it.
    let decidedAt: Instant?
}

/// A project as the first page looks at it.
struct DashboardProject {
    let id: ID<Project>
    let budget: ID<Budget>
    let number: String
    let name: String
    let isERPIntegrated: Bool
    let hasLines: Bool
    let lockedAt: Instant?
    let modifiedAt: Instant?
    let revised: Money
}

extension Transaction {
    /// What a person has on single projects, in place of what they have everywhere.
    func permissionsByProject(of person: Person) throws -> [ID<Project>: Permissions] {
        let rows = try rows(
            """
            SELECT project_id, levels, rights FROM permissions
            WHERE company_id = $1 AND person_id = $2 AND project_id <> ''
            """, [.text(person.company.text), .text(person.id.text)])
        return Dictionary(
            uniqueKeysWithValues: try rows.map { row in
                (ID(try row.text(0)), try PermissionsText.permissions(levels: row.text(1), rights: row.text(2)))
            })
    }

    /// Modifications between two lines leave the total as it is, so only one-sided ones are summed.
    func dashboardProjects(of company: Company) throws -> [DashboardProject] {
        try rows(
            """
            SELECT p.id, b.id, p.number, p.name, p.is_erp_integrated, b.locked_at,
                (SELECT MAX(m.created_at) FROM budget_modifications m
                    WHERE m.company_id = b.company_id AND m.budget_id = b.id) AS modified_at,
                (SELECT CAST(COALESCE(SUM(l.original_amount), 0) AS BIGINT) FROM budget_line_items l
                    WHERE l.company_id = b.company_id AND l.budget_id = b.id) AS original,
                (SELECT CAST(COALESCE(SUM(m.amount), 0) AS BIGINT) FROM budget_modifications m
                    WHERE m.company_id = b.company_id AND m.budget_id = b.id AND m.from_line_id IS NULL) AS one_sided,
                (SELECT COUNT(*) FROM budget_line_items l
                    WHERE l.company_id = b.company_id AND l.budget_id = b.id) AS lines
            FROM projects p JOIN budgets b ON b.company_id = p.company_id AND b.project_id = p.id
            WHERE p.company_id = $1 ORDER BY p.number
            """, [.text(company.id.text)]
        ).map { row in
            let original = Money(minorUnits: try row.integer(7), currency: company.currency)
            let oneSided = Money(minorUnits: try row.integer(8), currency: company.currency)
            return DashboardProject(
                id: ID(try row.text(0)), budget: ID(try row.text(1)), number: try row.text(2), name: try row.text(3),
                isERPIntegrated: try row.integer(4) == 1, hasLines: try row.integer(9) > 0,
                lockedAt: try row.optionalInteger(5).map(Instant.init(microsecondsSince1970:)),
                modifiedAt: try row.optionalInteger(6).map(Instant.init(microsecondsSince1970:)),
                revised: try original + oneSided)
        }
    }

    /// Where QuickBooks differs from what was accepted, by project.
    func driftByProject(of company: ID<Company>) throws -> [ID<Project>: OpenDrift] {
        let rows = try rows(
            """
            SELECT project_id, MIN(CASE WHEN sound_at IS NOT NULL THEN found_at END), MAX(decided_at)
            FROM drift_findings WHERE company_id = $1 AND resolved_at IS NULL GROUP BY project_id
            """, [.text(company.text)])
        return Dictionary(
            uniqueKeysWithValues: try rows.map { row in
                (
                    ID(try row.text(0)),
                    OpenDrift(
                        foundAt: try row.optionalInteger(1).map(Instant.init(microsecondsSince1970:)),
                        decidedAt: try row.optionalInteger(2).map(Instant.init(microsecondsSince1970:)))
                )
            })
    }

    /// The open exports: those that are stuck first, then by when they closed their budget.
    func openExports(
        in company: Company, drift: [ID<Project>: OpenDrift], at now: Instant
    ) throws -> [OpenExport] {
        let rows = try rows(
            """
            SELECT e.id, e.budget_id, e.project_id, e.number, e.kind, e.sent_by, e.sent_at, e.state, e.detail,
                e.accepted_at, p.number AS project_number, p.name AS project_name, s.name AS sender
            FROM exports e
            JOIN projects p ON p.company_id = e.company_id AND p.id = e.project_id
            JOIN people s ON s.company_id = e.company_id AND s.id = e.sent_by
            WHERE e.company_id = $1 AND e.is_open = 1
            """, [.text(company.id.text)])
        let open = try rows.map { row in
            let export = try Self.export(row, in: company)
            let project = ID<Project>(try row.text("project_id"))
            let accepted = try row.optionalInteger("accepted_at").map(Instant.init(microsecondsSince1970:))
            let found = drift[project]
            return OpenExport(
                export: export, project: project, projectNumber: try row.text("project_number"),
                projectName: try row.text("project_name"), sentByName: try row.text("sender"),
                closedSince: export.state.mayHaveDrifted ? found?.foundAt ?? export.sentAt : export.sentAt,
                isStuck: export.state.isStuck(
                    onItsWaySince: [accepted, found?.decidedAt].compactMap(\.self).max(), at: now))
        }
        return open.sorted { left, right in
            (left.isStuck ? 0 : 1, left.closedSince, left.projectNumber)
                < (right.isStuck ? 0 : 1, right.closedSince, right.projectNumber)
        }
    }

    func budgetsToSend(
        _ projects: [DashboardProject], open: [OpenExport], by viewer: Dashboard.Viewer
    ) throws -> [BudgetToSend] {
        var history: [ID<Budget>: (written: Instant?, isReturned: Bool)] = [:]
        try forEach(
            """
            SELECT budget_id, MAX(CASE WHEN is_in_quickbooks = 1 THEN sent_at END), MAX(number),
                MAX(CASE WHEN state = 'rejected' THEN number END)
            FROM exports WHERE company_id = $1 GROUP BY budget_id
            """, [.text(viewer.company.id.text)]
        ) { row in
            history[ID(try row.text(0))] = (
                try row.optionalInteger(1).map(Instant.init(microsecondsSince1970:)),
                try row.optionalInteger(3) == row.integer(2)
            )
        }
        let closed = Set(open.map(\.export.budget))
        let waiting = projects.compactMap { project -> BudgetToSend? in
            guard project.isERPIntegrated, !closed.contains(project.budget) else { return nil }
            let before = history[project.budget]
            let budget = BudgetToSend(project, written: before?.written, isReturned: before?.isReturned == true)
            guard let budget else { return nil }
            return viewer.may(budget.reason == .open ? .lockBudget : .sendOrRetrieve, on: project.id) ? budget : nil
        }
        // Nobody waits for what is still being made: it comes last.
        return waiting.filter { $0.reason != .open } + waiting.filter { $0.reason == .open }
    }

    func projectCosts(
        _ projects: [DashboardProject], in company: Company, by viewer: Dashboard.Viewer
    ) throws -> [ProjectCosts] {
        var actual: [ID<Project>: Int64] = [:]
        try forEach(
            """
            SELECT j.project_id, CAST(SUM(j.amount) AS BIGINT) FROM job_cost_lines j
            WHERE j.company_id = $1 AND j.kind <> 'purchase order'
                AND j.read_id = (SELECT c.costs_read_id FROM connections c WHERE c.company_id = $1)
            GROUP BY j.project_id
            """, [.text(company.id.text)]
        ) { row in
            actual[ID(try row.text(0))] = try row.integer(1)
        }
        let costs = try projects.compactMap { project -> ProjectCosts? in
            guard let units = actual[project.id], viewer.may(.viewProjectJobCosts, on: project.id) else { return nil }
            let cost = Money(minorUnits: units, currency: company.currency)
            return ProjectCosts(
                projectNumber: project.number, projectName: project.name, revised: project.revised, actual: cost,
                remaining: try project.revised - cost)
        }
        return costs.sorted {
            ($0.remaining.minorUnits, $0.projectNumber) < ($1.remaining.minorUnits, $1.projectNumber)
        }
    }
}

extension BudgetToSend {
    /// Nil where nothing has to be sent: what was neither locked nor modified after it was sent is in QuickBooks.
    fileprivate init?(_ project: DashboardProject, written: Instant?, isReturned: Bool) {
        let touched = [project.lockedAt, project.modifiedAt].compactMap(\.self).max()
        if isReturned {
            self.init(
                projectNumber: project.number, projectName: project.name, reason: .returned, since: touched)
            return
        }
        guard let lockedAt = project.lockedAt else {
            guard project.hasLines else { return nil }
            self.init(projectNumber: project.number, projectName: project.name, reason: .open, since: nil)
            return
        }
        guard let written else {
            self.init(
                projectNumber: project.number, projectName: project.name, reason: .neverSent, since: lockedAt)
            return
        }
        guard let touched, touched > written else { return nil }
        self.init(projectNumber: project.number, projectName: project.name, reason: .changed, since: touched)
    }
}

extension ExportState {
    /// Whether a difference in QuickBooks may have closed the budget again, after the export had opened it.
    fileprivate var mayHaveDrifted: Bool {
        switch self {
        case .awaitingJobCosts, .mismatched, .rewriting: true
        case .readyToExport, .invalid, .exporting, .synced, .failedToExport, .rejected, .retrieved: false
        }
    }

    /// Whether it has been on its way for too long. What waits for a person is not stuck.
    /// - Parameter start: when an approver accepted it, or decided on a difference.
    fileprivate func isStuck(onItsWaySince start: Instant?, at now: Instant) -> Bool {
        switch self {
        case .exporting, .rewriting, .awaitingJobCosts:
            start.map { now.seconds(since: $0) > OpenExport.stuckAfterSeconds } ?? false
        case .readyToExport, .invalid, .mismatched, .synced, .failedToExport, .rejected, .retrieved:
            false
        }
    }
}
