import BudgetDomain

/// A secret that a browser or a link carries: the company whose rows it is looked for among, and 260 random bits, of
/// which only a digest is kept.
enum BrowserSecret {
    private static let length = 52

    /// What a secret is for. The digest binds it, so that one kind is never taken for another.
    enum Kind: String {
        case session, device, step, link
        case setUp = "set up"
    }

    static func new(in company: ID<Company>, _ randomness: Randomness) -> String {
        "\(company.text).\(randomness.text(length: length))"
    }

    /// Without a company, for what comes before one is known.
    static func new(_ randomness: Randomness) -> String { randomness.text(length: length) }

    static func digest(_ secret: String, _ kind: Kind) -> String {
        Digest.sha256("\(kind.rawValue)\n\(secret)")
    }

    /// The company that a secret names; nil for what is no secret of ours.
    static func company(of secret: String) -> ID<Company>? {
        let parts = secret.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == length, (1...64).contains(parts[0].utf8.count) else {
            return nil
        }
        return ID(String(parts[0]))
    }
}

/// Who knocks: what a sign-in knows of a browser before it knows the person.
package struct SignInClient: Hashable, Sendable {
    /// The network address; for IPv6 the network that one household has.
    package let address: String
    /// What the browser calls itself, for the person's own list of sessions.
    package let userAgent: String
    /// The secret that an earlier sign-in left in the browser.
    package let device: String?

    package init(address: String, userAgent: String, device: String?) {
        self.address = address
        self.userAgent = String(userAgent.prefix(200))
        self.device = device
    }
}
