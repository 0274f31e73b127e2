/// How much work one guess at a password is: the parameters of scrypt (RFC 7914), stored with every hash.
package struct PasswordCost: Hashable, Sendable {
    /// N: the number of rounds, a power of two.
    package let rounds: Int
    /// r: a round works on 128 · r bytes.
    package let blockSize: Int
    /// p: how many times over.
    package let parallelism: Int

    package init(rounds: Int, blockSize: Int, parallelism: Int) {
        self.rounds = rounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// 32 MiB and about a quarter of a second: one of the choices of equal strength in OWASP's Password Storage Cheat
    /// Sheet, and the one that needs the least memory.
    package static let standard = PasswordCost(rounds: 32_768, blockSize: 8, parallelism: 3)

    var text: String { "scrypt \(rounds) \(blockSize) \(parallelism)" }

    /// Nil for what ``text`` never wrote.
    init?(text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 4, parts[0] == "scrypt", let rounds = Int(parts[1]), let blockSize = Int(parts[2]),
            let parallelism = Int(parts[3]), rounds > 1, rounds.nonzeroBitCount == 1, rounds <= 1 << 20,
            (1...32).contains(blockSize), (1...16).contains(parallelism)
        else { return nil }
        self.init(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
    }
}
