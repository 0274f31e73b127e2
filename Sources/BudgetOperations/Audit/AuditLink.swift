package import BudgetDomain
import Crypto

/// The last link of a company's audit chain: written down elsewhere, it proves that nothing before it was changed or
/// taken out since.
package struct AuditHead: Hashable, Sendable, CustomStringConvertible {
    package let number: Int
    /// SHA-256 in lower-case hexadecimal.
    package let hash: String

    /// Before the first entry: it binds the company, so that no company's chain can pass for another's.
    package static func genesis(of company: String) -> AuditHead {
        var text = "plumbline audit chain 1\n"
        LengthPrefixedText.append(company, to: &text)
        return AuditHead(number: 0, hash: Digest.sha256(text))
    }

    init(number: Int, hash: String) {
        self.number = number
        self.hash = hash
    }

    /// Reads `12:HASH`, as ``description`` writes it.
    package init?(parsing text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), number >= 0, String(number) == parts[0],
            Digest.isSHA256(String(parts[1]))
        else { return nil }
        self.init(number: number, hash: String(parts[1]))
    }

    package var description: String { "\(number):\(hash)" }

    /// The head once an entry with this memento follows: SHA-256 over the 32 bytes of the hash before and the memento.
    package func adding(_ memento: String) -> AuditHead {
        var hash = SHA256()
        hash.update(data: Digest.bytes(ofHexadecimal: self.hash))
        var memento = memento
        memento.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        return AuditHead(number: number + 1, hash: Digest.hexadecimal(hash.finalize()))
    }
}

/// One entry as it is stored or exported.
package struct AuditLink: Sendable {
    package let number: Int
    package let memento: String
    package let hash: String
    /// What the columns of the entry show, where there are columns beside the memento.
    package let shown: AuditMemento?

    init(number: Int, memento: String, hash: String, shown: AuditMemento? = nil) {
        self.number = number
        self.memento = memento
        self.hash = hash
        self.shown = shown
    }
}
