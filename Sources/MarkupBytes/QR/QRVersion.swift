/// One size of a QR code at level M (ISO/IEC 18004, tables 7 and 9, annex E).
struct QRVersion: Sendable {
    let number: Int
    /// How many data codewords each block has.
    let blocks: [Int]
    /// How many codewords of error correction each block has.
    let corrections: Int
    /// Rows and columns of the alignment patterns.
    let alignment: [Int]

    var size: Int { 17 + 4 * number }

    /// The longest text of bytes: less the mode, and the length of one byte or, from version 10 on, two.
    private var capacity: Int { blocks.reduce(0, +) - (number < 10 ? 2 : 3) }

    static func smallest(for bytes: Int) -> QRVersion? { all.first { $0.capacity >= bytes } }

    private init(_ number: Int, _ corrections: Int, _ blocks: [Int], _ alignment: [Int]) {
        self.number = number
        self.corrections = corrections
        self.blocks = blocks
        self.alignment = alignment
    }

    private static func times(_ count: Int, _ data: Int) -> [Int] { Array(repeating: data, count: count) }

    private static let all = [
        QRVersion(1, 10, [16], []),
        QRVersion(2, 16, [28], [6, 18]),
        QRVersion(3, 26, [44], [6, 22]),
        QRVersion(4, 18, times(2, 32), [6, 26]),
        QRVersion(5, 24, times(2, 43), [6, 30]),
        QRVersion(6, 16, times(4, 27), [6, 34]),
        QRVersion(7, 18, times(4, 31), [6, 22, 38]),
        QRVersion(8, 22, times(2, 38) + times(2, 39), [6, 24, 42]),
        QRVersion(9, 22, times(3, 36) + times(2, 37), [6, 26, 46]),
        QRVersion(10, 26, times(4, 43) + times(1, 44), [6, 28, 50]),
        QRVersion(11, 30, times(1, 50) + times(4, 51), [6, 30, 54]),
        QRVersion(12, 22, times(6, 36) + times(2, 37), [6, 32, 58]),
        QRVersion(13, 22, times(8, 37) + times(1, 38), [6, 34, 62]),
        QRVersion(14, 24, times(4, 40) + times(5, 41), [6, 26, 46, 66]),
        QRVersion(15, 24, times(5, 41) + times(5, 42), [6, 26, 48, 70]),
    ]
}
