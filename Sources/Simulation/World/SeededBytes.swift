package import BudgetOperations
internal import Synchronization

/// The product's randomness out of the seed, apart from the world's own, so that an act that asks for one more id
/// changes nothing else.
package final class SeededBytes: Sendable {
    private let chance: Mutex<Chance>

    package init(seed: UInt64) { chance = Mutex(Chance(seed: seed ^ 0x5EED_0F1D)) }

    package var randomness: Randomness {
        Randomness { count in
            self.chance.withLock { chance in
                var bytes: [UInt8] = []
                bytes.reserveCapacity(count + 8)
                while bytes.count < count {
                    withUnsafeBytes(of: chance.next().littleEndian) { bytes.append(contentsOf: $0) }
                }
                return Array(bytes.prefix(count))
            }
        }
    }
}
