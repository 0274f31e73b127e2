/// What the demo tells as it goes, and what it found out.
final class DemoStory {
    private let terminal: Terminal
    private let isForPrograms: Bool
    private var facts: [String] = []

    init(terminal: Terminal, isForPrograms: Bool) {
        self.terminal = terminal
        self.isForPrograms = isForPrograms
    }

    func chapter(_ title: String) {
        tell("\n== \(title)")
    }

    /// Programs get the facts at the end alone; a person still sees the story beside them.
    func tell(_ text: String) {
        // What the demo does is worth more than its being read: it goes on, and ends with its verdict.
        try? (isForPrograms ? terminal.writeError : terminal.write)(text + "\n")
    }

    func show(_ blocks: [Report.Block]) {
        tell(Report(blocks, json: DoneJSON(done: "shown")).text(width: terminal.width))
    }

    /// Something that the product promises, and that was just checked.
    func fact(_ sentence: String, holds: Bool) throws {
        guard holds else { throw DemoProblem(sentence: "This does not hold: \(sentence)") }
        facts.append(sentence)
        tell("  ✓ \(sentence)")
    }

    func suggestCommands(naming database: String) {
        tell(
            """

            What to try in another terminal
              plumbline budget show 1001 --as pat@harbour.example --acts\(database)
              plumbline erp show 1001 --as ada@harbour.example\(database)
              plumbline job-costs 1001 --as ada@harbour.example --documents\(database)
              plumbline erp compare 1002 --as ada@harbour.example --all\(database)
              plumbline drift --as ada@harbour.example --all\(database)
              plumbline audit\(database)
            """)
    }

    /// - Parameter url: where the demo is served from now on; nil when it ends here.
    func end(url: String? = nil, signIns: [DemoSignIn] = [], minutes: Int = 0) throws {
        if isForPrograms {
            try terminal.write(JSONText.of(DemoJSON(facts: facts, url: url, signIns: url.map { _ in signIns })))
        }
        guard let url else { return }
        tell(
            """

            == In your browser
            \(url), on this machine alone, for \(minutes) minutes or until you interrupt
            \(signIns.map(\.line).joined(separator: "\n"))
            The Web Connector runs every few seconds. \(url)/demo has the switches: delete an estimate, close
            QuickBooks, lose an answer, and watch the product recover.
            Project \(DemoProject.unsent.number) waits for you: lock it and send it.
            """)
    }
}

struct DemoJSON: Encodable {
    let facts: [String]
    /// Nil when nothing is served.
    let url: String?
    let signIns: [DemoSignIn]?
}
