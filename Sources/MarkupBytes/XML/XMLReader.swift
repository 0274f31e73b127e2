internal import CLibXML2

/// Reads XML in chunks and hands its events to a handler. It refuses any DOCTYPE, so there are no entities but the five
/// built-in ones, and nothing is ever fetched.
///
/// A document is whole only once `finish` has returned: until then a handler must not act on what it has heard.
package final class XMLReader {
    package enum Encoding: Sendable {
        /// The declaration decides: UTF-8, US-ASCII, ISO-8859-1 or Windows-1252.
        case declared
        /// The bytes are UTF-8 whatever the declaration says, because they were characters of another document.
        case alreadyUTF8
    }

    /// Small enough that a tag longer than `XMLLimits.markupBytes` is noticed soon after it exceeds the limit.
    private static let pieceBytes = 16 << 10

    let limits: XMLLimits
    let handler: any XMLEventHandler
    let encoding: Encoding
    // One parser calls one handler, never two at a time, so the checks of exclusive access would only cost: several per
    // element, a tenth of the reading time of a long answer.
    @exclusivity(unchecked) var depth = 0
    /// Bytes of text since the last tag.
    @exclusivity(unchecked) var textBytes = 0
    @exclusivity(unchecked) var failure: (any Error)?
    private(set) var context: xmlParserCtxtPtr?
    private var bytesFed = 0

    package init(handler: any XMLEventHandler, limits: XMLLimits = XMLLimits(), encoding: Encoding = .declared) {
        self.handler = handler
        self.limits = limits
        self.encoding = encoding
        var callbacks = XMLReaderCallbacks.handlers
        xmlInitParser()
        context = xmlCreatePushParserCtxt(&callbacks, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
        // HUGE lifts libxml2's own limits of 10 MB per text, which a long report exceeds; ours hold instead.
        var options = XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue
        options |= XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        // Without this libxml2 hands an ampersand in an attribute on as `&#38;`. Nothing else is substituted: an
        // entity of one's own needs a DOCTYPE, and any DOCTYPE stops the reading.
        options |= XML_PARSE_NOENT.rawValue
        if encoding == .alreadyUTF8 { options |= XML_PARSE_IGNORE_ENC.rawValue }
        if let context { xmlCtxtUseOptions(context, Int32(bitPattern: options)) }
    }

    deinit {
        if let context { xmlFreeParserCtxt(context) }
    }

    /// Reads a whole document that is already in memory.
    package static func read(
        _ bytes: [UInt8], limits: XMLLimits = XMLLimits(), encoding: Encoding = .declared,
        handler: any XMLEventHandler
    ) throws {
        let reader = XMLReader(handler: handler, limits: limits, encoding: encoding)
        try reader.feed(bytes)
        try reader.finish()
    }

    /// Throws `XMLFault`, or what the handler threw. After an error every further call throws the same.
    package func feed(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBufferPointer { try feed($0) }
    }

    package func feed(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Self.pieceBytes)
            rest = rest.dropFirst(piece.count)
            try feedPiece(UnsafeBufferPointer(rebasing: piece))
        }
    }

    package func finish() throws {
        try throwFailure()
        guard let context else { throw fault(.outOfMemory) }
        guard bytesFed > 0 else { throw remember(fault(.truncated)) }
        xmlParseChunk(context, nil, 0, 1)
        try throwFailure()
        guard context.pointee.errNo != XML_ERR_DOCUMENT_END.rawValue || depth == 0 else {
            throw remember(fault(.truncated))
        }
        try throwParserError(context)
        guard depth == 0 else { throw remember(fault(.truncated)) }
    }

    private func feedPiece(_ piece: UnsafeBufferPointer<UInt8>) throws {
        try throwFailure()
        guard let context, let start = piece.baseAddress else { throw fault(.outOfMemory) }
        if bytesFed == 0, !Self.canBegin(start[0]) { throw remember(fault(.unsupportedEncoding("of the first bytes"))) }
        bytesFed += piece.count
        guard bytesFed <= limits.totalBytes else { throw remember(fault(.tooManyBytes(limit: limits.totalBytes))) }
        // libxml2 would take a zero byte for the end of its buffer.
        guard !Self.containsZero(piece) else { throw remember(fault(.zeroByte)) }
        start.withMemoryRebound(to: CChar.self, capacity: piece.count) { pointer in
            _ = xmlParseChunk(context, pointer, Int32(piece.count), 0)
        }
        try throwFailure()
        try throwParserError(context)
        if let input = context.pointee.input, input.pointee.end - input.pointee.cur > limits.markupBytes {
            throw remember(fault(.markupTooLong(limit: limits.markupBytes)))
        }
    }

    /// Every encoding that we accept begins a document with `<`, whitespace or the UTF-8 byte order mark. libxml2
    /// would otherwise guess at UTF-16 and EBCDIC.
    private static func canBegin(_ byte: UInt8) -> Bool {
        [0x3C, 0x20, 0x09, 0x0A, 0x0D, 0xEF].contains(byte)
    }

    /// Eight bytes at a time: a byte is zero if subtracting one borrows through a high bit that was not set.
    private static func containsZero(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highBits: UInt64 = 0x8080_8080_8080_8080
        let raw = UnsafeRawBufferPointer(piece)
        var index = 0
        while index + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if (word &- ones) & ~word & highBits != 0 { return true }
            index += 8
        }
        return piece[index...].contains(0)
    }

    private func throwFailure() throws {
        if let failure { throw failure }
    }

    private func throwParserError(_ context: xmlParserCtxtPtr) throws {
        guard context.pointee.wellFormed == 0 || context.pointee.nsWellFormed == 0 else { return }
        let error = context.pointee.lastError
        let words = error.message.map { String(cString: $0) } ?? "error \(error.code)"
        let reason = XMLFault.Reason.notWellFormed(String(words.prefix(200).filter { $0 != "\n" }))
        throw remember(XMLFault(line: Int(error.line), reason: reason))
    }

    private func remember(_ fault: XMLFault) -> XMLFault {
        failure = fault
        return fault
    }

    func fault(_ reason: XMLFault.Reason) -> XMLFault {
        XMLFault(line: context?.pointee.input.map { Int($0.pointee.line) } ?? 1, reason: reason)
    }

    /// Called from within libxml2, which must not be unwound: the error waits until the parser has returned.
    func stop(_ error: any Error) {
        if failure == nil { failure = error }
        if let context { xmlStopParser(context) }
    }
}
