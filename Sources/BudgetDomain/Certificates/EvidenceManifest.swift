/// What lies in a folder of evidence: each file by its length and digest. Its text is signed.
package struct EvidenceManifest: Hashable, Sendable {
    package let company: String
    package let project: String
    package let export: Int
    package let madeAt: String
    package let madeBy: String
    /// By name.
    package let files: [File]

    package struct File: Hashable, Sendable {
        /// Relative to the manifest's folder, with `/`.
        package let name: String
        package let bytes: Int
        package let sha256: String

        package init(name: String, bytes: Int, sha256: String) {
            self.name = name
            self.bytes = bytes
            self.sha256 = sha256
        }
    }

    package init(
        company: String, project: String, export: Int, madeAt: String, madeBy: String, files: [File]
    ) {
        self.company = company
        self.project = project
        self.export = export
        self.madeAt = madeAt
        self.madeBy = madeBy
        self.files = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    package static let firstLine = "plumbline evidence 1"
    private static let words = ["Company  ", "Project  ", "Export   ", "Made at  ", "Made by  "]

    package var text: String {
        let facts = zip(Self.words, [company, project, String(export), madeAt, madeBy])
            .map { $0 + CertificateText.escaped($1) }
        return ([Self.firstLine, ""] + facts + [""] + files.map { "\($0.sha256)  \($0.name)  \($0.bytes)" })
            .joined(separator: "\n") + "\n"
    }

    /// Reads what ``text`` writes, and nothing else.
    package init?(parsing text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= Self.words.count + 4 else { return nil }
        let facts = zip(Self.words, lines[2...]).compactMap { word, line in
            CertificateText.unescaped(Substring(line.unicodeScalars.dropFirst(word.count)))
        }
        var files: [File] = []
        for line in lines[(Self.words.count + 3)...].dropLast() {
            let cells = line.split(separator: " ").map(String.init)
            guard cells.count == 3, Self.isFileName(cells[1]), let bytes = Int(cells[2]) else { return nil }
            files.append(File(name: cells[1], bytes: bytes, sha256: cells[0]))
        }
        guard facts.count == Self.words.count, let export = Int(facts[2]) else { return nil }
        self.init(
            company: facts[0], project: facts[1], export: export, madeAt: facts[3], madeBy: facts[4], files: files)
        guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
    }

    /// A name that leads to no other folder than the manifest's own and those in it.
    package static func isFileName(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count)
            && parts.allSatisfy { part in
                part.first != "." && !part.isEmpty
                    && part.utf8.allSatisfy { byte in
                        switch byte {
                        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): true
                        default: false  // default: any other byte is in no name of ours
                        }
                    }
            }
    }
}
