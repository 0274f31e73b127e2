/// Where the Web Connector finds the service: a URL that it accepts.
///
/// Source of the rules: QuickBooks Web Connector Programmer's Guide, chapters 1 and 4 and appendix A.
package struct WebConnectorAddress: Hashable, Sendable {
    /// The SOAP endpoint: `AppURL`.
    package let service: String
    /// A page that answers without a login: `AppSupport`. On the same host, which the Web Connector insists on.
    package let support: String

    /// - Parameters:
    ///   - base: what people type to reach the server, such as `https://budgets.example.com`.
    ///   - path: the endpoint's place under it.
    package init(base: String, path: String = "/qbwc") throws(WebConnectorAddressProblem) {
        guard base.utf8.count <= Self.longest else { throw .tooLong }
        guard base.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), let colon = base.firstRange(of: "://") else {
            throw .notAURL(base)
        }
        let scheme = base[..<colon.lowerBound].lowercased()
        let rest = base[colon.upperBound...]
        guard scheme == "https" || scheme == "http" else { throw .notAURL(base) }
        guard !rest.contains(where: { "?#@\\\"<>".contains($0) }) else { throw .hasMoreThanAPath }

        let authority = rest.prefix { $0 != "/" }
        guard !authority.hasPrefix("[") else { throw .bareAddress(String(authority)) }
        let host = authority.prefix { $0 != ":" }.lowercased()
        guard !host.isEmpty, Self.isPort(authority.dropFirst(host.count)) else { throw .notAURL(base) }
        guard host.contains(where: { !$0.isNumber && $0 != "." }) else { throw .bareAddress(host) }
        guard scheme == "https" || host == "localhost" else { throw .needsHTTPS(host: host) }

        let trimmed = base.hasSuffix("/") ? String(base.dropLast()) : base
        service = trimmed + path
        support = trimmed + path + "/support"
    }

    private static let longest = 1_000

    private static func isPort(_ text: Substring) -> Bool {
        if text.isEmpty { return true }
        guard text.first == ":", let port = UInt16(text.dropFirst()) else { return false }
        return port > 0 && !text.dropFirst().hasPrefix("+")
    }
}

/// Why the Web Connector would refuse a URL, and which of its errors the user would see.
package enum WebConnectorAddressProblem: Error, Hashable, Sendable {
    case notAURL(String)
    case tooLong
    /// A query, a fragment, a user name, or a character that a URL cannot hold.
    case hasMoreThanAPath
    case needsHTTPS(host: String)
    case bareAddress(String)

    package var sentence: String {
        switch self {
        case .notAURL(let text):
            "“\(text.prefix(100))” is not a web address such as https://budgets.example.com."
        case .tooLong:
            "The address is longer than 1,000 characters."
        case .hasMoreThanAPath:
            "The address must be a host and at most a path: no user name, question mark or number sign."
        case .needsHTTPS(let host):
            """
            The Web Connector refuses http for \(host) (QBWC1051): use https with a certificate that Windows trusts, \
            or run Web Connector and server on one computer and use http://localhost.
            """
        case .bareAddress(let host):
            """
            The Web Connector refuses the number \(host) for a host (QBWC1001): use a name that has a certificate, \
            or localhost.
            """
        }
    }
}
