/// Why a document was refused, and the line at which reading stopped (1-based).
package struct XMLFault: Error, Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        /// The parser's own words, for a person to read.
        case notWellFormed(String)
        case truncated
        case doctype
        case zeroByte
        case unsupportedEncoding(String)
        case tooManyBytes(limit: Int)
        case tooDeep(limit: Int)
        case textTooLong(limit: Int)
        case tooManyAttributes(limit: Int)
        case nameTooLong(limit: Int)
        case markupTooLong(limit: Int)
        case outOfMemory
    }

    package var line: Int
    package var reason: Reason

    package init(line: Int, reason: Reason) {
        self.line = line
        self.reason = reason
    }
}

extension XMLFault: CustomStringConvertible {
    package var description: String { "line \(line): \(reason.description)" }
}

extension XMLFault.Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notWellFormed(let words): "not well-formed XML: \(words)"
        case .truncated: "the document ends too early"
        case .doctype: "a DOCTYPE is not accepted"
        case .zeroByte: "a zero byte is not accepted"
        case .unsupportedEncoding(let name): "the encoding \(name) is not accepted"
        case .tooManyBytes(let limit): "longer than \(limit) bytes"
        case .tooDeep(let limit): "nested deeper than \(limit) elements"
        case .textTooLong(let limit): "an element's text is longer than \(limit) bytes"
        case .tooManyAttributes(let limit): "an element has more than \(limit) attributes"
        case .nameTooLong(let limit): "a name is longer than \(limit) bytes"
        case .markupTooLong(let limit): "a tag or comment is longer than \(limit) bytes"
        case .outOfMemory: "out of memory"
        }
    }
}
