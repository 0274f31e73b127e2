package import BudgetOperations
package import QuickBooksEmulators

/// A mistake planted around the product, to see that an invariant finds it. It sits on the ways in and out: SOAP calls,
/// statements, time, randomness and qbXML; the product's own code stays as it is.
package struct Mutant: Sendable {
    package let name: String
    /// The mistake, as a sentence.
    package let statement: String
    /// The invariant that has to find it, where another may be violated before; nil for any.
    package let aim: String?
    /// Indexes of the database that it does without.
    package let indexes: [String]
    /// New for every world: a hook may remember.
    package let makeHooks: @Sendable () -> MutantHooks

    package init(
        name: String, statement: String, aim: String? = nil, without indexes: [String] = [],
        makeHooks: @escaping @Sendable () -> MutantHooks
    ) {
        self.name = name
        self.statement = statement
        self.aim = aim
        self.indexes = indexes
        self.makeHooks = makeHooks
    }
}

/// Where a mutant may lay its hand. What is nil stays as it is.
package struct MutantHooks: Sendable {
    /// A SOAP call's bytes as they reach the server.
    package var request: (@Sendable (SOAPMethod, [UInt8]) -> [UInt8])?
    /// The server's answer as it leaves.
    package var reply: (@Sendable (SOAPMethod, [UInt8]) -> [UInt8])?
    package var sql: Rewriting?
    package var clock: (@Sendable (Clock) -> Clock)?
    package var randomness: (@Sendable (Randomness) -> Randomness)?
    /// A request document on its way into QuickBooks.
    package var qbxmlRequest: (@Sendable (String) -> String)?
    /// QuickBooks' answer on its way to the connector.
    package var qbxmlResponse: (@Sendable (String) -> String)?
    /// Whether a person's act is let through though the product would refuse it: see ``PersonAct``.
    package var actor: (@Sendable (PersonAct, SimulatedPerson) -> SimulatedPerson)?
    /// Whether a commit is lost though the server says that it was made.
    package var losesCommit: (@Sendable () -> Bool)?

    package init() {}
}
