/// A form with a file in it (RFC 7578, as WHATWG HTML §4.10.21.8 has browsers write it).
struct MultipartForm: Hashable, Sendable {
    let fields: FormFields
    /// The first field that holds a file; nil when none was chosen.
    let file: UploadedFile?

    /// RFC 2046 §5.1.1.
    private static let longestBoundary = 70
    private static let longestHeaders = 2_048
    private static let lineEnd: [UInt8] = [0x0D, 0x0A]

    /// The boundary in a `Content-Type`; nil for any other type.
    static func boundary(in contentType: String?) -> String? {
        let parts = (contentType ?? "").split(separator: ";").map { $0.drop { $0 == " " } }
        guard parts.first?.lowercased() == "multipart/form-data" else { return nil }
        for part in parts.dropFirst() where part.lowercased().hasPrefix("boundary=") {
            let text = part.dropFirst("boundary=".count).filter { $0 != "\"" }
            return text.isEmpty || text.utf8.count > longestBoundary ? nil : text
        }
        return nil
    }

    /// - Throws: ``PageProblem`` for too many fields, and for bytes that are no such form.
    init(_ bytes: [UInt8], boundary: String) throws(PageProblem) {
        let delimiter = Array("--\(boundary)".utf8)
        guard bytes.starts(with: delimiter) else { throw .unreadableForm }
        var pairs: [FormFields.Pair] = []
        var file: UploadedFile?
        var rest = bytes[delimiter.count...]
        while !rest.starts(with: Array("--".utf8)) {
            guard pairs.count < FormFields.mostFields else { throw .tooManyFields }
            guard rest.starts(with: Self.lineEnd), let end = Self.position(of: Self.lineEnd + delimiter, in: rest)
            else { throw .unreadableForm }
            let part = try Part(rest[rest.index(rest.startIndex, offsetBy: 2)..<end])
            if let name = part.fileName {
                if file == nil, !name.isEmpty { file = UploadedFile(name: name, bytes: Array(part.content)) }
            } else {
                guard let value = String(validating: part.content, as: UTF8.self) else { throw .unreadableForm }
                pairs.append(FormFields.Pair(name: part.name, value: value))
            }
            rest = rest[(end + Self.lineEnd.count + delimiter.count)...]
        }
        fields = FormFields(pairs: pairs)
        self.file = file
    }

    private struct Part {
        let name: String
        /// Nil for a field without a file; empty where none was chosen.
        let fileName: String?
        let content: ArraySlice<UInt8>

        init(_ bytes: ArraySlice<UInt8>) throws(PageProblem) {
            let blank = MultipartForm.lineEnd + MultipartForm.lineEnd
            guard let end = MultipartForm.position(of: blank, in: bytes.prefix(MultipartForm.longestHeaders)),
                let headers = String(validating: bytes[bytes.startIndex..<end], as: UTF8.self)
            else { throw .unreadableForm }
            let lines = headers.split(separator: "\r\n")
            let disposition = lines.first { $0.lowercased().hasPrefix("content-disposition:") }
            guard let name = disposition.flatMap({ Self.parameter(" name", in: $0) }) else { throw .unreadableForm }
            self.name = name
            fileName = disposition.flatMap { Self.parameter(" filename", in: $0) }.map(Self.withoutFolders)
            content = bytes[(end + blank.count)...]
        }

        /// A quote inside a name is written as `%22`.
        private static func parameter(_ name: String, in header: Substring) -> String? {
            for part in header.split(separator: ";") where part.hasPrefix("\(name)=\"") && part.hasSuffix("\"") {
                return String(part.dropFirst(name.count + 2).dropLast()).replacing("%22", with: "\"")
            }
            return nil
        }

        private static func withoutFolders(_ name: String) -> String {
            name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        }
    }

    /// Where the bytes are found first.
    private static func position(of wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            guard let first = wanted.first, buffer.count >= wanted.count else { return nil }
            var index = 0
            let last = buffer.count - wanted.count
            while index <= last {
                if buffer[index] == first, wanted.indices.allSatisfy({ buffer[index + $0] == wanted[$0] }) {
                    return bytes.startIndex + index
                }
                index += 1
            }
            return nil
        }
    }
}
