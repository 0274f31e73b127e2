import BudgetDomain

/// What a Web Connector shows at each call of a session: the company, so that the session is looked for among that
/// company's own, and a secret, of which only a digest is kept.
enum ConnectorTicket {
    private static let secretLength = 32

    static func new(for company: ID<Company>, _ randomness: Randomness) -> String {
        "\(company.text).\(randomness.text(length: secretLength))"
    }

    /// The company that a ticket names; nil for what is no ticket of ours.
    static func company(of ticket: String) -> ID<Company>? {
        let parts = ticket.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == secretLength, (1...64).contains(parts[0].utf8.count) else {
            return nil
        }
        return ID(String(parts[0]))
    }
}
