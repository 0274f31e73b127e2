import BudgetDomain
import BudgetOperations
import HTTPTypes
import Logging

extension Visit {
    /// Tells the log when somebody signed in asked for what their company does not have: a wrong link, or a try at
    /// another company's.
    func noteIfNotFound(_ answer: PageAnswer, path: String) {
        guard answer.status == .notFound else { return }
        noteNotFound(answer.missing, path: path)
    }

    /// The same of what a script asked for.
    func noteIfNotFound(_ refused: Refused, path: String) {
        guard RefusalStatus.of(refused) == .notFound else { return }
        noteNotFound(refused.sentences, path: path)
    }

    /// - Parameter missing: what was not found, since the path alone may not name it: an id comes in a query or a form.
    private func noteNotFound(_ missing: String?, path: String) {
        guard let signedIn else { return }
        var metadata: Logger.Metadata = [
            "path": "\(path)", "company": "\(signedIn.company.id)", "person": "\(signedIn.person.id)",
        ]
        if let missing { metadata["missing"] = "\(Self.inOneLine(missing))" }
        plumbline.log.notice("somebody asked for what their company does not have", metadata: metadata)
    }

    private static let longestMissing = 200

    /// What somebody sent can neither fill the log nor begin a line of its own in it.
    private static func inOneLine(_ text: String) -> String {
        let line = text.unicodeScalars.prefix(longestMissing).map { scalar -> String in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: " "
            case _: String(scalar)  // default: it stays within the line
            }
        }
        return line.joined()
    }
}

extension Refused {
    var sentences: String { refusals.map(\.sentence).joined(separator: " ") }
}
