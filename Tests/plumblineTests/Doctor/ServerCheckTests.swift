import BudgetDomain
import Testing

@testable import SQLDatabase
@testable import plumbline

/// What a server says of itself, judged.
@Suite struct ServerCheckTests {
    static let now = Instant(microsecondsSince1970: 1_772_442_000_000_000)

    private static func states(
        isThisMachine: Bool = false, connections: Int = 8, _ change: (inout SoundServer) -> Void = { _ in }
    ) -> [String: Finding.State] {
        var server = SoundServer()
        change(&server)
        let check = ServerCheck(
            facts: server.facts, isThisMachine: isThisMachine, connections: connections, now: now)
        return Dictionary(uniqueKeysWithValues: check.findings.map { ($0.check, $0.state) }).filter { $1 != .sound }
    }

    @Test func `a server as it should be`() { #expect(Self.states() == [:]) }

    @Test func `each thing that is not as it should be is named alone`() {
        #expect(Self.states { $0.versionNumber = 140_011 } == ["Version": .attention])
        #expect(Self.states { $0.isStandby = true } == ["Primary": .unusable])
        #expect(Self.states { $0.isReadOnly = true } == ["Primary": .unusable])
        #expect(Self.states { $0.isSuperuser = true } == ["Role": .attention])
        #expect(Self.states { $0.bypassesRowSecurity = true } == ["Role": .attention])
        #expect(Self.states { $0.tablesWithoutWall = ["people"] } == ["Walls": .attention])
        #expect(Self.states { $0.isEncrypted = false } == ["Encryption": .attention])
        #expect(Self.states { $0.fsync = false } == ["Disk": .attention])
        #expect(Self.states { $0.fullPageWrites = false } == ["Disk": .attention])
        #expect(Self.states { $0.synchronousStandbyNames = "" } == ["Standby": .advice])
        #expect(Self.states { $0.synchronousCommit = "local" } == ["Standby": .advice])
        #expect(Self.states { $0.synchronousCommit = "off" } == ["Commits": .attention, "Standby": .advice])
        #expect(Self.states { $0.locksHold = false } == ["Locks": .unusable])
        #expect(Self.states { $0.encoding = "SQL_ASCII" } == ["Encoding": .attention])
    }

    @Test func `a clock may differ by five seconds and no more`() {
        #expect(Self.states { $0.clock -= 5_000_000 } == [:])
        #expect(Self.states { $0.clock -= 6_000_000 } == ["Clock": .attention])
        #expect(Self.states { $0.clock += 6_000_000 } == ["Clock": .attention])
    }

    @Test func `there is room for two servers at least`() {
        #expect(Self.states(connections: 47) == [:])
        #expect(Self.states(connections: 48) == ["Connections": .attention])
    }

    @Test func `on one machine nothing needs to be encrypted`() {
        #expect(Self.states(isThisMachine: true) { $0.isEncrypted = false } == [:])
    }

    @Test func `a finding names what it is about`() {
        var server = SoundServer()
        server.isSuperuser = true
        let check = ServerCheck(facts: server.facts, isThisMachine: false, connections: 8, now: Self.now)

        #expect(
            check.findings.first { $0.check == "Role" }
                == .attention(
                    "Role", "plumbline is a superuser.",
                    meaning:
                        "The server's own wall between companies does not hold it; only Plumbline's statements do.",
                    cure: "Let Plumbline use a role made with NOSUPERUSER NOBYPASSRLS that owns the database."))
        #expect(
            check.findings.first { $0.check == "Connections" }
                == .sound("Connections", "max_connections is 100: room for 10 servers with 8 each."))
    }
}

/// Facts that can be changed one at a time.
private struct SoundServer {
    var versionNumber = 150_018
    var isSuperuser = false
    var bypassesRowSecurity = false
    var tablesWithoutWall: [String] = []
    var isStandby = false
    var isReadOnly = false
    var isEncrypted = true
    var synchronousCommit = "on"
    var synchronousStandbyNames = "node2"
    var fsync = true
    var fullPageWrites = true
    var encoding = "UTF8"
    var clock = ServerCheckTests.now.microsecondsSince1970
    var locksHold = true

    var facts: ServerFacts {
        ServerFacts(
            version: "15.18", versionNumber: versionNumber, role: "plumbline", isSuperuser: isSuperuser,
            bypassesRowSecurity: bypassesRowSecurity, schemaOwner: "plumbline", tablesWithoutWall: tablesWithoutWall,
            isStandby: isStandby, isReadOnly: isReadOnly, isEncrypted: isEncrypted,
            synchronousCommit: synchronousCommit,
            synchronousStandbyNames: synchronousStandbyNames, fsync: fsync, fullPageWrites: fullPageWrites,
            encoding: encoding, collation: "C.UTF-8", mostConnections: 100, clock: clock, locksHold: locksHold)
    }
}
