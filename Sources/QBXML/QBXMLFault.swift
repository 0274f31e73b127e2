package import MarkupBytes

/// Why a message could not be written, or was refused on reading.
package struct QBXMLFault: Error, Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        case missing
        /// Counted in characters, as QuickBooks counts.
        case tooLong(limit: Int, actual: Int)
        /// QuickBooks would store `?`.
        case notInWindows1252(Character)
        case controlCharacter(code: UInt32)
        /// `:` separates the levels of a full name.
        case colonInName
        case badValue(String)
        /// Unknown here, repeated, or out of order.
        case unexpected
        /// Two fields of which the message allows one.
        case conflicting
        /// Text next to child elements, where qbXML has none.
        case mixedContent
        case notXML(XMLFault)
    }

    /// The message's element, such as `EstimateAddRq`, or the envelope's.
    package var message: String
    /// The field's path in the message, such as `EstimateLineAdd/Desc`.
    package var field: String
    package var reason: Reason

    package init(message: String, field: String, reason: Reason) {
        self.message = message
        self.field = field
        self.reason = reason
    }
}

extension QBXMLFault: CustomStringConvertible {
    package var description: String {
        if case .notXML(let fault) = reason { return fault.description }
        return "\(message): \(field) \(reason.description)"
    }
}

extension QBXMLFault.Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing: "is missing"
        case .tooLong(let limit, let actual): "has \(actual) characters, the limit is \(limit)"
        case .notInWindows1252(let character): "contains \(character), which QuickBooks cannot store"
        case .controlCharacter(let code): "contains the control character \(code)"
        case .colonInName: "contains a colon, which QuickBooks keeps for parent:child names"
        case .badValue(let value): "cannot be \"\(value.prefix(60))\""
        case .unexpected: "is not expected here"
        case .conflicting: "cannot stand together with another field of this message"
        case .mixedContent: "has text between its elements"
        case .notXML(let fault): fault.description
        }
    }
}
