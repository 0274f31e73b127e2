import BudgetDomain
import BudgetOperations

/// What somebody chose on the import page, as it stands in the address or in the form: which file, what each column is
/// taken as, and whether new cost codes are added.
struct ImportChoices {
    let upload: ID<BudgetUpload>
    /// Nil while nobody has chosen: then the headers are guessed from.
    let mapping: ColumnMapping?
    let addsCostCodes: Bool

    /// The choice that leaves a column out.
    static let leftOut = ""

    /// Nil where no file is named.
    init?(_ fields: FormFields) {
        guard let upload = fields["file"], !upload.isEmpty else { return nil }
        self.upload = ID(upload)
        addsCostCodes = fields["codes"] == "yes"
        mapping = fields["header"].flatMap(Int.init).map { row in
            ColumnMapping(
                headerRow: row,
                choices: fields.pairs.compactMap { pair in
                    guard pair.name.hasPrefix("column-"), let column = Int(pair.name.dropFirst("column-".count)),
                        (0..<ImportLimits.standard.columns).contains(column),
                        let field = BudgetColumn(rawValue: pair.value)
                    else { return nil }
                    return (column, field)
                })
        }
    }
}
