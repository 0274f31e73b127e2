import HTTPTypes
import Hummingbird

/// Where a form came from, as the browser says. Scripts cannot write these headers.
enum FormOrigin {
    private static let site = HTTPField.Name("Sec-Fetch-Site")

    /// - Returns: false for a form that a page of another site sent. What sends neither header is no browser that other
    ///   sites could use, and still has to know the form's token.
    static func isOwn(_ request: Request, publicURL: String?) -> Bool {
        if let name = site, let site = request.headers[name] { return site == "same-origin" || site == "none" }
        guard let origin = request.headers[.origin] else { return true }
        let hosts = [request.head.authority, publicURL.map(host)].compactMap { $0?.lowercased() }
        return hosts.contains(host(of: origin).lowercased())
    }

    /// `budget.example.com:8443` of `https://budget.example.com:8443/path`.
    private static func host(of url: String) -> String {
        let rest = url.split(separator: "://", maxSplits: 1).last ?? ""
        return String(rest.prefix { $0 != "/" })
    }
}
