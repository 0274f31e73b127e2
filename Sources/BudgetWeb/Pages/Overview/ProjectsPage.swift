import BudgetOperations
import MarkupBytes

/// All projects of the company.
enum ProjectsPage {
    static let route = PageRoute.signedIn(
        Site.projects,
        get: { visit, signedIn in
            .page(
                Page(
                    "Projects", section: .projects,
                    try await ProjectList.html(of: signedIn, on: visit, caption: "Projects")))
        })
}
