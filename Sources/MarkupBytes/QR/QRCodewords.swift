/// The bytes of a QR code: the text with its length, filled up, and their Reed-Solomon codes, block by block.
enum QRCodewords {
    /// All codewords in the order in which they are placed.
    static func interleaved(_ text: [UInt8], in version: QRVersion) -> [UInt8] {
        var rest = data(text, in: version)[...]
        let blocks = version.blocks.map { count in
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
        let checks = blocks.map { remainder(of: $0, degree: version.corrections) }
        return [blocks, checks].flatMap { parts in
            (0..<(parts.map(\.count).max() ?? 0)).flatMap { position in
                parts.compactMap { position < $0.count ? $0[position] : nil }
            }
        }
    }

    /// Byte mode (0100), the length, the text, an end of four zeros, then 236 and 17 in turn.
    private static func data(_ text: [UInt8], in version: QRVersion) -> [UInt8] {
        let length = version.number < 10 ? [UInt8(text.count)] : [UInt8(text.count >> 8), UInt8(text.count & 255)]
        var nibbles: [UInt8] = [4]
        for byte in length + text { nibbles += [byte >> 4, byte & 15] }
        nibbles.append(0)
        let filled = stride(from: 0, to: nibbles.count, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
        let missing = version.blocks.reduce(0, +) - filled.count
        return filled + (0..<max(missing, 0)).map { $0.isMultiple(of: 2) ? 236 : 17 }
    }

    private static func remainder(of data: [UInt8], degree: Int) -> [UInt8] {
        let divisor = generator(degree: degree)
        var rest = [UInt8](repeating: 0, count: degree)
        for byte in data {
            let factor = byte ^ rest.removeFirst()
            rest.append(0)
            for position in rest.indices { rest[position] ^= product(divisor[position], factor) }
        }
        return rest
    }

    /// The product of (x - 2ⁱ) for all i below the degree, without its leading one.
    private static func generator(degree: Int) -> [UInt8] {
        var terms = [UInt8](repeating: 0, count: degree)
        terms[degree - 1] = 1
        var root: UInt8 = 1
        for _ in 0..<degree {
            for position in terms.indices {
                terms[position] = product(terms[position], root)
                if position + 1 < degree { terms[position] ^= terms[position + 1] }
            }
            root = product(root, 2)
        }
        return terms
    }

    /// In the field of 256 elements of x⁸ + x⁴ + x³ + x² + 1.
    private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        (0..<8).reversed().reduce(UInt8(0)) { sum, bit in
            let doubled = sum << 1 ^ (sum >> 7) * 0x1D
            return right >> bit & 1 == 1 ? doubled ^ left : doubled
        }
    }
}
