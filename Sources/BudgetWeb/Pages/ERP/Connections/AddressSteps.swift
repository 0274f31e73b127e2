import QuickBooksDesktop

/// The steps of the wizard that are about how the Web Connector reaches this server.
struct AddressSteps {
    let publicURL: String?
    /// Whether the Web Connector called already, which proves all of it.
    let hasCalled: Bool
    /// What came of asking just now; nil when nobody did.
    var answer: KnockAnswer?

    var steps: [TimelineStep] {
        guard publicURL == nil, hasCalled else { return [address] + Part.allCases.map(step) }
        return [
            TimelineStep(
                title: "The Web Connector reaches this server without a public address", state: .done,
                detail: "QuickBooks is on this very computer, or its .qwc file was made for another address.")
        ]
    }

    /// Where the support page of this server is, for the Web Connector; nil without an address that it takes.
    static func supportURL(of publicURL: String?) -> String? {
        guard let publicURL else { return nil }
        return try? WebConnectorAddress(base: publicURL).support
    }

    private var address: TimelineStep {
        let title = "The server has a public address"
        guard let publicURL else {
            return TimelineStep(
                title: title, state: .current,
                detail: """
                    It was started without one: only a QuickBooks on this very computer reaches it. Whoever runs the \
                    server names the address with --public-url.
                    """)
        }
        return TimelineStep(title: title, state: .done, detail: publicURL)
    }

    /// What one request to the address goes through, in its order.
    private enum Part: Int, CaseIterable, Comparable {
        case domain, server, certificate, supportPage

        static func < (left: Part, right: Part) -> Bool { left.rawValue < right.rawValue }

        var title: String {
            switch self {
            case .domain: "Its domain is known"
            case .server: "A server answers there"
            case .certificate: "Its certificate is trusted"
            case .supportPage: "The support page is in order"
            }
        }
    }

    private func step(of part: Part) -> TimelineStep {
        guard Self.supportURL(of: publicURL) != nil else {
            return TimelineStep(title: part.title, state: hasCalled ? .done : .ahead)
        }
        guard let answer else {
            if hasCalled {
                return TimelineStep(title: part.title, state: .done, detail: "Seen by the Web Connector's own calls.")
            }
            return part == .domain
                ? TimelineStep(title: part.title, state: .current, detail: "Test the address.")
                : TimelineStep(title: part.title, state: .ahead)
        }
        guard let problem = Self.problem(in: answer) else { return TimelineStep(title: part.title, state: .done) }
        if part == problem.part { return TimelineStep(title: part.title, state: .failed, detail: problem.sentence) }
        return TimelineStep(title: part.title, state: part < problem.part ? .done : .ahead)
    }

    /// What is wrong, and who mends it; nil when all is in order.
    private static func problem(in answer: KnockAnswer) -> (part: Part, sentence: String)? {
        switch answer {
        case .answered(200, let text) where text.contains(SupportPage.title): nil
        case .answered(200, _):
            (
                .supportPage,
                "Another site answered at this address. Whoever runs the reverse proxy leads /qbwc to this server."
            )
        case .answered(let status, _):
            (
                .supportPage,
                """
                The support page answered with status \(status). Whoever runs the reverse proxy leads /qbwc to this \
                server, without redirects.
                """
            )
        case .hostIsUnknown: (.domain, "Its name is not known. Whoever runs the domain enters it there.")
        case .nobodyListens:
            (.server, "Nobody listens there. Start the reverse proxy, or let it through the firewall.")
        case .certificateIsNotTrusted:
            (
                .certificate,
                "Its certificate is not trusted, or is another name's. Windows would refuse it too: take one of a "
                    + "public authority."
            )
        case .tooSlow: (.server, "No answer came in time. Look at the reverse proxy and the firewall.")
        case .failed(let reason): (.server, "It could not be asked: \(reason)")
        }
    }
}
