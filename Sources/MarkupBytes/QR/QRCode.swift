/// A text as a QR code (ISO/IEC 18004): byte mode, level M of error correction, versions 1 to 15. Enough for a link of
/// 412 bytes.
package struct QRCode: Sendable {
    /// How many modules a side has.
    package let size: Int
    /// Row by row; true is dark.
    private(set) var modules: [Bool]
    /// The modules whose colour the standard fixes; masks leave them alone.
    private var isFixed: [Bool]

    /// Nil for a text that is too long.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let version = QRVersion.smallest(for: bytes.count) else { return nil }
        self.init(version: version)
        place(QRCodewords.interleaved(bytes, in: version))
        mask()
    }

    private init(version: QRVersion) {
        size = version.size
        modules = Array(repeating: false, count: size * size)
        isFixed = modules
        for position in 0..<size { fix(position, 6, position.isMultiple(of: 2)) }
        for position in 0..<size { fix(6, position, position.isMultiple(of: 2)) }
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { addFinder(row, column) }
        for row in version.alignment {
            for column in version.alignment where !isCorner(row, column) { addAlignment(row, column) }
        }
        writeFormat(mask: 0)
        writeVersion(version.number)
    }

    package func isDark(row: Int, column: Int) -> Bool { modules[row * size + column] }

    private mutating func fix(_ row: Int, _ column: Int, _ isDark: Bool) {
        guard (0..<size).contains(row), (0..<size).contains(column) else { return }
        modules[row * size + column] = isDark
        isFixed[row * size + column] = true
    }

    /// The three squares by which a reader finds the code, each with its light border.
    private mutating func addFinder(_ row: Int, _ column: Int) {
        for down in -4...4 {
            for right in -4...4 {
                let ring = max(abs(down), abs(right))
                fix(row + down, column + right, ring != 2 && ring != 4)
            }
        }
    }

    private mutating func addAlignment(_ row: Int, _ column: Int) {
        for down in -2...2 {
            for right in -2...2 { fix(row + down, column + right, max(abs(down), abs(right)) != 1) }
        }
    }

    /// Whether an alignment pattern would lie on a finder.
    private func isCorner(_ row: Int, _ column: Int) -> Bool {
        (row == 6 && (column == 6 || column == size - 7)) || (row == size - 7 && column == 6)
    }

    /// Level M and the mask, with their own error correction, twice.
    private mutating func writeFormat(mask: Int) {
        let bits = QRBits.format(mask: mask)
        func bit(_ position: Int) -> Bool { bits >> position & 1 == 1 }
        for position in 0..<6 { fix(position, 8, bit(position)) }
        fix(7, 8, bit(6))
        fix(8, 8, bit(7))
        fix(8, 7, bit(8))
        for position in 9..<15 { fix(8, 14 - position, bit(position)) }
        for position in 0..<8 { fix(8, size - 1 - position, bit(position)) }
        for position in 8..<15 { fix(size - 15 + position, 8, bit(position)) }
        fix(size - 8, 8, true)
    }

    /// Versions from 7 on say which they are.
    private mutating func writeVersion(_ version: Int) {
        guard version >= 7 else { return }
        let bits = QRBits.version(version)
        for position in 0..<18 {
            let isDark = bits >> position & 1 == 1
            fix(size - 11 + position % 3, position / 3, isDark)
            fix(position / 3, size - 11 + position % 3, isDark)
        }
    }

    /// In pairs of columns from the right, up and down in turn, around the vertical line of the timing.
    private mutating func place(_ codewords: [UInt8]) {
        var bits: ArraySlice<Bool> = codewords.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 == 1 } }[...]
        for right in stride(from: size - 1, through: 1, by: -2) {
            let right = right <= 6 ? right - 1 : right
            let isUpward = (right + 1) & 2 == 0
            for step in 0..<size {
                let row = isUpward ? size - 1 - step : step
                for column in [right, right - 1] where !isFixed[row * size + column] {
                    modules[row * size + column] = bits.popFirst() ?? false
                }
            }
        }
    }

    /// Of the eight masks, the one that is easiest to read.
    private mutating func mask() {
        let masked = (0..<8).map { number in
            var code = self
            code.apply(mask: number)
            return code
        }
        guard let best = masked.min(by: { $0.penalty < $1.penalty }) else { return }
        self = best
    }

    private mutating func apply(mask: Int) {
        for row in 0..<size {
            for column in 0..<size where !isFixed[row * size + column] && QRBits.isFlipped(mask, row, column) {
                modules[row * size + column].toggle()
            }
        }
        writeFormat(mask: mask)
    }
}
