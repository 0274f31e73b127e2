/// How hard a QR code is to read (ISO/IEC 18004 §7.8.3): what tells the masks apart. Any mask can be read.
extension QRCode {
    var penalty: Int {
        let rows = (0..<size).map { row in (0..<size).map { isDark(row: row, column: $0) } }
        let columns = (0..<size).map { column in (0..<size).map { isDark(row: $0, column: column) } }
        return (rows + columns).reduce(0) { $0 + Self.runs($1) + Self.finders($1) } + squares + balance
    }

    /// Five or more of one colour in a line.
    private static func runs(_ line: [Bool]) -> Int {
        var (sum, length) = (0, 1)
        for position in 1...line.count {
            if position < line.count, line[position] == line[position - 1] {
                length += 1
            } else {
                if length >= 5 { sum += length - 2 }
                length = 1
            }
        }
        return sum
    }

    /// What looks like a finder: 1 1 3 1 1 with four light ones on a side.
    private static func finders(_ line: [Bool]) -> Int {
        let finder = [true, false, true, true, true, false, true]
        let light = [false, false, false, false]
        let patterns = [light + finder, finder + light]
        return (0...line.count - 11).reduce(0) { sum, start in
            sum + 40 * patterns.count { $0.elementsEqual(line[start..<start + 11]) }
        }
    }

    /// Squares of two by two in one colour.
    private var squares: Int {
        (0..<size - 1).reduce(0) { sum, row in
            sum
                + 3
                * (0..<size - 1).count { column in
                    let dark = isDark(row: row, column: column)
                    return dark == isDark(row: row, column: column + 1) && dark == isDark(row: row + 1, column: column)
                        && dark == isDark(row: row + 1, column: column + 1)
                }
        }
    }

    /// How far from half of them dark, in steps of a twentieth.
    private var balance: Int {
        let dark = modules.count { $0 }
        let twentieths = abs(dark * 20 - modules.count * 10)
        return twentieths / modules.count * 10
    }
}
