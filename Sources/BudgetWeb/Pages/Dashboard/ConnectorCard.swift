import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Whether QuickBooks is in touch, and can be worked with.
enum ConnectorCard {
    static func html(_ connection: Connection?, _ person: Person, now: Instant) -> HTML {
        let maySee = person.refusals(of: .viewERPLists).isEmpty
        let link = maySee ? HTML.p(.a(Site.erpConnections.link, "Connections")) : .nothing
        guard let connection else {
            return .card(
                "QuickBooks",
                .p(.badge("Not connected", .neutral), " What is sent waits until a connection is set up."),
                link)
        }
        let heartbeat = Heartbeat(of: connection, now: now)
        return .card(
            "QuickBooks", .facts(facts(connection, heartbeat)), heartbeat.notice, wrongPasswords(connection), link)
    }

    private static func facts(_ connection: Connection, _ heartbeat: Heartbeat) -> [(name: String, value: HTML)] {
        let called = connection.lastContactAt.map { HTML.fragment([" last called ", .moment($0)]) }
        let read = connection.costsReadAt.map { HTML.moment($0) }
        return [
            ("Web Connector", .fragment([heartbeat.badge, called ?? .nothing])),
            ("Company file", .text(connection.boundCompany ?? "not known yet; the first session says it")),
            ("Last session", .text(connection.lastSession ?? "none")), ("Costs read", read ?? "never"),
        ]
    }

    private static func wrongPasswords(_ connection: Connection) -> HTML {
        guard connection.refusedSignIns > 0 else { return .nothing }
        let times = connection.refusedSignIns == 1 ? "once" : "\(connection.refusedSignIns) times"
        let sentence = "The Web Connector came with a wrong password \(times) since its last good sign-in."
        return .notice("Wrong password", .bad, .p(.text(sentence)))
    }
}
