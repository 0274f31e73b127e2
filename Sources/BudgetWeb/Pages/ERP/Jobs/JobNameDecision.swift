import BudgetDomain
import BudgetOperations
import MarkupBytes

/// What is asked where somebody gave a linked job another name in QuickBooks.
enum JobNameDecision {
    static func card(_ project: Project, _ signedIn: SignedInPerson, on visit: Visit) -> HTML {
        guard let rename = project.jobRename else { return .nothing }
        let refusals = signedIn.person.refusals(of: .acceptOrRejectExport)
        let acts: HTML =
            refusals.isEmpty
            ? .tag(
                "div", [.class("side-by-side")],
                form("take-name", "Give the project this name", .main, rename, project, on: visit),
                form("keep-name", "Keep the project's name", .ordinary, rename, project, on: visit))
            : [
                .button("Give the project this name", id: "take-name-reason", refusedFor: refusals),
                .button("Keep the project's name", id: "keep-name-reason", refusedFor: refusals),
            ]
        return .notice(
            "The job has another name", .waiting,
            .p(.text("QuickBooks calls the job \(rename.to) now; it was \(rename.from).")),
            .p(.text("The project is called \(project.name). QuickBooks keeps its name, whatever is decided here.")),
            acts)
    }

    private static func form(
        _ way: String, _ label: String, _ weight: ButtonWeight, _ rename: JobRename, _ project: Project,
        on visit: Visit
    ) -> HTML {
        .form(
            to: Site.erpJob.link(project.number), on: visit, .hidden("way", way), .hidden("seen", rename.to),
            .button(label, weight))
    }
}
