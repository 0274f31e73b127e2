import SQLDatabase

/// How people sign in: their passwords, sessions, browsers, links and second factors. Failed attempts and set-up links
/// are no company's: the first come before it is known whose they are, the second before there is a company.
extension Schema {
    static let signIn = Migration("0012 sign in") { transaction in
        for statement in signInTables { try transaction.executeSchema(statement) }
        for table in walledSignInTables { try transaction.wallOff(table, by: "company_id") }
    }

    private static let walledSignInTables = [
        "credentials", "browser_sessions", "known_devices", "sign_in_steps", "sign_in_links", "second_factors",
        "recovery_codes",
    ]

    private static let signInTables = [
        "CREATE INDEX people_sign_in ON people (email)",
        """
        CREATE TABLE credentials (
            company_id TEXT NOT NULL REFERENCES companies (id), person_id TEXT NOT NULL, salt TEXT NOT NULL,
            cost TEXT NOT NULL, digest TEXT NOT NULL, changed_at BIGINT NOT NULL,
            PRIMARY KEY (company_id, person_id),
            FOREIGN KEY (company_id, person_id) REFERENCES people (company_id, id))
        """,
        """
        CREATE TABLE browser_sessions (
            company_id TEXT NOT NULL REFERENCES companies (id), digest TEXT NOT NULL, id TEXT NOT NULL,
            person_id TEXT NOT NULL, created_at BIGINT NOT NULL, last_used_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL, address TEXT NOT NULL, user_agent TEXT NOT NULL,
            PRIMARY KEY (company_id, digest),
            FOREIGN KEY (company_id, person_id) REFERENCES people (company_id, id))
        """,
        "CREATE INDEX browser_sessions_person ON browser_sessions (company_id, person_id)",
        """
        CREATE TABLE known_devices (
            company_id TEXT NOT NULL REFERENCES companies (id), digest TEXT NOT NULL, person_id TEXT NOT NULL,
            seen_at BIGINT NOT NULL, PRIMARY KEY (company_id, digest),
            FOREIGN KEY (company_id, person_id) REFERENCES people (company_id, id))
        """,
        """
        CREATE TABLE sign_in_steps (
            company_id TEXT NOT NULL REFERENCES companies (id), digest TEXT NOT NULL, person_id TEXT NOT NULL,
            expires_at BIGINT NOT NULL, PRIMARY KEY (company_id, digest),
            FOREIGN KEY (company_id, person_id) REFERENCES people (company_id, id))
        """,
        "CREATE INDEX sign_in_steps_digest ON sign_in_steps (digest)",
        """
        CREATE TABLE sign_in_links (
            company_id TEXT NOT NULL REFERENCES companies (id), digest TEXT NOT NULL, person_id TEXT NOT NULL,
            purpose TEXT NOT NULL CHECK (purpose IN ('invitation', 'reset')), expires_at BIGINT NOT NULL,
            PRIMARY KEY (company_id, digest),
            FOREIGN KEY (company_id, person_id) REFERENCES people (company_id, id))
        """,
        """
        CREATE TABLE second_factors (
            company_id TEXT NOT NULL REFERENCES companies (id), person_id TEXT NOT NULL, secret TEXT NOT NULL,
            confirmed_at BIGINT, last_step BIGINT NOT NULL DEFAULT 0, PRIMARY KEY (company_id, person_id),
            FOREIGN KEY (company_id, person_id) REFERENCES people (company_id, id))
        """,
        """
        CREATE TABLE recovery_codes (
            company_id TEXT NOT NULL REFERENCES companies (id), person_id TEXT NOT NULL, digest TEXT NOT NULL,
            PRIMARY KEY (company_id, person_id, digest),
            FOREIGN KEY (company_id, person_id) REFERENCES people (company_id, id))
        """,
        """
        CREATE TABLE sign_in_attempts (
            subject TEXT NOT NULL PRIMARY KEY, failures BIGINT NOT NULL, last_at BIGINT NOT NULL)
        """,
        "CREATE TABLE set_up_links (digest TEXT NOT NULL PRIMARY KEY, expires_at BIGINT NOT NULL)",
    ]
}
