/// A statement on its way to the engine.
package struct ObservedStatement: Sendable {
    package let scope: RowScope
    package let sql: String
    /// Empty for a bulk insert, whose rows come one after the other.
    package let values: [SQLValue]

    package init(scope: RowScope, sql: String, values: [SQLValue]) {
        self.scope = scope
        self.sql = sql
        self.values = values
    }
}

package typealias StatementObserver = @Sendable (ObservedStatement) -> Void
