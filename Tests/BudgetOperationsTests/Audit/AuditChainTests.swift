import BudgetDomain
import SQLDatabase
import TestStorage
import Testing

@testable import BudgetOperations

/// The chain as it is stored: what is done to it behind the product is found and named.
@Suite struct AuditChainTests {
    @Test(arguments: Storage.available)
    func `the chain of every act holds, from its beginning`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        try await fixture.addLine("03-100", "L", 100_00)

        let found = try await fixture.plumbline.verifyAudit(of: fixture.company.id)

        #expect(found.broken == nil)
        #expect(found.head.number == 10)
        #expect(found.head == (try await fixture.plumbline.auditHead(of: fixture.company.id)))
    }

    @Test func `an entry is bound by a text of a fixed form`() async throws {
        let fixture = try await Fixture(.memory)
        let company = try await fixture.plumbline.addCompany(name: "Café “Nørd”", currency: .cad)

        let links = try await fixture.database.read(of: company.id) { try $0.auditLinks(of: company.id, after: 0) }

        #expect(company.id.text == "00000000-0000-4000-8000-000000000001")
        #expect(
            links.map(\.memento) == [
                """
                plumbline audit 1
                36:00000000-0000-4000-8000-000000000001,
                1:1,
                16:1772442000000000,
                12:command line,
                0:,
                12:command line,
                13:company added,
                25:company Café “Nørd”,
                13:currency: CAD,

                """
            ])
        #expect(links.map(\.hash) == ["8aad290fbe14e38f0288faa47382b41dc41571aca608532a752c94b39ef29ab5"])
    }

    @Test(arguments: Storage.available)
    func `no statement changes or removes an entry`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        for sql in [
            "UPDATE audit_entries SET details = 'x' WHERE number = 3", "DELETE FROM audit_entries WHERE number = 9",
            "DELETE FROM audit_entries",
        ] {
            await #expect(throws: DatabaseError.appendOnly(table: "audit_entries")) {
                try await fixture.base.database.write(of: .everyCompany) { try $0.execute(sql) }
            }
        }
        #expect(try await fixture.plumbline.verifyAudit(of: fixture.company.id).broken == nil)
    }

    @Test(arguments: Tampering.all) func `what is changed behind the product is named`(
        _ tampering: Tampering
    ) async throws {
        let fixture = try await FurnishedFixture(.memory)
        try await fixture.base.tamper(tampering.statements)

        let found = try await fixture.plumbline.verifyAudit(of: fixture.company.id)

        #expect(found.broken?.sentence == tampering.sentence)
        #expect(found.head.number == tampering.lastGood)
    }

    @Test func `only a head that was noted elsewhere finds a chain that was cut off or written anew`() async throws {
        let fixture = try await FurnishedFixture(.memory)
        let noted = try await fixture.plumbline.auditHead(of: fixture.company.id)
        try await fixture.base.tamper(["DELETE FROM audit_entries WHERE number >= 8"])

        let alone = try await fixture.plumbline.verifyAudit(of: fixture.company.id)
        let against = try await fixture.plumbline.verifyAudit(of: fixture.company.id, noted: [noted])
        try await fixture.addLine("03-100", "L", 100_00)
        try await fixture.addLine("03-300", "L", 100_00)
        let anew = try await fixture.plumbline.verifyAudit(of: fixture.company.id, noted: [noted])

        #expect(alone.broken == nil)
        #expect(against.broken == .cutOff(last: 7, expected: 9))
        #expect(anew.broken == .headDiffers(number: 9))
    }

    @Test func `entries of an older version are chained as they are`() async throws {
        let database = try Database.openInMemory()
        try await database.migrate(Array(Schema.migrations.prefix(7)))
        try await database.write(of: .everyCompany) { tx in
            try tx.execute(
                """
                INSERT INTO companies (id, name, currency, allows_grand_total, sender_may_not_approve, uses_sub_items,
                    adds_cost_codes) VALUES ('c', 'Old', 'USD', 0, 0, 0, 0)
                """)
            try tx.insert(
                into: "audit_entries",
                columns: ["company_id", "number", "at", "actor_id", "actor_name", "act", "subject", "details"],
                rows: (1...2_500).map { number in
                    ["c", SQLValue(number), 1_700_000_000_000_000, "p-1", "Ada", "budget locked", "budget of 1", ""]
                })
        }

        try await database.migrate(Schema.migrations)

        let found = try await database.verifyAudit(of: ID("c"))
        #expect(found.broken == nil)
        #expect(found.head.number == 2_500)
    }

    @Test(arguments: Storage.available)
    func `an older server cannot add an entry outside the chain`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        await #expect(throws: DatabaseError.notNullViolation(column: "audit_entries.memento")) {
            try await fixture.base.database.write(of: fixture.company.id) { tx in
                try tx.execute(
                    """
                    INSERT INTO audit_entries (company_id, number, at, actor_name, act, subject, details)
                    VALUES ($1, 10, 0, 'command line', 'company added', 'it', '')
                    """, [.text(fixture.company.id.text)])
            }
        }
    }
}

/// Something that a person with the database in hand may do to the entries of ``FurnishedFixture``.
struct Tampering: CustomTestStringConvertible, Sendable {
    let statements: [String]
    let sentence: String
    let lastGood: Int

    var testDescription: String { sentence }

    static let all = [
        Tampering(
            statements: ["UPDATE audit_entries SET details = 'x' WHERE number = 1"],
            sentence: "Entry 1 shows “x” as its details, and was written with “currency: USD”: it was changed.",
            lastGood: 0),
        Tampering(
            statements: ["UPDATE audit_entries SET at = at + 1 WHERE number = 4"],
            sentence: """
                Entry 4 shows “1772442000000001” as its instant, and was written with “1772442000000000”: it was \
                changed.
                """, lastGood: 3),
        Tampering(
            statements: [
                """
                UPDATE audit_entries SET details = 'currency: CAD',
                    memento = replace(memento, 'currency: USD', 'currency: CAD') WHERE number = 1
                """
            ],
            sentence: """
                The hash of entry 1 does not follow from the entry before and its memento: entry 1 was changed or \
                added, or the hash before it was replaced.
                """, lastGood: 0),
        Tampering(
            statements: ["UPDATE audit_entries SET hash = replace(hash, substr(hash, 1, 8), '00000000')"],
            sentence: """
                The hash of entry 1 does not follow from the entry before and its memento: entry 1 was changed or \
                added, or the hash before it was replaced.
                """, lastGood: 0),
        Tampering(
            statements: ["DELETE FROM audit_entries WHERE number IN (4, 5)"],
            sentence: "Entries 4 to 5 were taken out.", lastGood: 3),
        Tampering(
            statements: [
                "DELETE FROM audit_entries WHERE number = 4",
                "UPDATE audit_entries SET number = number - 1 WHERE number > 4",
            ],
            sentence: "The memento of entry 4 was written for entry 5: it was moved or copied.", lastGood: 3),
        Tampering(
            statements: [
                "UPDATE audit_entries SET number = 99 WHERE number = 2",
                "UPDATE audit_entries SET number = 2 WHERE number = 3",
                "UPDATE audit_entries SET number = 3 WHERE number = 99",
            ],
            sentence: "The memento of entry 2 was written for entry 3: it was moved or copied.", lastGood: 1),
        Tampering(
            statements: [
                """
                INSERT INTO audit_entries (company_id, number, at, actor_id, actor_name, act, subject, details,
                    memento, hash)
                SELECT company_id, 0, at, actor_id, actor_name, act, subject, details, memento, hash
                FROM audit_entries WHERE number = 1
                """
            ],
            sentence: "Entry 0 stands where entry 1 should: it was added or moved.", lastGood: 0),
        Tampering(
            statements: ["UPDATE audit_entries SET memento = memento || ' ' WHERE number = 7"],
            sentence: "The memento of entry 7 is no text that was ever written.", lastGood: 6),
        Tampering(
            statements: ["DELETE FROM audit_entries"],
            sentence: "The chain ends with entry 0, and entry 1 was there before: entries were cut off.", lastGood: 0),
    ]
}

extension Fixture {
    func tamper(_ statements: [String]) async throws {
        try await database.write(of: .everyCompany) { tx in
            try tx.withoutAppendOnly("audit_entries") {
                for statement in statements { try tx.execute(statement) }
            }
        }
    }
}
