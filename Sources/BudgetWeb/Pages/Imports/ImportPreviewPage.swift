import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The second step of an import: the columns, and what would happen or what is wrong.
struct ImportPreviewPage {
    let number: String
    let upload: BudgetUpload
    let choices: ImportChoices
    let preview: BudgetImportPreview

    func page(_ visit: Visit) -> Page {
        Page(
            "Import \(upload.name) into \(number)", section: .projects, .projectTabs(of: number, current: nil),
            outcome(visit), preview.layout.map(columns) ?? .nothing,
            .p(.a(Site.budgetImport.link(number), "Choose another file")))
    }

    private func outcome(_ visit: Visit) -> HTML {
        switch preview.outcome {
        case .problems(let problems, let unlisted):
            ImportProblemsView(problems: problems, unlisted: unlisted, layout: preview.layout).html
        case .ready(let ready):
            [summary(ready, visit), unkept(ready), ImportLinesView.html(ready)]
        }
    }

    private func summary(_ ready: ReadyImport, _ visit: Visit) -> HTML {
        let added = ready.lines.count { $0.fate == .added }
        let unchanged = ready.lines.count { $0.fate == .unchanged }
        let codes = ready.newCostCodes
        return .notice(
            "Everything in the file can be imported", .good,
            .p(
                .text("\(ready.lines.count) lines: \(added) new, "),
                .text(
                    "\(ready.lines.count - added - unchanged) with another amount or text, \(unchanged) as they are. "),
                "They add up to ", .money(ready.total, showsCurrency: true), "."),
            codes.isEmpty
                ? .nothing
                : .p(
                    .text("Cost codes that are added to the company: \(codes.prefix(20).joined(separator: ", "))"),
                    .text(codes.count > 20 ? " and \(codes.count - 20) more." : ".")),
            .ul(
                ready.notes.map { note in
                    .li(.text(note.row.map { "Row \($0): \(note.text)" } ?? note.text))
                }),
            .form(to: Site.budgetImport.link(number), on: visit, .fragment(hiddenChoices), .button("Import", .main)))
    }

    /// Which lines lose what the file says of them, told before it is gone.
    private func unkept(_ ready: ReadyImport) -> HTML {
        let count = ready.lines.count { $0.unkept != nil }
        guard count > 0 else { return .nothing }
        return .notice(
            count == 1 ? "1 line keeps its amount alone" : "\(count) lines keep their amounts alone", .waiting,
            .p(
                """
                Where the file gives an amount by hand, its quantity, unit and unit cost are not kept. What is left \
                out stands with each line below. To keep it where quantity × unit cost is the amount, say No under \
                Manual Calculation in the file.
                """))
    }

    private var hiddenChoices: [HTML] {
        let columns = (choices.mapping?.columns ?? [:]).sorted { $0.value < $1.value }
        return [
            .hidden("file", upload.id.text), choices.addsCostCodes ? .hidden("codes", "yes") : .nothing,
            choices.mapping.map { .hidden("header", "\($0.headerRow)") } ?? .nothing,
        ]
            + columns.map { field, column in
                .emptyTag(
                    "input",
                    [
                        .named("type", "hidden"), .named("name", "column-\(column)"), .named("value", field.rawValue),
                    ])
            }
    }
}

// The columns.
extension ImportPreviewPage {
    private func columns(_ layout: BudgetFileLayout) -> HTML {
        let fields = Dictionary(layout.columns.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
        let rows = layout.headers.indices.map { index in
            [
                .text(layout.title(ofColumn: index)), .text(Self.samples(ofColumn: index, in: layout)),
                choice(of: index, layout.title(ofColumn: index), fields[index]),
            ] as [HTML]
        }
        return .tag(
            "form", [.named("method", "get"), .named("action", Site.budgetImport.link(number).text), .class("stack")],
            .hidden("file", upload.id.text), .hidden("header", "\(layout.headerRow)"),
            .table(
                "Columns of the file, by the headers in row \(layout.headerRow)",
                [.text("Column"), .text("First values"), .text("Taken as")], rows: rows),
            .tag(
                "div", [.class("checks")],
                .tag(
                    "label", [],
                    .emptyTag(
                        "input",
                        [
                            .named("type", "checkbox"), .named("name", "codes"), .named("value", "yes"),
                            choices.addsCostCodes ? .flag("checked") : nil,
                        ]), "Add the cost codes that the company does not have yet")),
            .button("Read it again so"))
    }

    private func choice(of column: Int, _ title: String, _ field: BudgetColumn?) -> HTML {
        let options =
            [(value: ImportChoices.leftOut, title: "Not imported")]
            + BudgetColumn.allCases.map { (value: $0.rawValue, title: $0.title) }
        return .tag(
            "select",
            [
                .class("cell-choice"), .named("name", "column-\(column)"),
                .named("aria-label", "What “\(title)” is taken as"),
            ],
            .fragment(
                options.map { option in
                    .tag(
                        "option",
                        [
                            .named("value", option.value),
                            option.value == (field?.rawValue ?? ImportChoices.leftOut) ? .flag("selected") : nil,
                        ], .text(option.title))
                }))
    }

    private static func samples(ofColumn index: Int, in layout: BudgetFileLayout) -> String {
        let cells = layout.rows.lazy.compactMap { row -> String? in
            guard row.cells.indices.contains(index), !row.cells[index].isEmpty else { return nil }
            return String(row.cells[index].prefix(40))
        }
        return cells.prefix(3).joined(separator: " · ")
    }
}
