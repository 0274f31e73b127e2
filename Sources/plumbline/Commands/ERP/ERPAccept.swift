import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ERPAccept: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Accept what was sent, so that it goes to QuickBooks.",
        discussion: "Shows what will be written and asks first; --yes answers the question in advance.")

    @Argument(help: "The project's number.")
    var project: String

    @Flag(help: "Accept without being asked.")
    var yes = false

    @OptionGroup var shared: SharedOptions

    static let caution = """
        This cannot be taken back: once QuickBooks holds the estimate, corrections are further modifications.
        """

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let person = try await scope.person(of: company)
        let detail = try await scope.plumbline.exportDetail(of: project, in: company.id, by: person.id)
        let preview = try await scope.plumbline.exportPreview(of: project, in: company.id, by: person.id)
        // What cannot be accepted is refused below, with its reason; nobody need agree to that.
        if !yes, detail.summary.export.state == .readyToExport {
            guard try agrees(to: detail, preview, on: scope.terminal) else {
                return Report(["Nothing was accepted."], json: DoneJSON(done: "nothing"))
            }
        }
        let export = try await scope.plumbline.acceptExport(
            of: project, in: company.id, by: person.id, seen: preview.digest)
        let updates = yes ? try detail.budgetUpdates() : []
        return Report(
            updates + [
                "Accepted: export \(export.number) of \(project), \(detail.summary.total.description).",
                "The next run of the QuickBooks Web Connector writes it. Until its amounts are read back, the budget",
                "cannot be unlocked, sent, or given lines or modifications. Follow it with `plumbline erp show`.",
            ], json: ExportJSON(export, project: project))
    }

    private func agrees(to detail: ExportDetail, _ preview: ExportPreview, on terminal: Terminal) throws -> Bool {
        guard terminal.canAsk else {
            throw ValidationError("Nobody is there to ask. \(Self.caution) Add --yes to accept.")
        }
        let page = Report(
            try detail.budgetUpdates() + preview.preflight.blocks
                + [
                    .blank, "Line by line, with what does not survive the trip: `plumbline erp preview \(project)`.",
                    .line(Self.caution),
                ], json: DoneJSON(done: "asked"))
        terminal.writeError(page.text(width: terminal.width))
        return terminal.agrees(to: "Accept and export to QuickBooks?")
    }
}
