/// One row of an answer: its values in the order of the columns, and the names of the columns.
package struct Row: Sendable, Equatable {
    /// Names as the statement gives them: an `AS` name, or the column's own.
    package let names: [String]
    package let values: [SQLValue]

    package init(names: [String], values: [SQLValue]) {
        self.names = names
        self.values = values
    }

    /// A column by name, or by position from 0. Positions cost nothing; a name is looked for, and the first one wins.
    package enum Column: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
        case name(String)
        case position(Int)

        package init(stringLiteral value: String) { self = .name(value) }
        package init(integerLiteral value: Int) { self = .position(value) }
    }

    package func integer(_ column: Column) throws -> Int64 {
        try present(optionalInteger(column), column, "an integer")
    }
    package func int(_ column: Column) throws -> Int { Int(try integer(column)) }
    /// 0 is false and 1 is true; anything else is an error.
    package func bool(_ column: Column) throws -> Bool { try present(optionalBool(column), column, "0 or 1") }
    package func text(_ column: Column) throws -> String { try present(optionalText(column), column, "text") }
    package func blob(_ column: Column) throws -> [UInt8] { try present(optionalBlob(column), column, "a blob") }

    package func optionalInteger(_ column: Column) throws -> Int64? {
        switch try value(column) {
        case .integer(let value): return value
        case .null: return nil
        case .text, .blob: throw mismatch(column, "an integer")
        }
    }

    package func optionalInt(_ column: Column) throws -> Int? { try optionalInteger(column).map { Int($0) } }

    package func optionalBool(_ column: Column) throws -> Bool? {
        switch try value(column) {
        case .integer(0): return false
        case .integer(1): return true
        case .null: return nil
        case .integer, .text, .blob: throw mismatch(column, "0 or 1")
        }
    }

    package func optionalText(_ column: Column) throws -> String? {
        switch try value(column) {
        case .text(let value): return value
        case .null: return nil
        case .integer, .blob: throw mismatch(column, "text")
        }
    }

    package func optionalBlob(_ column: Column) throws -> [UInt8]? {
        switch try value(column) {
        case .blob(let value): return value
        case .null: return nil
        case .integer, .text: throw mismatch(column, "a blob")
        }
    }

    package func isNull(_ column: Column) throws -> Bool {
        if case .null = try value(column) { true } else { false }
    }

    private func present<T>(_ value: T?, _ column: Column, _ expected: String) throws -> T {
        guard let value else { throw mismatch(column, expected) }
        return value
    }

    package func value(_ column: Column) throws -> SQLValue {
        switch column {
        case .position(let position) where values.indices.contains(position):
            return values[position]
        case .name(let name):
            if let position = names.firstIndex(of: name) { return values[position] }
            fallthrough
        case .position:
            throw DatabaseError.column(label(column), expected: "a value", found: "no such column")
        }
    }

    private func mismatch(_ column: Column, _ expected: String) -> DatabaseError {
        let found = (try? value(column))?.kind ?? "nothing"
        return .column(label(column), expected: expected, found: found)
    }

    private func label(_ column: Column) -> String {
        switch column {
        case .name(let name): name
        case .position(let position): names.indices.contains(position) ? names[position] : "\(position)"
        }
    }
}
