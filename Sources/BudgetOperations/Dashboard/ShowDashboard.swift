package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// What the first page shows to this person, by their rights company-wide and on each project.
    ///
    /// It takes the same eleven statements for one project and for a thousand.
    package func dashboard(of companyID: ID<Company>, by personID: ID<Person>) async throws -> Dashboard {
        let now = clock.now()
        return try await database.read(of: companyID) { tx in
            let company = try tx.company(companyID)
            let person = try tx.person(personID, of: companyID)
            try person.requireActive()
            let viewer = Dashboard.Viewer(
                person: person, onProjects: try tx.permissionsByProject(of: person), company: company)
            let projects = try tx.dashboardProjects(of: company)
            let open = try tx.openExports(in: company, drift: try tx.driftByProject(of: companyID), at: now)
            let decidable = open.filter { viewer.may(.acceptOrRejectExport, on: $0.project) }
            let requests =
                person.mayGrantAccountingPrivilege ? try tx.openPrivilegeRequests(of: companyID) : []
            let seen = open.filter {
                viewer.may(.viewBudget, on: $0.project) || viewer.may(.viewERPLists, on: $0.project)
            }
            let costs = try tx.projectCosts(projects, in: company, by: viewer)
            return Dashboard(
                toSend: Listed(try tx.budgetsToSend(projects, open: open, by: viewer), most: 5),
                toDecide: Listed(decidable.filter { $0.isUndecided && viewer.mayDecide($0) }, most: 5),
                failed: Listed(decidable.filter { $0.export.state.name == .failedToExport }, most: 5),
                differing: Listed(decidable.filter { $0.export.state.name == .mismatched }, most: 5),
                requests: Listed(requests, most: 5), closed: Listed(seen, most: 10),
                connection: try tx.connection(of: companyID), costs: Listed(costs, most: 10),
                projectsOver: costs.count(where: \.remaining.isNegative))
        }
    }
}

extension Dashboard {
    /// Who looks, and what they may on which project.
    struct Viewer {
        let person: Person
        let onProjects: [ID<Project>: Permissions]
        let company: Company

        func may(_ act: PermittedAct, on project: ID<Project>) -> Bool {
            var person = person
            person.permissions = person.permissions.overridden(by: onProjects[project])
            return PermissionTable.requirement(for: act).isMet(by: person)
        }

        /// Whoever sent it may not accept it where the company separates the two duties.
        func mayDecide(_ open: OpenExport) -> Bool {
            !company.settings.senderMayNotApprove || open.export.sentBy != person.id
        }
    }
}
