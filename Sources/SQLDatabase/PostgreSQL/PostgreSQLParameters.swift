/// The values of a statement as libpq takes them: text that ends with a zero byte, and blobs as they are. The server
/// finds the type of each from the statement.
struct PostgreSQLParameters {
    private var bytes: [UInt8] = []
    /// Where each value begins; nil is NULL.
    private var offsets: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    var count: Int32 { Int32(clamping: offsets.count) }

    init(_ values: [SQLValue]) {
        for value in values {
            offsets.append(value == .null ? nil : bytes.count)
            switch value {
            case .integer(let integer): append(String(integer).utf8, isBinary: false)
            case .text(let text): append(text.utf8, isBinary: false)
            case .blob(let blob): append(blob, isBinary: true)
            case .null: append([], isBinary: false)
            }
        }
    }

    private mutating func append(_ value: some Collection<UInt8>, isBinary: Bool) {
        bytes.append(contentsOf: value)
        bytes.append(0)
        lengths.append(Int32(clamping: value.count))
        formats.append(isBinary ? 1 : 0)
    }

    func withPointers<T>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) throws -> T
    ) rethrows -> T {
        try bytes.withUnsafeBytes { buffer in
            let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            let pointers = offsets.map { offset in offset.flatMap { base?.advanced(by: $0) } }
            return try pointers.withUnsafeBufferPointer { try body($0.baseAddress, lengths, formats) }
        }
    }
}
