package import BudgetOperations
package import Hummingbird
import Logging
import QuickBooksDesktop

/// Where the server listens, and how the world reaches it.
package struct ServerAddress: Sendable {
    package let host: String
    /// 0 lets the system choose; `onServerRunning` says which it chose.
    package let port: Int
    /// The address in the WSDL; nil where it is the address that the server listens on.
    package let publicURL: String?

    package init(host: String, port: Int, publicURL: String? = nil) {
        self.host = host
        self.port = port
        self.publicURL = publicURL
    }

    var baseURL: String { publicURL ?? "http://\(host == "127.0.0.1" ? "localhost" : host):\(port)" }
}

/// The HTTP face: the pages, the Web Connector's SOAP service with its description and support page, and a health
/// check.
package struct BudgetServer: Sendable {
    let plumbline: Plumbline
    let address: ServerAddress
    let version: String
    let demo: DemoDesk?
    let surroundings: Surroundings
    let stopSentence: @Sendable () -> String?

    /// - Parameters:
    ///   - demo: the emulated QuickBooks of a demo, which gets a page of its own.
    ///   - surroundings: what pages need beyond the database.
    ///   - stopSentence: why the server takes no more work; nil while it does.
    package init(
        plumbline: Plumbline, address: ServerAddress, version: String, demo: DemoDesk? = nil,
        surroundings: Surroundings = .none,
        stopSentence: @escaping @Sendable () -> String? = { nil }
    ) {
        self.plumbline = plumbline
        self.address = address
        self.version = version
        self.demo = demo
        self.surroundings = surroundings
        self.stopSentence = stopSentence
    }

    /// - Parameter onServerRunning: told the port once the server listens.
    package func application(
        onServerRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        let router = Router(context: WebContext.self)
        let reader = VisitReader(
            plumbline: plumbline, publicURL: address.publicURL, isDemo: demo != nil, surroundings: surroundings)
        router.add(middleware: SecurityHeaders(isSecure: reader.isSecure))
        router.add(middleware: CompressedAnswers())
        router.add(middleware: FailureAnswers(plumbline: plumbline))
        router.add(middleware: StoppedAnswers(stopSentence: stopSentence))
        router.add(middleware: ErrorPages(reader: reader))
        WebConnectorRoutes(
            conversation: WebConnectorConversation(plumbline: plumbline, version: version), address: address
        ).add(to: router)
        HealthRoute(plumbline: plumbline).add(to: router)
        AssetRoute().add(to: router)
        PageRoutes(reader: reader, further: demo.map { [DemoPage(desk: $0).route] } ?? []).add(to: router)
        DataRoutes(reader: reader).add(to: router)
        return Application(
            router: router,
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: address.port), serverName: "plumbline"),
            onServerRunning: { channel in await onServerRunning(channel.localAddress?.port ?? 0) },
            logger: plumbline.log)
    }
}
