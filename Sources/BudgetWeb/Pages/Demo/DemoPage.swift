import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The switches of a demo's emulated QuickBooks: what to do to it, and where to watch what becomes of it.
struct DemoPage: Sendable {
    let desk: DemoDesk

    static let title = "Demo switches"

    var route: PageRoute {
        .signedIn(Site.demo, get: show, post: press)
    }

    @Sendable private func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let state = await desk.state()
        return .page(
            Page(
                Self.title,
                .p(
                    """
                    This server is a demo. An emulated QuickBooks with its Web Connector polls it every few seconds. \
                    Do something to it here, then watch in Plumbline what becomes of the money.
                    """),
                .card("QuickBooks now", facts(of: state)), switchCard(of: state, on: visit),
                estimates(of: state, in: signedIn.company, on: visit),
                DemoWatching.html(for: signedIn, among: try await visit.plumbline.projects(of: signedIn.company.id)),
                polls(of: state)))
    }

    @Sendable private func press(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        guard let pressed = visit.form["switch"].flatMap(DemoSwitch.init) else { throw PageProblem.unreadableForm }
        try await desk.press(pressed, visit.form["estimate"])
        return .seeOther(
            Site.demo.link, flash: pressed.concernsEstimate ? .demoEstimateStruck : .demoSwitchPressed)
    }

    private func facts(of state: DemoState) -> HTML {
        .facts([
            ("QuickBooks", .text(state.quickBooks)), ("Web Connector", .text(state.connector)),
            (
                "Still to strike",
                state.pending.isEmpty ? "nothing" : .text(state.pending.joined(separator: "; "))
            ),
        ])
    }

    private func switchCard(of state: DemoState, on visit: Visit) -> HTML {
        let rows = state.switches.filter { !$0.concernsEstimate }.map { item in
            [
                .form(
                    to: Site.demo.link, on: visit, .hidden("switch", item.rawValue), .button(item.title)),
                .text(item.consequence),
            ] as [HTML]
        }
        return .table("Switches", [.text("Do this"), .text("What then happens")], rows: rows)
    }

    private func estimates(of state: DemoState, in company: Company, on visit: Visit) -> HTML {
        guard !state.estimates.isEmpty else {
            return .emptyState("No estimate in QuickBooks", "The first accepted budget makes one.")
        }
        let acts = DemoSwitch.allCases.filter(\.concernsEstimate)
        let rows = state.estimates.map { estimate in
            let forms = acts.map { act in
                HTML.form(
                    to: Site.demo.link, on: visit, .hidden("switch", act.rawValue),
                    .hidden("estimate", estimate.txnID), .button(act.title))
            }
            return [
                .text(estimate.job), .text(estimate.txnID), .text("\(estimate.lines)"),
                .money(Money(minorUnits: estimate.total, currency: company.currency)),
                .tag("div", [.class("button-row")], .fragment(forms)),
            ] as [HTML]
        }
        return .fragment([
            .table(
                "Estimates that QuickBooks holds",
                [.text("Job"), .text("TxnID"), .number("Lines"), .number("Total"), .text("Do this")], rows: rows),
            .tag("ul", [.class("quiet")], .fragment(acts.map { .li(.text("\($0.title): \($0.consequence)")) })),
            .p(
                """
                Each of these also asks for a reading of job costs, in the name of the demo's accounting approver, so \
                that it is noticed within seconds. In production nobody tells Plumbline what a bookkeeper does: the \
                next reading comes by its schedule, at the latest after two hours while the Web Connector runs, or \
                when somebody presses Update Job Costs.
                """),
        ])
    }

    private func polls(of state: DemoState) -> HTML {
        .table(
            "Latest runs of the Web Connector", [.text("Time, UTC"), .text("What came of it")],
            rows: state.polls.map { [.text($0.time), .text($0.sentence)] })
    }
}

extension DemoSwitch {
    var title: String {
        switch self {
        case .openQuickBooks: "Open QuickBooks"
        case .closeQuickBooks: "Close QuickBooks"
        case .singleUserMode: "Go to single-user mode"
        case .loseAnswer: "Lose the next answer"
        case .loseRequest: "Lose the next request"
        case .stopConnector: "Switch the Web Connector off"
        case .startConnector: "Switch the Web Connector on"
        case .deleteEstimate: "Delete the estimate"
        case .changeEstimate: "Add 1,250.00 to a line"
        case .enterBill: "Enter a bill of 980.00"
        }
    }

    var consequence: String {
        switch self {
        case .openQuickBooks: "What waits is written and read back with the next run."
        case .closeQuickBooks: "The Web Connector cannot reach the file. What was accepted waits, and nothing is lost."
        case .singleUserMode: "Somebody else holds the file alone. What was accepted waits, and the log says why."
        case .loseAnswer:
            "QuickBooks writes the next estimate and its answer gets lost: it is looked up, and never written twice."
        case .loseRequest: "The next estimate never reaches QuickBooks. It is looked for, not found, and written once."
        case .stopConnector: "Nothing polls. After a while the connection is called late."
        case .startConnector: "It polls again every few seconds."
        case .deleteEstimate:
            "The reading that follows notices that it is gone. An approver has it written again, or lets it be."
        case .changeEstimate:
            "The reading that follows finds the difference, and an approver decides whose amount holds."
        case .enterBill: "It is in the Job Costs Report after the reading that follows."
        }
    }
}
