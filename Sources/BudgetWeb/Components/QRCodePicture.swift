import MarkupBytes

extension HTML {
    /// A text as a QR code, with the light border of four modules that readers need. Nothing for a text that is too
    /// long for one: the text itself has to stand beside it in any case.
    static func qrCode(_ text: String, label: String) -> HTML {
        guard let code = QRCode(text) else { return .nothing }
        let side = code.size + 8
        let dark = (0..<code.size).flatMap { row in
            (0..<code.size).filter { code.isDark(row: row, column: $0) }.map { "M\($0 + 4) \(row + 4)h1v1h-1z" }
        }
        return .tag(
            "svg",
            [
                .class("qr"), .named("viewBox", "0 0 \(side) \(side)"), .named("role", "img"),
                .named("aria-label", label), .named("shape-rendering", "crispEdges"),
            ], .tag("path", [.named("d", dark.joined()), .named("fill", "#000000")]))
    }
}
