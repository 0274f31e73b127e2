/// A trigger holds for the owner of the table and for a superuser too, where rights taken away would not.
extension PostgreSQLTransaction {
    /// A SQLSTATE of our own, in a class that is nobody's.
    static let appendOnlyState = "PLAO1"

    func setAppendOnly(_ table: String, _ isAppendOnly: Bool) throws {
        guard isAppendOnly else { return try executeSchema("DROP TRIGGER \(table)_append_only ON \(table)") }
        try executeSchema(
            """
            CREATE OR REPLACE FUNCTION plumbline_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION USING ERRCODE = '\(Self.appendOnlyState)', TABLE = TG_TABLE_NAME,
                    MESSAGE = 'rows are never changed or taken out';
            END $$
            """)
        try executeSchema(
            """
            CREATE TRIGGER \(table)_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON \(table)
            FOR EACH STATEMENT EXECUTE FUNCTION plumbline_append_only()
            """)
    }
}
