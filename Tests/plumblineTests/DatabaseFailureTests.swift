import SQLDatabase
import Testing

@testable import plumbline

/// What a person reads when the database is the trouble: what happened, what it means for the money, what to do.
@Suite struct DatabaseFailureTests {
    static let faults: [(fault: ServerFault, code: Int32, text: String)] = [
        (
            .badAddress(reason: "r"), 2,
            """
            The address of the database cannot be used: r.
              → Write it as postgres://ROLE@HOST:PORT/DATABASE, with what libpq takes after a “?”.

            """
        ),
        (
            .unreachable(server: "db", reason: "r"), 6,
            """
            No database server answers at db: r.
              → Nothing was stored. Check the host, the port and the network, and that PostgreSQL runs there.

            """
        ),
        (
            .credentialsRefused(server: "db", reason: "r"), 6,
            """
            The database server refused the role, db: r.
              → Nothing was stored. Check the role's name, its password (PGPASSWORD, ~/.pgpass or PLUMBLINE_DATABASE), \
            and that pg_hba.conf lets it in from this machine.

            """
        ),
        (
            .noPrimary(server: "db", reason: "r"), 6,
            """
            No database server at db takes writes: r.
              → Nothing was stored. Name the primary, or every server of the cluster, as in \
            postgres://db1,db2,db3/plumbline. While a standby is being promoted, try again in a minute.

            """
        ),
        (
            .commitUnknown(reason: "r"), 7,
            """
            The connection to the database was lost at the last step, and it could not be asked since whether the \
            change was stored; it was stored as a whole or not at all: r.
              → Look before you do it again: it may be stored, and a second time would be a second act. \
            `plumbline audit` shows the last acts. A running server finds out by itself.

            """
        ),
        (
            .poolWait(.seconds(10)), 6,
            """
            No connection to the database became free within 10 s.
              → Nothing was stored. Try again in a moment; if it stays, raise --database-connections or add a server.

            """
        ),
        (
            .connectionLost(reason: "r"), 6,
            """
            The connection to the database was lost before anything was stored: r.
              → Nothing was stored. Try again; `plumbline doctor` looks at the database.

            """
        ),
    ]

    @Test(arguments: faults) func `a fault of the server is said with its cure`(
        _ example: (fault: ServerFault, code: Int32, text: String)
    ) throws {
        let failure = try #require(FailureText(DatabaseError.server(example.fault)))

        #expect(failure.text == example.text)
        #expect(failure.status.rawValue == example.code)
    }

    static let codes: [(fault: ServerFault, code: Int32)] = [
        (.noSuchDatabase(server: "db", reason: "r"), 6), (.tlsFailed(server: "db", reason: "r"), 6),
        (.tooManyConnections(server: "db", reason: "r"), 6), (.statementTimeout, 6), (.poolFull(waiting: 256), 6),
        (.closed, 6), (.notPermitted(message: "m"), 6), (.notOffered("n"), 3),
        (.rejected(sqlState: "XX000", message: "m"), 1),
    ]

    @Test(arguments: codes) func `each fault ends with its code`(_ example: (fault: ServerFault, code: Int32)) {
        #expect(ExitStatus(ending: DatabaseError.server(example.fault)).rawValue == example.code)
    }

    @Test func `a closed database names the one to use`() throws {
        let failure = try #require(FailureText(DatabaseError.sealed(reason: "Everything was moved to db.")))

        #expect(
            failure.text == """
                Everything was moved to db.
                  → Use the database that it names, with --database. What is in this one stays, to look at.

                """)
        #expect(failure.status == .databaseUnavailable)
    }

    @Test func `a disk that fails is told apart from a disk that failed at the last step`() throws {
        let before = try #require(FailureText(DatabaseError.diskFailed(code: 778)))
        let during = try #require(FailureText(DatabaseError.commitUncertain(code: 1034)))

        #expect(
            before.text == """
                The disk did not do what the database asked of it (SQLite code 778).
                  → Nothing was stored. Whoever looks after the server sees what the system says of the disk \
                (`dmesg`), and then runs `plumbline doctor`; after that, do it again.

                """)
        #expect(before.status == .databaseUnavailable)
        #expect(
            during.text == """
                The disk failed while the act was being stored (SQLite code 1034).
                  → Look before you do it again: it may be stored, and a second time would be a second act. \
                `plumbline audit` shows the last acts. A running server finds out by itself.

                """)
        #expect(during.status == .outcomeUnknown)
    }

    @Test func `a report that cannot be written says that its act is done`() throws {
        let failure = try #require(FailureText(LostReport(reason: "No space left on device.")))

        #expect(
            failure.text == """
                The report could not be written: No space left on device.
                  → What was asked for is done, and only the report of it is missing: do not repeat an act without \
                looking. Make room where the output goes, or send it elsewhere, and let the matter be shown again.

                """)
        #expect(failure.status == .fileProblems)
    }
}
