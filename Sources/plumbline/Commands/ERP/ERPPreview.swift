import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ERPPreview: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Show what QuickBooks will hold after the export, before it is accepted.",
        discussion: """
            A dry run from what was last read of QuickBooks: nothing is asked of it and nothing is changed. The digest \
            at the end stands for exactly what is shown, and is kept with the acceptance.
            """)

    @Argument(help: "The project's number.")
    var project: String

    @Flag(help: "Show also the lines that stay as they are, and the items that are worth the same as before.")
    var all = false

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let preview = try await scope.plumbline.exportPreview(
            of: project, in: company.id, by: try await scope.person(of: company).id)
        let page = PreviewPage(preview: preview, project: project, showsAll: all)
        return Report(page.blocks, json: ExportPreviewJSON(preview, project: project))
    }
}
