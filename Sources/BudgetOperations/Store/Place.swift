import BudgetDomain
import SQLDatabase

/// Where an act takes place and who acts: loaded first by every verb on a project.
struct Place {
    let company: Company
    let project: Project
    /// With the permissions in force on the project.
    let person: Person

    var actor: Actor { .person(person.id, name: person.name) }
}

extension Transaction {
    func place(project number: String, company id: ID<Company>, person personID: ID<Person>) throws -> Place {
        let company = try company(id)
        let project = try project(number: number, of: id)
        return Place(company: company, project: project, person: try person(personID, of: id, on: project.id))
    }

    /// What the project's budget needs around it before it can travel.
    func prerequisites(of place: Place) throws -> SendPrerequisites {
        SendPrerequisites(
            project: place.project, items: try items(of: place.company.id),
            usesSubItems: place.company.settings.usesSubItems)
    }
}
