internal import SQLDatabase
internal import Synchronization

/// What a hook remembers from one call to the next.
final class Remembered<Value: Sendable>: Sendable {
    private let value: Mutex<Value>

    init(_ value: Value) { self.value = Mutex(value) }

    func change<Result: Sendable>(_ body: (inout Value) -> Result) -> Result { value.withLock { body(&$0) } }
}

extension Mutant {
    /// A mistake in one statement.
    /// - Parameters:
    ///   - beginning: how the statement begins; others stay as they are.
    ///   - rewriting: gives back as many values as its text has placeholders, in their order.
    static func statement(
        _ name: String, _ statement: String, aim: String? = nil, without indexes: [String] = [], in beginning: String,
        _ rewriting: @escaping Rewriting
    ) -> Mutant {
        Mutant(name: name, statement: statement, aim: aim, without: indexes) {
            var hooks = MutantHooks()
            hooks.sql = { sql, values in sql.hasPrefix(beginning) ? rewriting(sql, values) : (sql, values) }
            return hooks
        }
    }

    /// Another text in place of one in every statement that has it.
    static func text(
        _ name: String, _ statement: String, aim: String? = nil, without indexes: [String] = [], _ old: String,
        becomes new: String
    ) -> Mutant {
        Mutant(name: name, statement: statement, aim: aim, without: indexes) {
            var hooks = MutantHooks()
            hooks.sql = { sql, values in (sql.replacing(old, with: new), values) }
            return hooks
        }
    }

    /// A mistake in how an export's state is stored.
    /// - Parameter change: gets state, detail, whether it is open and whether it is in QuickBooks.
    static func exportState(
        _ name: String, _ statement: String,
        _ change: @escaping @Sendable (_ state: inout String, _ values: inout [SQLValue]) -> Void
    ) -> Mutant {
        .statement(name, statement, in: "UPDATE exports SET state") { sql, values in
            guard case .text(var state) = values[0] else { return (sql, values) }
            var values = values
            change(&state, &values)
            values[0] = .text(state)
            return (sql, values)
        }
    }

    /// A mistake in how an entry of the audit is stored.
    /// - Parameter change: gets company, number, time, person, name, act, subject, details, memento and hash.
    static func audit(
        _ name: String, _ statement: String, of acts: Set<String>? = nil,
        _ change: @escaping @Sendable (_ sql: inout String, _ values: inout [SQLValue]) -> Void
    ) -> Mutant {
        .statement(name, statement, in: "INSERT INTO audit_entries") { sql, values in
            guard values.count == 10, case .text(let act) = values[5], acts?.contains(act) ?? true else {
                return (sql, values)
            }
            var (sql, values) = (sql, values)
            change(&sql, &values)
            return (sql, values)
        }
    }

    /// A statement that takes one value, changes nothing and says that it changed nothing.
    static let nothing = "UPDATE companies SET name = name WHERE id = $1 AND 1 = 0"
}
