import ArgumentParser
import QuickBooksDesktop

/// `--public-url`: how the machine with QuickBooks reaches the server, as the Web Connector accepts it.
enum PublicAddress {
    static func read(_ text: String) throws -> WebConnectorAddress {
        do {
            return try WebConnectorAddress(base: text)
        } catch {
            throw ValidationError("--public-url “\(text)”: \(error.sentence)")
        }
    }
}
