/// How dark something is drawn.
package enum PDFInk: Sendable {
    case black
    /// Of words beside the matter; still well read on white.
    case grey
    /// Of rules between rows.
    case pale
    /// Behind words.
    case faint

    var operand: String {
        switch self {
        case .black: "0"
        case .grey: "0.35"
        case .pale: "0.75"
        case .faint: "0.93"
        }
    }
}

/// One page and what is drawn on it. Places are measured from the upper left corner.
package struct PDFPage: Sendable {
    package let width: PDFLength
    package let height: PDFLength
    /// The content stream (ISO 32000-1, §7.8.2), in ASCII.
    private(set) var content: [UInt8] = []

    package init(width: PDFLength, height: PDFLength) {
        self.width = width
        self.height = height
    }

    /// - Parameters:
    ///   - x: where the text begins.
    ///   - baseline: on which its letters stand.
    package mutating func draw(_ text: PDFText, x: PDFLength, baseline: PDFLength, _ ink: PDFInk = .black) {
        guard !text.codes.isEmpty else { return }
        write("BT \(ink.operand) g /\(text.font.resource) \(text.size) Tf \(place(x, baseline)) Td ")
        content += PDFString.literal(text.codes)
        write(" Tj ET\n")
    }

    package mutating func drawRule(
        from left: PDFLength, to right: PDFLength, y: PDFLength, thickness: PDFLength, _ ink: PDFInk
    ) {
        write("\(ink.operand) G \(thickness.operand) w \(place(left, y)) m \(place(right, y)) l S\n")
    }

    /// - Parameter y: the upper edge.
    package mutating func fill(x: PDFLength, y: PDFLength, width: PDFLength, height: PDFLength, _ ink: PDFInk) {
        write("\(ink.operand) g \(place(x, y + height)) \(width.operand) \(height.operand) re f\n")
    }

    /// PDF measures upwards from the lower left corner.
    private func place(_ x: PDFLength, _ y: PDFLength) -> String { "\(x.operand) \((height - y).operand)" }

    private mutating func write(_ operators: String) { content += operators.utf8 }
}
