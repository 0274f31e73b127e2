/// Text without the whitespace around it, which QuickBooks drops and which would make a later comparison fail.
extension String {
    func trimmed() -> String {
        guard let first = utf8.first, let last = utf8.last, isXMLSpace(first) || isXMLSpace(last) else { return self }
        guard let start = utf8.firstIndex(where: { !isXMLSpace($0) }),
            let end = utf8.lastIndex(where: { !isXMLSpace($0) })
        else { return "" }
        return String(self[start...end])
    }
}

extension UnsafeBufferPointer<UInt8> {
    func trimmed() -> UnsafeBufferPointer<UInt8> {
        var start = 0
        var end = count
        while start < end, isXMLSpace(self[start]) { start += 1 }
        while end > start, isXMLSpace(self[end - 1]) { end -= 1 }
        return UnsafeBufferPointer(rebasing: self[start..<end])
    }
}

/// Space, tab, line feed or carriage return.
func isXMLSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
}
