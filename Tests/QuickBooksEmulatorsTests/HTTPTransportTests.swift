import Foundation
import QuickBooksEmulators
import Testing

@Suite struct HTTPTransportTests {
    @Test func `nobody listening is unreachable`() async throws {
        let url = try #require(URL(string: "http://127.0.0.1:1/qbwc"))
        let connector = WebConnector(
            account: WebConnectorTests.account, company: try Acme.file(),
            transport: HTTPTransport.post(to: url, timeoutSeconds: 5))

        let report = await connector.poll()

        guard case .unreachable = report.outcome else { throw Unexpected() }
        #expect(report.methods == [.serverVersion])
    }
}
