/// Whose rows a transaction is about. A write holds its scope alone: one writer of a company at a time, however many
/// servers there are, so what it read is still true when it commits.
///
/// SQLite has one writer for the whole file, which is more than that. PostgreSQL locks the scope, and its row-level
/// security hides every other company's rows.
package enum RowScope: Hashable, Sendable {
    /// The rows of one company, by its id.
    case company(String)
    /// What is not one company's: the list of companies, finding a company by a credential, the servers' own leases. A
    /// write in this scope decides nothing from rows that a company's own writes may change.
    case everyCompany
    /// The tables themselves.
    case schema
}
