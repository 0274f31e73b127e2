/// The small words of a QR code: its masks, and what it says of itself with a check of its own.
enum QRBits {
    /// ISO/IEC 18004 §7.9: level M, the mask, and a BCH (15, 5) check, never all light.
    static func format(mask: Int) -> Int {
        let levelM = 0
        let data = levelM << 3 | mask
        return (data << 10 | remainder(data << 10, by: 0x537, from: 14, to: 10)) ^ 0x5412
    }

    /// ISO/IEC 18004 §7.10: the version and a BCH (18, 6) check.
    static func version(_ version: Int) -> Int {
        version << 12 | remainder(version << 12, by: 0x1F25, from: 17, to: 12)
    }

    private static func remainder(_ value: Int, by generator: Int, from top: Int, to bottom: Int) -> Int {
        stride(from: top, through: bottom, by: -1).reduce(value) { rest, bit in
            rest >> bit & 1 == 1 ? rest ^ generator << (bit - bottom) : rest
        }
    }

    /// ISO/IEC 18004 §7.8.2, table 10.
    static func isFlipped(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
        switch mask {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3) % 2 == 0
        case _: ((row + column) % 2 + row * column % 3) % 2 == 0
        }
    }
}
