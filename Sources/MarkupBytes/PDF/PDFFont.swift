/// Two of the fonts that every reader of PDF has by itself (ISO 32000-1, §9.6.2.2).
package enum PDFFont: CaseIterable, Sendable {
    case regular, bold

    var name: String {
        switch self {
        case .regular: "Helvetica"
        case .bold: "Helvetica-Bold"
        }
    }

    /// What content streams call it.
    var resource: String {
        switch self {
        case .regular: "F1"
        case .bold: "F2"
        }
    }

    /// In thousandths of the size.
    func width(of code: UInt8) -> Int {
        let widths =
            switch self {
            case .regular: Self.regularWidths
            case .bold: Self.boldWidths
            }
        return code < 32 ? 0 : widths[Int(code) - 32]
    }
}
