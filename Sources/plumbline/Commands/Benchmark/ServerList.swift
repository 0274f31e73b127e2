import ArgumentParser
import Foundation

/// `--servers http://127.0.0.1:8081,http://127.0.0.1:8082`: servers over one database, each as good as the others.
struct ServerList: ExpressibleByArgument, Sendable {
    /// Each server's SOAP endpoint.
    let services: [URL]

    static let mostServers = 64

    init?(argument: String) {
        let addresses = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let services = addresses.compactMap(Self.service)
        guard (1...Self.mostServers).contains(services.count), services.count == addresses.count else { return nil }
        self.services = services
    }

    private static func service(at address: String) -> URL? {
        let base = address.hasSuffix("/") ? String(address.dropLast()) : address
        guard let url = URL(string: base + "/qbwc"), url.scheme == "http", url.host != nil else { return nil }
        return url
    }
}
