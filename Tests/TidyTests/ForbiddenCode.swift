import Foundation

/// Code that we do not write, and where.
struct ForbiddenCode: Sendable {
    let pattern: String
    let message: String
    let applies: @Sendable (SourceFile) -> Bool

    func findings(in file: SourceFile) throws -> [Finding] {
        guard applies(file) else { return [] }
        return file.findings(of: try Pattern(pattern), in: file.code) { found in
            "“\(found.trimmingCharacters(in: .whitespaces))”: \(message)"
        }
    }

    static let all = [
        ForbiddenCode(
            pattern: #"\b(?:try|as)!"#, message: "a wrong guess ends the process; throw", applies: { _ in true }),
        ForbiddenCode(
            pattern: #"\bfatalError\("#, message: "nothing that comes from outside may end the process",
            applies: { _ in true }),
        ForbiddenCode(
            pattern: #"(?<![.\w]|func )(?:debugP|p)rint\("#, message: "only the command line's terminal prints",
            applies: { $0.isSource && !$0.path.hasPrefix("Sources/plumbline/Terminal") }),
        ForbiddenCode(
            pattern: #"\b(?:Date|UUID)\(\)|\bDate\.now\b|\.random\b|\b(?:Continuous|Suspending)Clock\b"#,
            message: "the time and chance are handed in, so that a test can say what they are",
            applies: { $0.isSource && ["BudgetDomain", "BudgetOperations"].contains($0.module) }),
        ForbiddenCode(
            pattern: #"\b(?:Double|Float|Float\d+|CGFloat)\b"#, message: "nothing near money is floating point",
            applies: { $0.isSource && ["BudgetDomain", "BudgetOperations"].contains($0.module) }),
    ]

    /// A `default` over an enum of ours hides the case that is added next. Where the values are open-ended (text,
    /// bytes, numbers) the line says so: `default: // default: any other byte is text`.
    static func defaults(_ file: SourceFile) throws -> [Finding] {
        let closed = ["BudgetDomain", "BudgetOperations", "QuickBooksDesktop"]
        guard file.isSource, closed.contains(file.module) else { return [] }
        let pattern = try Pattern(#"(?<!@unknown )\bdefault:|\bcase _:"#)
        let comments = file.comments.split(separator: "\n", omittingEmptySubsequences: false)
        return file.findings(of: pattern, in: file.code) { "“\($0)” hides the next case; say why it is right here" }
            .filter { !comments[$0.line - 1].contains("// default: ") }
    }
}
