import SQLDatabase

extension DatabaseError {
    /// Who can mend it and how, and what it means for what was being done.
    var cure: String {
        switch self {
        case .busy: "Nothing was stored. Try again when the other process is done."
        case .diskFull: "Nothing was stored. Make room on the disk."
        case .diskFailed:
            """
            Nothing was stored. Whoever looks after the server sees what the system says of the disk (`dmesg`), and \
            then runs `plumbline doctor`; after that, do it again.
            """
        case .commitUncertain: ServerFault.lookFirst
        case .cannotOpen: "Check --data, and that this account may write to the folder."
        case .readOnly:
            """
            Nothing was stored. A file: check that this account may write to it and its folder. A server: it is a \
            standby or set to read only; leave target_session_attrs out of the address, and ask `plumbline doctor`.
            """
        case .corrupt: "If this is the right file, stop the server and restore a backup."
        case .sealed: "Use the database that it names, with --database. What is in this one stays, to look at."
        case .newerSchema, .migrationsDiffer: "Use the version of Plumbline that wrote it, or a later one."
        case .server(let fault): fault.cure
        case .uniqueViolation, .foreignKeyViolation, .checkViolation, .notNullViolation, .ambiguousUniqueIndexes,
            .unfitValue, .statement, .column, .failed, .appendOnly:
            "Nothing was stored. Try again; if it stays, report it with this text."
        }
    }
}

extension ServerFault {
    fileprivate static let lookFirst = """
        Look before you do it again: it may be stored, and a second time would be a second act. `plumbline audit` \
        shows the last acts. A running server finds out by itself.
        """

    var cure: String {
        switch self {
        case .badAddress: "Write it as postgres://ROLE@HOST:PORT/DATABASE, with what libpq takes after a “?”."
        case .unreachable:
            "Nothing was stored. Check the host, the port and the network, and that PostgreSQL runs there."
        case .noPrimary:
            """
            Nothing was stored. Name the primary, or every server of the cluster, as in \
            postgres://db1,db2,db3/plumbline. While a standby is being promoted, try again in a minute.
            """
        case .credentialsRefused:
            """
            Nothing was stored. Check the role's name, its password (PGPASSWORD, ~/.pgpass or PLUMBLINE_DATABASE), \
            and that pg_hba.conf lets it in from this machine.
            """
        case .noSuchDatabase: "Check the name after the last “/”, or have the database made: createdb -O ROLE NAME."
        case .tlsFailed:
            """
            Nothing was sent or stored. Check sslmode and sslrootcert in the address, and the server's certificate and \
            name. Do not weaken sslmode to get on.
            """
        case .tooManyConnections:
            """
            Nothing was stored. Raise max_connections, or lower --database-connections: the servers together may have \
            no more than the database takes.
            """
        case .connectionLost: "Nothing was stored. Try again; `plumbline doctor` looks at the database."
        case .commitUnknown: Self.lookFirst
        case .statementTimeout: "Try again when the database has less to do; if it stays, report it with this text."
        case .poolFull, .poolWait:
            "Nothing was stored. Try again in a moment; if it stays, raise --database-connections or add a server."
        case .closed: "Nothing was stored. Start the program again."
        case .notPermitted:
            "Nothing was stored. The role has to own the tables: make the database with the role that uses it."
        case .notOffered: "Use the server's own tools, such as pg_dump and pg_basebackup."
        case .rejected: "Nothing was stored. Try again; if it stays, report it with this text."
        }
    }
}
