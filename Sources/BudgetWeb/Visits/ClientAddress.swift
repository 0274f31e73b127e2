import Glibc
import HTTPTypes
import Hummingbird
import NIOCore

/// The network address that an attempt to sign in is counted by.
enum ClientAddress {
    /// A proxy on the same machine says in `X-Forwarded-For` whom it speaks for; from elsewhere anybody could write
    /// that. The last address is the one that our own proxy saw.
    static func text(of request: Request, peer: SocketAddress?) -> String {
        let address = peer?.ipAddress ?? "local"
        guard isThisMachine(address), let name = HTTPField.Name("X-Forwarded-For"),
            let forwarded = request.headers[values: name].last?.split(separator: ",").last
        else { return network(of: address, orElse: address) }
        return network(of: String(forwarded.filter { !$0.isWhitespace }.prefix(64)), orElse: address)
    }

    private static func isThisMachine(_ address: String) -> Bool {
        address == "local" || address == "::1" || address.hasPrefix("127.") || address.hasPrefix("::ffff:127.")
    }

    /// A household has 2⁶⁴ addresses of IPv6, so these are counted by their first half.
    private static func network(of text: String, orElse other: String = "unknown") -> String {
        let address = text.hasPrefix("::ffff:") && text.contains(".") ? String(text.dropFirst(7)) : text
        if bytes(of: address, family: AF_INET, count: 4) != nil { return address }
        guard let six = bytes(of: address, family: AF_INET6, count: 16) else { return other }
        let groups = stride(from: 0, to: 8, by: 2).map { String(Int(six[$0]) << 8 | Int(six[$0 + 1]), radix: 16) }
        return groups.joined(separator: ":") + "::/64"
    }

    /// The address in the order of the network; nil for a text that is none of the family.
    private static func bytes(of text: String, family: Int32, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return inet_pton(family, text, &bytes) == 1 ? bytes : nil
    }
}
