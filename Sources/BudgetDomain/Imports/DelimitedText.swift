/// Reads the records of RFC 4180 text one at a time, with any line ending and any single-byte separator.
///
/// It is lenient where the meaning is plain (a quote inside an unquoted cell, a missing last line ending) and keeps
/// what is not plain as a fault of the record.
struct DelimitedText {
    struct Record: Equatable {
        var cells: [String] = []
        var fault: Fault?
    }

    enum Fault: Equatable {
        case unterminatedQuote(cell: Int)
        case textAfterQuote(cell: Int)
        case tooManyCells

        func sentence(limits: ImportLimits) -> String {
            switch self {
            case .unterminatedQuote(let cell):
                "The quote that opens cell \(cell + 1) is never closed, so the rest of the file cannot be read."
            case .textAfterQuote(let cell):
                "In cell \(cell + 1), text follows the closing quote: a quote inside a quoted cell is written twice."
            case .tooManyCells:
                "The row has more than \(limits.columns) columns."
            }
        }
    }

    private let bytes: [UInt8]
    private var position: Int
    let separator: UInt8
    let columnLimit: Int

    static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// `separator` is one of `separators`.
    init(_ utf8: [UInt8], separator: UInt8, columnLimit: Int) {
        bytes = utf8
        position = 0
        self.separator = separator
        self.columnLimit = columnLimit
    }

    /// The next record, nil at the end of the text. A blank line is a record of one empty cell.
    mutating func next() -> Record? {
        guard position < bytes.count else { return nil }
        var record = Record()
        repeat {
            let cell = nextCell(at: record.cells.count, fault: &record.fault)
            if record.cells.count < columnLimit {
                record.cells.append(cell)
            } else if !cell.isEmpty {
                record.fault = record.fault ?? .tooManyCells
            }
        } while skip(separator)
        skipLineEnding()
        return record
    }

    private mutating func nextCell(at index: Int, fault: inout Fault?) -> String {
        guard skip(DelimitedText.quote) else { return String(decoding: takeUnquoted(), as: UTF8.self) }
        var cell: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == DelimitedText.quote {
                guard !skip(DelimitedText.quote) else { cell.append(byte); continue }
                let rest = takeUnquoted()
                if !rest.allSatisfy({ $0 == UInt8(ascii: " ") }) { fault = fault ?? .textAfterQuote(cell: index) }
                return String(decoding: cell, as: UTF8.self)
            }
            if byte == DelimitedText.carriageReturn {
                _ = skip(DelimitedText.lineFeed)
                cell.append(DelimitedText.lineFeed)
            } else {
                cell.append(byte)
            }
        }
        fault = fault ?? .unterminatedQuote(cell: index)
        return String(decoding: cell, as: UTF8.self)
    }

    private mutating func takeUnquoted() -> ArraySlice<UInt8> {
        let start = position
        while position < bytes.count, bytes[position] != separator, !isLineEnding(bytes[position]) { position += 1 }
        return bytes[start..<position]
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipLineEnding() {
        if skip(DelimitedText.carriageReturn) {
            _ = skip(DelimitedText.lineFeed)
        } else {
            _ = skip(DelimitedText.lineFeed)
        }
    }

    private func isLineEnding(_ byte: UInt8) -> Bool {
        byte == DelimitedText.lineFeed || byte == DelimitedText.carriageReturn
    }
}
