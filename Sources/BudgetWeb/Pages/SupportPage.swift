import MarkupBytes

/// What a person sees who follows the Web Connector's support link.
enum SupportPage {
    static let title = "Plumbline and the QuickBooks Web Connector"

    static let support = HTML.page(
        title: title,
        .h1(.text(title)),
        .p("This connection carries accepted budgets into QuickBooks as estimates and reads job costs back."),
        .ol([
            "Open your company file in QuickBooks as its Admin, in single-user mode.",
            "Open the .qwc file in the QuickBooks Web Connector, and allow access, also when QuickBooks is closed.",
            "Enter the connection's password, and tick Auto-Run.",
        ]),
        .p(
            "How a connection is doing stands in ERP Integrations, under ",
            .a(href: Site.erpConnections.link.text, "Connections"), ", for whoever is signed in."))

    static let service = HTML.page(
        title: "Plumbline's Web Connector service",
        .h1("Plumbline's Web Connector service"),
        .p(
            "This is the address for the QuickBooks Web Connector, not for people. Its description is at ",
            .a(href: "/qbwc?wsdl", "/qbwc?wsdl"), ", help is at ", .a(href: "/qbwc/support", "/qbwc/support"), "."))
}
