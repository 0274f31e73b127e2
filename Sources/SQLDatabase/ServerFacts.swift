/// What a database server says of itself: for the check that an operator runs before trusting it.
package struct ServerFacts: Sendable, Equatable {
    /// As the server writes it, `15.18 (Debian 15.18-0+deb12u1)`, and as a number, 150018.
    package let version: String
    package let versionNumber: Int

    package let role: String
    package let isSuperuser: Bool
    /// Row-level security does not hold this role, and the wall between companies is not there. Superusers pass too.
    package let bypassesRowSecurity: Bool
    /// Who owns the schema that tables are made in.
    package let schemaOwner: String
    /// Walled-off tables of which the wall is down: row-level security is not forced, or has no policy.
    package let tablesWithoutWall: [String]

    /// The server is a standby and takes no writes.
    package let isStandby: Bool
    /// The database or the role is set to read only.
    package let isReadOnly: Bool
    package let isEncrypted: Bool

    /// `on` makes a commit wait for the disk, and for the standbys that are named, `remote_apply` until they show it.
    package let synchronousCommit: String
    /// Empty when no commit waits for a standby: then a fail-over may lose commits that were answered.
    package let synchronousStandbyNames: String
    /// Off, either one, may lose everything at a crash.
    package let fsync: Bool
    package let fullPageWrites: Bool

    package let encoding: String
    package let collation: String
    package let mostConnections: Int
    /// The server's clock, in microseconds since 1970.
    package let clock: Int64
    /// A lock that one connection holds keeps another out. A pooler that gives every statement another connection
    /// breaks that, and with it the rule that a company has one writer.
    package let locksHold: Bool
}
