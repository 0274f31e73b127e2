import BudgetDomain
import BudgetOperations
import Logging
import SQLDatabase
import Synchronization
import TestStorage

/// The product with an empty or a furnished database, a clock that is moved by hand, and ids that count from 1.
struct Fixture: Sendable {
    let plumbline: Plumbline
    let time: HandMovedTime
    private let storage: StorageUnderTest

    /// The database itself, for what a test does behind the product's back.
    var database: Database { storage.database }

    /// 2026-03-02 09:00:00 UTC.
    static let start = Instant(microsecondsSince1970: 1_772_442_000_000_000)

    init(_ storage: Storage) async throws {
        let time = HandMovedTime(Self.start)
        let counter = Counter()
        let stored = try await storage.newDatabase(migratedBy: Plumbline.migrate)
        self.storage = stored
        self.time = time
        plumbline = Plumbline(
            database: stored.database.observed(by: TenancyRule.watch), clock: Clock { time.now },
            randomness: Randomness { counter.bytes($0) },
            log: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }), passwordCost: .cheap)
        try await plumbline.migrate()
    }

    /// The newest audit entry.
    func lastAudit(of company: ID<Company>) async throws -> AuditEntry? {
        try await plumbline.auditEntries(of: company, limit: 1).first
    }

    /// Says that QuickBooks has the project's job, as a session would.
    func markSynced(_ project: Project) async throws {
        try await database.write(of: .everyCompany) { tx in
            try tx.execute(
                "UPDATE projects SET sync_state = 'synced', list_id = 'J-1', full_name = $1 WHERE id = $2",
                [.text("Harbour:\(project.name)"), .text(project.id.text)])
        }
    }

    /// Says that QuickBooks has every item that was requested, as a session would.
    func markRequestedItemsSynced() async throws {
        try await database.write(of: .everyCompany) { tx in
            try tx.execute(
                """
                UPDATE items SET sync_state = 'synced', list_id = 'I-' || cost_code_id || cost_type,
                    full_name = 'item' WHERE sync_state = 'requested'
                """)
        }
    }
}

/// A company with its people, one project and two cost codes; nine audit entries tell of it.
struct FurnishedFixture: Sendable {
    let base: Fixture
    let company: Company
    /// A Directory Admin without *Can Push to Accounting*.
    let admin: Person
    let manager: Person
    /// ERP Integrations Standard with *Can Push to Accounting*.
    let approver: Person
    let estimator: Person
    let viewer: Person
    let project: Project

    var plumbline: Plumbline { base.plumbline }
    var adminActor: Actor { .person(admin.id, name: admin.name) }

    init(_ storage: Storage) async throws {
        base = try await Fixture(storage)
        let plumbline = base.plumbline
        let company = try await plumbline.addCompany(name: "Halvorsen Builders", currency: .usd)
        func add(_ name: String, _ template: String) async throws -> Person {
            try await plumbline.addPerson(
                to: company.id, name: name, email: "\(name.lowercased())@halvorsen.example", template: template,
                by: .commandLine)
        }
        self.company = company
        admin = try await add("Ada", "administrator")
        manager = try await add("Mia", "project manager")
        _ = try await add("Ben", "accounting approver")
        estimator = try await add("Eve", "estimator")
        viewer = try await add("Vic", "viewer")
        approver = try await plumbline.grantAccountingPrivilege(
            to: "ben@halvorsen.example", in: company.id, by: .commandLine)
        project = try await plumbline.addProject(
            to: company.id, number: "1001", name: "Harbour Street Clinic", isERPIntegrated: true, by: .commandLine)
        _ = try await plumbline.addCostCodes(
            [
                CostCodeDraft(code: "03-100", title: "Formwork"),
                CostCodeDraft(code: "03-300", title: "Concrete"),
            ], to: company.id, by: .commandLine)
    }

    @discardableResult
    func addLine(_ code: String, _ costType: String, _ minorUnits: Int64) async throws -> BudgetLineItem {
        try await plumbline.addLineItem(
            code: code, costType: costType, description: "", amount: .manual(usd(minorUnits)), to: "1001",
            in: company.id, by: manager.id)
    }

    func lock() async throws {
        try await plumbline.lockBudget(of: "1001", in: company.id, by: manager.id)
    }

    func view() async throws -> BudgetView {
        try await plumbline.budget(of: "1001", in: company.id, by: manager.id)
    }

    func lastAudit() async throws -> AuditEntry? {
        try await base.lastAudit(of: company.id)
    }

    func actor(_ person: Person) -> Actor { .person(person.id, name: person.name) }
}

extension PasswordCost {
    /// No protection, and no time: for tests that hash by the dozen.
    static let cheap = PasswordCost(rounds: 16, blockSize: 1, parallelism: 1)
}

func usd(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, currency: .usd) }

/// A moment that passes only when a test says so.
final class HandMovedTime: Sendable {
    private let moment: Mutex<Instant>

    init(_ start: Instant) {
        moment = Mutex(start)
    }

    var now: Instant { moment.withLock { $0 } }

    func advance(seconds: Int64) {
        moment.withLock { $0 = $0.adding(seconds: seconds) }
    }
}

/// Bytes that write 1, 2, 3… in base 32, so that both ids and texts made of them differ.
private final class Counter: Sendable {
    private let drawn = Mutex(0)

    func bytes(_ count: Int) -> [UInt8] {
        var rest = drawn.withLock { number in
            number += 1
            return number
        }
        var bytes = [UInt8](repeating: 0, count: count)
        for index in bytes.indices.reversed() {
            bytes[index] = UInt8(rest % 32)
            rest /= 32
        }
        return bytes
    }
}
