import BudgetDomain
import BudgetOperations
import HTTPTypes
import MarkupBytes

/// Where a budget file is imported: it is uploaded, its columns are recognised and can be chosen, everything wrong is
/// shown in its place, and only then is it stored: all of it or nothing.
enum ImportPage {
    static let route = PageRoute.signedIn(Site.budgetImport, get: show, post: take)
        .taking(fileOf: ImportLimits.standard.bytes)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.budgetImport)
        guard let choices = ImportChoices(visit.query) else {
            let view = try await visit.plumbline.budget(of: number, in: signedIn.company.id, by: signedIn.person.id)
            return .page(start(view, on: visit))
        }
        return try await preview(choices, of: number, visit, signedIn)
    }

    @Sendable private static func take(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        if let file = visit.file { return try await keep(file, visit, signedIn) }
        guard let choices = ImportChoices(visit.form) else {
            let number = visit.part(Site.budgetImport)
            let view = try await visit.plumbline.budget(of: number, in: signedIn.company.id, by: signedIn.person.id)
            return .page(start(view, on: visit, problem: "Choose a file first."), status: .unprocessableContent)
        }
        return try await commit(choices, visit, signedIn)
    }

    private static func keep(
        _ file: UploadedFile, _ visit: Visit, _ signedIn: SignedInPerson
    ) async throws -> PageAnswer {
        let number = visit.part(Site.budgetImport)
        let id = try await visit.plumbline.keepUpload(
            file.bytes, name: file.name, for: number, in: signedIn.company.id, by: signedIn.person.id)
        return .seeOther(Site.budgetImport.link(number).with("file", id.text))
    }

    private static func commit(
        _ choices: ImportChoices, _ visit: Visit, _ signedIn: SignedInPerson
    ) async throws -> PageAnswer {
        let number = visit.part(Site.budgetImport)
        let company = signedIn.company.id
        guard
            let upload = try await visit.plumbline.upload(
                choices.upload, for: number, in: company, by: signedIn.person.id)
        else { return try await gone(number, visit, signedIn) }
        let outcome = try await visit.plumbline.importBudget(
            file: upload.bytes, named: upload.name, overrides: [:], mapping: choices.mapping,
            addsCostCodes: choices.addsCostCodes, into: number, in: company, by: signedIn.person.id)
        // Something changed since the preview: it is shown again, and says what.
        guard case .imported = outcome else { return try await preview(choices, of: number, visit, signedIn) }
        try await visit.plumbline.discardUpload(for: number, in: company, by: signedIn.person.id)
        return .seeOther(Site.budget.link(number), flash: .budgetImported)
    }

    private static func preview(
        _ choices: ImportChoices, of number: String, _ visit: Visit, _ signedIn: SignedInPerson
    ) async throws -> PageAnswer {
        let company = signedIn.company.id
        guard
            let upload = try await visit.plumbline.upload(
                choices.upload, for: number, in: company, by: signedIn.person.id)
        else { return try await gone(number, visit, signedIn) }
        let preview = try await visit.plumbline.previewBudgetImport(
            file: upload.bytes, mapping: choices.mapping, addsCostCodes: choices.addsCostCodes, into: number,
            in: company, by: signedIn.person.id)
        return .page(ImportPreviewPage(number: number, upload: upload, choices: choices, preview: preview).page(visit))
    }

    private static func gone(
        _ number: String, _ visit: Visit, _ signedIn: SignedInPerson
    ) async throws -> PageAnswer {
        let view = try await visit.plumbline.budget(of: number, in: signedIn.company.id, by: signedIn.person.id)
        return .page(
            start(view, on: visit, problem: "That file is kept no more: choose it again."), status: .notFound)
    }
}

// The first step.
extension ImportPage {
    private static func start(_ view: BudgetView, on visit: Visit, problem: String? = nil) -> Page {
        let number = view.project.number
        let refusals = view.refusalsToViewer(of: .importBudget)
        return Page(
            "Import a budget into \(number)", section: .projects, .projectTabs(of: number, current: nil),
            refusals.isEmpty
                ? upload(to: number, on: visit, problem: problem)
                : [.refusal(refusals, title: "Nothing can be imported now"), BudgetActs.bar(view, on: visit)],
            .card(
                "What the file looks like",
                .p(
                    """
                    Comma-, semicolon- or tab-separated text, as every spreadsheet saves it (“CSV UTF-8”): a row of \
                    headers, then a row for each budget code with at least its cost code and its amount, or a quantity \
                    and a unit cost. The file that Procore's budget page exports is read as it is.
                    """),
                .p(
                    """
                    New budget codes are added, known ones take the file's amounts, and nothing is deleted. You see \
                    what would happen before anything is stored.
                    """)),
            .p(.a(Site.budget.link(number), "Cancel")))
    }

    private static func upload(to number: String, on visit: Visit, problem: String?) -> HTML {
        .tag(
            "form",
            [
                .named("method", "post"), .named("action", Site.budgetImport.link(number).text),
                .named("enctype", "multipart/form-data"), .class("form card"),
            ],
            .hidden(HTML.formTokenField, visit.formToken),
            .field(
                FormField(
                    name: "file", label: "Budget file", kind: .file(types: ".csv,.tsv,.txt,text/csv"),
                    hint: "At most \(ImportLimits.standard.bytes / 1_000_000) MB and "
                        + "\(ImportLimits.standard.rows / 1_000),000 rows.", problem: problem)),
            .button("Show what it would do", .main))
    }
}
