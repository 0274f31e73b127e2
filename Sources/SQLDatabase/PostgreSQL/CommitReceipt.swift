/// The proof that a transaction was committed. Its row is written together with what the transaction changed, so it is
/// there exactly when the change is: when a connection is lost while a COMMIT is on its way, the row tells.
struct CommitReceipt: Sendable {
    private let token: String

    /// Not a secret: only what no other transaction has.
    init() {
        var generator = SystemRandomNumberGenerator()
        token = "\(String(generator.next(), radix: 36))-\(String(generator.next(), radix: 36))"
    }

    static let table = """
        CREATE TABLE IF NOT EXISTS transaction_receipts (
            token TEXT COLLATE "C" NOT NULL PRIMARY KEY,
            written_at TIMESTAMPTZ NOT NULL DEFAULT now()
        )
        """

    /// Old ones are found without looking at every one of a day. Making it would wait for every commit under way, also
    /// where it is there already, so it is looked for first.
    static let isIndexed = "SELECT to_regclass('transaction_receipts_written_at') IS NOT NULL"
    static let index = "CREATE INDEX transaction_receipts_written_at ON transaction_receipts (written_at)"

    /// The token is of digits, letters and a hyphen. A commit that waits for its standbys is not to be cut short by the
    /// limit on a statement: the server would answer as if they had it.
    var insertion: String {
        "SET LOCAL statement_timeout = 0; INSERT INTO transaction_receipts (token) VALUES ('\(token)')"
    }

    var renewal: String { "UPDATE transaction_receipts SET written_at = now() WHERE token = '\(token)'" }

    /// What says that the row is there already.
    static let isThere = DatabaseError.uniqueViolation(constraint: "transaction_receipts_pkey")

    /// A transaction that lost its connection knows after ``PostgreSQLSettings/retryLimit`` at the latest.
    static let removalOfOld = """
        DELETE FROM transaction_receipts WHERE token IN (
            SELECT token FROM transaction_receipts WHERE written_at < now() - INTERVAL '1 day'
            ORDER BY written_at LIMIT \(mostRemovedAtOnce))
        """

    /// So that no removal comes near the limit on a statement, however long nobody has removed any.
    static let mostRemovedAtOnce = 10_000
}
