package import BudgetDomain
import FoundationEssentials

/// Where a company's messages go: an `https` address, or `http` on this machine, where nobody listens in.
package struct WebhookAddress: Hashable, Sendable {
    package static let longest = 2_048

    package let text: String

    package init(_ text: String) throws(Refused) {
        if let problem = Self.problem(with: text) {
            throw Refused(.webhookAddressIsUnfit(address: String(text.prefix(200)), problem: problem))
        }
        self.text = text
    }

    /// As the end of “it …”.
    private static func problem(with text: String) -> String? {
        guard text.utf8.count <= longest else { return "is longer than \(longest) characters" }
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), let parts = URLComponents(string: text),
            let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme)
        else { return "is no http or https address" }
        guard let host = parts.host, !host.isEmpty else { return "names no host" }
        guard (1...65_535).contains(parts.port ?? 443) else { return "has a port that does not exist" }
        guard parts.user == nil, parts.password == nil else { return "carries a user name or a password" }
        guard parts.fragment == nil else { return "has a fragment, which is never sent" }
        guard scheme == "https" || isThisMachine(host) else { return "has to be https, unless it is this machine" }
        return nil
    }

    /// RFC 6761 §6.3, RFC 5735 §3 and RFC 4291 §2.5.3.
    private static func isThisMachine(_ host: String) -> Bool {
        if ["localhost", "::1", "[::1]"].contains(host.lowercased()) { return true }
        let bytes = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return bytes.count == 4 && bytes.allSatisfy { $0 != nil } && bytes.first == 127
    }
}
