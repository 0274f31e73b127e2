/// The body of a PDF file: numbered objects, and where each begins (ISO 32000-1, §7.5).
struct PDFObjects {
    /// The comment tells programs that carry the file that it is not text (§7.5.2).
    private(set) var bytes = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, UInt8(ascii: "\n")]
    private var offsets: [Int] = []

    /// The next object: the first is number 1.
    mutating func add(_ object: some Sequence<UInt8>) {
        offsets.append(bytes.count)
        bytes += "\(offsets.count) 0 obj\n".utf8
        bytes += object
        bytes += "\nendobj\n".utf8
    }

    mutating func add(_ object: String) { add(object.utf8) }

    /// - Parameter deflate: nil where it cannot; the stream is then written as it is.
    mutating func add(stream: [UInt8], deflate: ([UInt8]) -> [UInt8]?) {
        let deflated = deflate(stream)
        let filter = deflated == nil ? "" : " /Filter /FlateDecode"
        let content = deflated ?? stream
        let dictionary = "<< /Length \(content.count)\(filter) >>\nstream\n"
        add(Array(dictionary.utf8) + content + Array("\nendstream".utf8))
    }

    /// The whole file.
    func closed(root: Int, info: Int) -> [UInt8] {
        // Each entry is 20 bytes long (§7.5.4).
        let entries = offsets.map { "\(String(10_000_000_000 + $0).dropFirst()) 00000 n \n" }.joined()
        let table = "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n\(entries)"
        let trailer = "trailer\n<< /Size \(offsets.count + 1) /Root \(root) 0 R /Info \(info) 0 R >>\n"
        return bytes + Array("\(table)\(trailer)startxref\n\(bytes.count)\n%%EOF\n".utf8)
    }
}
