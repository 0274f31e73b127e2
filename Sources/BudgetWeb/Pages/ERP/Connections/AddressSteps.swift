import QuickBooksDesktop

/// The steps of the wizard that are about how the Web Connector reaches this server.
struct AddressSteps {
    let publicURL: String?
    /// Whether the Web Connector called already, which proves all of it.
    let hasCalled: Bool
    /// What came of asking just now; nil when nobody did.
    var answer: KnockAnswer?

    var steps: [TimelineStep] { [address, support] }

    /// Where the support page of this server is, for the Web Connector; nil without an address that it takes.
    static func supportURL(of publicURL: String?) -> String? {
        guard let publicURL else { return nil }
        return try? WebConnectorAddress(base: publicURL).support
    }

    private var address: TimelineStep {
        let title = "The server has a public address"
        guard let publicURL else {
            return TimelineStep(
                title: title, state: hasCalled ? .done : .current,
                detail: """
                    It was started without one: only a QuickBooks on this very computer reaches it. Whoever runs the \
                    server names the address with --public-url.
                    """)
        }
        return TimelineStep(title: title, state: .done, detail: publicURL)
    }

    private var support: TimelineStep {
        let title = "Certificate, domain and support page are in order"
        guard Self.supportURL(of: publicURL) != nil else {
            return TimelineStep(title: title, state: hasCalled ? .done : .ahead)
        }
        guard let answer else {
            let detail = "Seen by the Web Connector's own calls."
            return hasCalled
                ? TimelineStep(title: title, state: .done, detail: detail)
                : TimelineStep(title: title, state: .current, detail: "Test the address.")
        }
        let problem = Self.problem(in: answer)
        return TimelineStep(
            title: title, state: problem == nil ? .done : .failed,
            detail: problem ?? "The support page answered, with a certificate that is trusted here.")
    }

    /// What is wrong, and who mends it; nil when all is in order.
    private static func problem(in answer: KnockAnswer) -> String? {
        switch answer {
        case .answered(200, let text) where text.contains(SupportPage.title): nil
        case .answered(200, _):
            "Another site answered at this address. Whoever runs the reverse proxy leads /qbwc to this server."
        case .answered(let status, _):
            """
            The support page answered with status \(status). Whoever runs the reverse proxy leads /qbwc to this \
            server, without redirects.
            """
        case .hostIsUnknown: "Its name is not known. Whoever runs the domain enters it there."
        case .nobodyListens: "Nobody listens there. Start the reverse proxy, or let it through the firewall."
        case .certificateIsNotTrusted:
            "Its certificate is not trusted, or is another name's. Windows would refuse it too: take one of a public "
                + "authority."
        case .tooSlow: "No answer came in time. Look at the reverse proxy and the firewall."
        case .failed(let reason): "It could not be asked: \(reason)"
        }
    }
}
