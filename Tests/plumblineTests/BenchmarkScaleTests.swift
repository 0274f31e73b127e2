import BudgetDomain
import BudgetOperations
import Foundation
import Glibc
import SQLDatabase
import Testing

@testable import plumbline

@Suite struct BenchmarkScaleTests {
    @Test func `every seeded company has a budget in QuickBooks, and its poll finds nothing to do`() async throws {
        let plumbline = try await Self.plumbline()
        let seeding = ScaleSeeding(plumbline: plumbline, tell: { _ in })

        let accounts = try await seeding.grow(ScaleAccounts(), to: 3)
        let grown = try await seeding.grow(accounts, to: 5)

        #expect(Array(grown.all.prefix(3)) == accounts.all)
        #expect(
            try await plumbline.companies().map(\.name)
                == ["Scale 0", "Scale 1", "Scale 2", "Scale 3", "Scale 4", "Scale 5"])
        for account in grown.all {
            let answer = try await plumbline.signInConnector(userName: account.userName, password: account.password)
            #expect(answer == .nothingToDo)
        }
        for company in try await plumbline.companies() {
            let person = try await plumbline.person(email: "mara@firm.example", of: company.id)
            let view = try await plumbline.budget(of: BenchmarkFirm.project, in: company.id, by: person.id)
            #expect(view.erpStatus == .synced)
        }
    }

    @Test func `a copy has all rows of the first company`() async throws {
        let plumbline = try await Self.plumbline()
        _ = try await ScaleSeeding(plumbline: plumbline, tell: { _ in }).grow(ScaleAccounts(), to: 1)
        let companies = try await plumbline.companies()
        let (first, copy) = (try #require(companies.first).id.text, try #require(companies.last).id.text)

        let counts = try await plumbline.database.read(of: .everyCompany) { tx in
            try tx.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").map { try $0.text(0) }
                .filter { try !tx.rows("SELECT 1 FROM pragma_table_info('\($0)') WHERE name = 'company_id'").isEmpty }
                .map { table in
                    try [first, copy].map { company in
                        try tx.row("SELECT COUNT(*) FROM \(table) WHERE company_id = $1", [.text(company)])?.int(0)
                    } + [table == "audit_entries" ? 1 : 0]
                }
        }

        #expect(counts.count >= 19)
        for count in counts { #expect(count[1] == (count[0] ?? 0) + (count[2] ?? 0)) }
    }

    @Test func `percentiles are values that were measured`() {
        let hundred = Latencies(Array((1...100).reversed()))

        #expect([50, 99, 100].map(hundred.percentile) == [50, 99, 100])
        #expect([50, 99].map(Latencies([7, 9]).percentile) == [7, 9])
        #expect(Latencies([]).percentile(99) == 0)
    }

    @Test func `accounts are kept for their owner alone, and read back`() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("accounts-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let accounts = ScaleAccounts(all: [ScaleAccounts.Account(userName: "scale-1", password: "SECRET")])

        try accounts.write(to: path)

        #expect(try ScaleAccounts.read(path).all == accounts.all)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    }

    @Test func `this process is found with its memory, and a process that is gone is left out`() {
        let own = ProcessUsage(of: [Int(getpid()), 1 << 30])

        #expect(own.peakKiB.count == 1)
        #expect(own.peakKiB[0] > 1_000)
        #expect(own.totalMicroseconds > 0)
        #expect(ProcessUsage(ofTree: Int(getpid())).totalMicroseconds >= own.totalMicroseconds)
    }

    private static func plumbline() async throws -> Plumbline {
        let plumbline = Plumbline(
            database: try .openInMemory(), clock: Composition.systemClock, randomness: Composition.systemRandomness,
            log: Composition.demoLog)
        try await plumbline.migrate()
        return plumbline
    }
}
