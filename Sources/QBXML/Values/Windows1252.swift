/// The characters that survive QuickBooks. All others come back as `?`.
package enum Windows1252 {
    /// What the encoding has between 0x80 and 0x9F, where Unicode has control characters.
    private static let irregular: Set<UInt32> = [
        0x20AC, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x017D,
        0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x017E, 0x0178,
    ]

    package static func contains(_ scalar: Unicode.Scalar) -> Bool {
        (0x20...0x7E).contains(scalar.value) || (0xA0...0xFF).contains(scalar.value)
            || [9, 10, 13].contains(scalar.value)
            || irregular.contains(scalar.value)
    }
}
