/// SplitMix64: the same numbers from the same seed on every machine, which the system's generator does not give.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Numbers of their own for one part of a run, which stay the same however much the other parts draw.
    static func seed(_ seed: UInt64, part: Int) -> UInt64 {
        var numbers = SeededNumbers(seed: seed ^ (UInt64(truncatingIfNeeded: part) &* 0xA24B_AED4_963E_E407))
        return numbers.next()
    }
}
