package import BudgetDomain

/// What pages need beyond the database, and only the program around the server has: a key to sign papers with, and the
/// network.
package struct Surroundings: Sendable {
    /// The signed certificate of a project, for the person who asks.
    /// - Throws: `Refused`, or ``PaperProblem``.
    package typealias MakeCertificate =
        @Sendable (
            _ project: String, _ company: ID<Company>, _ person: ID<Person>
        ) async throws -> String

    /// All that proves an export, the latest where none is named.
    /// - Throws: `Refused`, or ``PaperProblem``.
    package typealias MakeEvidence =
        @Sendable (
            _ project: String, _ export: Int?, _ company: ID<Company>, _ person: ID<Person>
        ) async throws -> [PaperFile]

    /// Asks for one page of this very site the way strangers do.
    package typealias Knock = @Sendable (_ url: String) async -> KnockAnswer

    let certificate: MakeCertificate
    let evidence: MakeEvidence
    let knock: Knock

    package init(
        certificate: @escaping MakeCertificate, evidence: @escaping MakeEvidence, knock: @escaping Knock
    ) {
        self.certificate = certificate
        self.evidence = evidence
        self.knock = knock
    }

    /// Of a server that has neither key nor network.
    package static let none = Surroundings(
        certificate: { _, _, _ in throw PaperProblem.noKey }, evidence: { _, _, _, _ in throw PaperProblem.noKey },
        knock: { _ in .failed("This server reaches no network.") })
}

/// One file of a folder of evidence.
package struct PaperFile: Hashable, Sendable {
    /// With folders before it, as in `qbxml/1-request.xml`.
    let name: String
    let text: String

    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

/// Why a paper cannot be signed.
package struct PaperProblem: Error, Hashable, Sendable {
    let sentence: String
    let cure: String

    package init(sentence: String, cure: String) {
        self.sentence = sentence
        self.cure = cure
    }

    static let noKey = PaperProblem(
        sentence: "This server has no key to sign with.",
        cure: "Whoever runs the server names its signing key when it is started.")
}

/// What came of asking for a page.
package enum KnockAnswer: Hashable, Sendable {
    /// - Parameter text: of the page, its beginning at least.
    case answered(status: Int, text: String)
    case hostIsUnknown
    case nobodyListens
    case certificateIsNotTrusted
    case tooSlow
    case failed(String)
}
