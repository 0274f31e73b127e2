/// Names and comments.
enum Words {
    /// A name that says what kind of thing a type is to programmers, and not what it is. `ItemService` is the name
    /// of a QuickBooks list, in qbXML.
    static func emptyNames(_ file: SourceFile) throws -> [Finding] {
        let empty = #"(?:\w*(?:Manager|Helper|Utils|Utilities|Common|Misc)s?(?![a-z])\w*|(?!Item)\w*Service)"#
        let declared = try Pattern(#"\b(?:struct|class|enum|actor|protocol|typealias)\s+(\#(empty))\b"#)
        let named = try Pattern(#"(?:^|/)(\#(empty))(?:\+\w+)?(?:\.swift$|/)"#)
        let names = named.matches(in: file.path).map {
            Finding(path: file.path, line: 1, message: says(nothing: $0.text))
        }
        return names + file.findings(of: declared, in: file.code, says(nothing:))
    }

    private static func says(nothing name: String) -> String { "the name \(name) says nothing; name the thing" }

    static func unfinishedWork(_ file: SourceFile) throws -> [Finding] {
        let words = try Pattern(#"\b(?:TODO|FIXME|XXX|HACK)\b"#)
        return file.findings(of: words, in: file.comments) { "\($0): finish it or leave it out" }
    }

    /// Comments that read as a statement. Documentation comments may show code.
    static func codeInComments(_ file: SourceFile) throws -> [Finding] {
        let statements = [
            #".*[{};]"#,
            #"(?:let|var) \w+(?:: *[\w\[\]?.<>]+)? *=.*"#,
            #"(?:private |internal |package )?(?:func|struct|class|enum|extension) \w+.*[({].*"#,
            #"(?:try|await|return|guard) .*[)\]]"#,
            #"[\w.]+\([^ )]*\)"#,
            #"(?:package )?import [A-Z]\w+"#,
        ]
        let pattern = try Pattern(#"(?<!/)//(?!/)[ \t]*((?:\#(statements.joined(separator: "|"))))[ \t]*$"#)
        return file.findings(of: pattern, in: file.comments) { "“\($0)” is code in a comment; git remembers it" }
    }
}
