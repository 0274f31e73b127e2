import BudgetDomain
import Foundation
import TestStorage
import Testing

@testable import BudgetOperations

/// An exported chain, verified without the database.
@Suite struct AuditExportTests {
    private func exported(after number: Int = 0) async throws -> (text: String, head: AuditHead) {
        let fixture = try await FurnishedFixture(.memory)
        var start: AuditHead?
        if number > 0 {
            let links = try await fixture.base.database.read(of: fixture.company.id) {
                try $0.auditLinks(of: fixture.company.id, after: number - 1)
            }
            start = links.first.map { AuditHead(number: $0.number, hash: $0.hash) }
        }
        var text = ""
        let head = try await fixture.plumbline.exportAudit(of: fixture.company.id, after: start) { text += $0 }
        return (text, head)
    }

    @Test func `a whole chain and a part of it are read again`() async throws {
        let whole = try await exported()
        let part = try await exported(after: 6)

        let read = try AuditExportContent(reading: Array(whole.text.utf8), noted: [whole.head])
        let readPart = try AuditExportContent(reading: Array(part.text.utf8))

        #expect(read.isFromTheBeginning)
        #expect(read.head == whole.head)
        #expect(read.head.number == 9)
        #expect(!readPart.isFromTheBeginning)
        #expect(readPart.start.number == 6)
        #expect(readPart.head == whole.head)
    }

    @Test func `no byte of it can be another, more or less`() async throws {
        let bytes = Array(try await exported().text.utf8)

        for index in bytes.indices {
            var other = bytes
            other[index] ^= 1
            let less = bytes[..<index] + bytes[(index + 1)...]
            let more = bytes[...index] + [bytes[index]] + bytes[(index + 1)...]
            for changed in [other, Array(less), Array(more)] {
                #expect(throws: AuditExportFault.self) { try AuditExportContent(reading: changed) }
            }
        }
    }

    @Test func `a chain that was cut off and closed again is found by its head alone`() async throws {
        let whole = try await exported()
        let entry9 = try #require(whole.text.range(of: "entry 9 "))
        let hash8 = try #require(whole.text[..<entry9.lowerBound].range(of: "entry 8 ", options: .backwards))
        let cut =
            String(whole.text[..<entry9.lowerBound])
            + "head 8 \(whole.text[hash8.upperBound...].prefix(64))\n"

        #expect(try AuditExportContent(reading: Array(cut.utf8)).head.number == 8)
        #expect(throws: AuditExportFault.broken(.cutOff(last: 8, expected: 9))) {
            try AuditExportContent(reading: Array(cut.utf8), noted: [whole.head])
        }
    }

    @Test(arguments: [
        ("", 0), ("plumbline audit chain 2\n", 0), ("plumbline audit chain 1\ncompany 99:x,", 35),
        ("plumbline audit chain 1\ncompany 1:c,\nafter 0 x\n", 43),
    ])
    func `what is no exported chain is refused where it ends`(text: String, byte: Int) {
        #expect(throws: AuditExportFault.malformed(byte: byte)) {
            try AuditExportContent(reading: Array(text.utf8))
        }
    }

    @Test func `heads are read only as they are written`() {
        let hash = String(repeating: "0a", count: 32)
        #expect(AuditHead(parsing: "12:\(hash)")?.description == "12:\(hash)")
        for text in ["", "12", "012:\(hash)", "+12:\(hash)", "-1:\(hash)", "12:\(hash.uppercased())", "12:\(hash)0"] {
            #expect(AuditHead(parsing: text) == nil)
        }
    }
}
