import BudgetDomain
import Foundation

/// JSON as programs get it: keys in alphabetical order, so that two runs can be compared line by line.
enum JSONText {
    static func of(_ value: any Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}

/// An amount as a decimal string with its currency: a JSON number would pass through floating point in many readers.
struct MoneyJSON: Encodable, Equatable, Sendable {
    let amount: String
    let currency: String

    init(_ money: Money) {
        amount = money.plain
        currency = money.currency.code
    }
}

/// The answer of a command that only has to say what it did.
struct DoneJSON: Encodable, Sendable {
    let done: String
}
