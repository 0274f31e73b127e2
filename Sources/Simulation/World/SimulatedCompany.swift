package import BudgetDomain
package import QuickBooksEmulators

/// One company of the world: its people, its projects, its company file with all that surrounds it, and the Web
/// Connectors that have its `.qwc`.
package final class SimulatedCompany {
    package let index: Int
    package let company: Company
    package let people: [SimulatedPerson]
    package let projects: [String]
    package let account: ConnectorAccount
    package let books: CompanyFile
    package let booksClock: QuickBooksClock
    package internal(set) var connectors: [SimulatedConnector]

    /// What the Web Connector finds open.
    package internal(set) var quickBooks = QuickBooksState.open
    /// Counts whatever changed the company file.
    package internal(set) var booksVersion = 0
    /// A backup of the company file, and when it was made.
    package internal(set) var backup: CompanyFileCopy?
    /// Calls that the network kept back.
    package internal(set) var lateCalls: [SOAPCall] = []
    /// How often a connector has signed in, whatever came of it.
    package internal(set) var signIns = 0
    /// Whether QuickBooks stores every outcome from now on, since one came late.
    var keepsOutcomes = false
    /// Whether somebody with a shell took rights away or changed the settings, ever: an older copy of the database may
    /// bring back what was mended.
    var hasLostRights = false
    var hasChangedSettings = false
    /// The file that is not ours.
    package let otherFile: CompanyFile

    init(index: Int, founded: Founding.Founded, shape: World.Shape, world clock: SimulatedClock) {
        self.index = index
        company = founded.company
        people = founded.people
        account = founded.account
        self.projects = Founding.projects.prefix(shape.projects).map(\.0)
        let booksClock = QuickBooksClock(world: clock)
        self.booksClock = booksClock
        books = CompanyFile(shape.startsLinked ? founded.linked : founded.fresh, clock: { booksClock.text })
        books.connect(ownerID: account.ownerID, fileID: account.fileID)
        otherFile = CompanyFile(name: "Quite Another", path: "C:\\Other.QBW", clock: { booksClock.text })
        self.connectors = (0..<shape.connectors).map { SimulatedConnector(name: ["A", "B", "C"][$0 % 3]) }
    }

    package var id: ID<Company> { company.id }

    package func person(_ role: PersonRole) -> SimulatedPerson {
        people.first { $0.role == role } ?? people[0]
    }
}

/// A Web Connector: idle, or in the middle of an update.
package struct SimulatedConnector: Sendable {
    package let name: String
    package internal(set) var poll: PollMachine?
    /// The company file of this update's session.
    package internal(set) var file: CompanyFile?
    package internal(set) var lastReport: PollReport?
    package internal(set) var polls = 0
    /// The number of its sign-in among the company's.
    package internal(set) var signIn = 0

    init(name: String) { self.name = name }
}
