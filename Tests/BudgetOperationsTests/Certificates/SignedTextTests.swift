import BudgetDomain
import TestStorage
import Testing

@testable import BudgetOperations

/// A text that was signed, and everything that somebody may do to it.
@Suite struct SignedTextTests {
    private let key: SigningKey

    init() throws {
        key = try SigningKey.make(with: Randomness { [UInt8](repeating: 7, count: $0) })
    }

    private func certificate() async throws -> (text: String, bytes: [UInt8]) {
        let fixture = try await SendingFixture(.memory)
        try await fixture.send()
        let export = try await fixture.accept()
        try await ConnectorPart(fixture).sync(export)
        let signed = try SignedText(signing: try await fixture.certificate().text, with: key)
        return (signed.text, Array(signed.text.utf8))
    }

    @Test func `a text is what was signed, with its key`() throws {
        let signed = try SignedText(signing: "plumbline test 1\n", with: key)

        let read = try SignedText(verifying: Array(signed.text.utf8))

        #expect(read.body == "plumbline test 1\n")
        #expect(read.key == key.publicKey)
        #expect(
            signed.text.hasPrefix(
                """
                plumbline test 1
                sha256 9787a5fa7a88550f5391216112ea955fe1a8f8d49a5bff773a8f66d97414c2db
                key ed25519 ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c
                signature ed25519 \

                """))
    }

    @Test func `no byte of a certificate can be another`() async throws {
        let bytes = try await certificate().bytes
        #expect(bytes.count > 3_000)

        for index in bytes.indices {
            for bit in [1, 32] as [UInt8] {
                var changed = bytes
                changed[index] ^= bit
                #expect(throws: SignedTextFault.self, "byte \(index)") { try SignedText(verifying: changed) }
            }
        }
    }

    @Test func `no byte of a certificate can be left out or doubled`() async throws {
        let bytes = try await certificate().bytes

        for index in bytes.indices {
            let less = bytes[..<index] + bytes[(index + 1)...]
            let more = bytes[...index] + [bytes[index]] + bytes[(index + 1)...]
            for changed in [Array(less), Array(more)] {
                #expect(throws: SignedTextFault.self, "byte \(index)") { try SignedText(verifying: changed) }
            }
        }
    }

    @Test func `other line endings, bytes before or after, and another order are found`() async throws {
        let text = try await certificate().text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for changed in [
            text.replacing("\n", with: "\r\n"), text + "\n", text + " ", " " + text, "\u{FEFF}" + text,
            String(text.dropLast()), text + text, lines.reversed().joined(separator: "\n"), "",
            text.replacing("signature ed25519", with: "signature  ed25519"), text.uppercased(),
        ] {
            #expect(throws: SignedTextFault.self) { try SignedText(verifying: Array(changed.utf8)) }
        }
        #expect(throws: SignedTextFault.notText) { try SignedText(verifying: [0xFF, 0xFE]) }
    }

    @Test func `who signs a changed text anew shows another key`() throws {
        let other = try SigningKey.make(with: Randomness { [UInt8](repeating: 8, count: $0) })
        let forged = try SignedText(signing: "plumbline test 1\n", with: other)

        #expect(try SignedText(verifying: Array(forged.text.utf8)).key != key.publicKey)
        let crossed = forged.text.replacing(other.publicKey.text, with: key.publicKey.text)
        #expect(throws: SignedTextFault.signatureDiffers) { try SignedText(verifying: Array(crossed.utf8)) }
    }

    @Test func `a key is read from its own file alone, and tells nobody what it is`() throws {
        #expect(SigningKey(fileText: key.fileText)?.publicKey == key.publicKey)
        for text in ["", key.fileText + "\n", key.fileText.uppercased(), String(key.fileText.dropLast()), "x"] {
            #expect(SigningKey(fileText: text) == nil)
        }
        let secret = String(repeating: "07", count: 32)
        #expect(key.fileText == "plumbline signing key 1\n\(secret)\n")
        #expect(!"\(key)".contains(secret) && !String(reflecting: key).contains("7, 7, 7"))
        #expect(PublicKey(text: key.publicKey.text) == key.publicKey)
        #expect(PublicKey(text: key.publicKey.text.uppercased()) == nil)
    }
}
