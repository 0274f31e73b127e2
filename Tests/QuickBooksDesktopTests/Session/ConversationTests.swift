import BudgetDomain
import BudgetOperations
import Testing

@testable import QuickBooksDesktop

/// Calls in every order that a Web Connector, a proxy or a stranger may bring them in.
@Suite struct ConversationTests {
    @Test func `a ticket that nobody gave out brings nothing, whatever is called`() async throws {
        let desk = try await Desk()

        #expect(try await desk.send("stranger", hello: desk.hello) == "")
        #expect(try await desk.receive("stranger", Golden.written) == -1)
        #expect(try await desk.lastError("stranger") == WebConnectorConversation.sessionIsOver)
        #expect(try await desk.close("stranger") == "OK")
        #expect(
            try await desk.conversation.answer(.connectionError(ticket: "stranger", hresult: "", message: ""))
                == .connectionError("done"))
        #expect(try await desk.conversation.answer(.serverVersion) == .serverVersion("1.0"))
        #expect(try await desk.conversation.answer(.clientVersion(version: "2.3")) == .clientVersion(""))
        #expect(
            try await desk.conversation.answer(.getInteractiveURL(ticket: "stranger", sessionID: ""))
                == .getInteractiveURL(""))
        #expect(
            try await desk.conversation.answer(.isInteractiveDone(ticket: "stranger")) == .isInteractiveDone("Done"))
    }

    @Test func `a whole session of a budget, request by request`() async throws {
        let desk = try await Desk()
        let ticket = try await desk.signIn()

        #expect(try await desk.send(ticket, hello: desk.hello) == Golden.lookUp)
        let first = try await desk.receive(ticket, Golden.noEstimate)
        #expect(try await desk.send(ticket) == Golden.estimateAdd)
        let second = try await desk.receive(ticket, Golden.written)
        #expect(try await desk.send(ticket) == Golden.readBack)
        let third = try await desk.receive(ticket, Golden.readBackAnswer)
        #expect(try await desk.exportState() == "synced")
        #expect(try await desk.send(ticket) == Golden.costs)
        let fourth = try await desk.receive(ticket, Golden.costsAnswer)

        #expect([first, second, third, fourth] == [50, 67, 75, 100])
        #expect(
            try await desk.close(ticket)
                == "Wrote the estimate of 1001. Read the estimate of 1001 back. Read job costs.")
        #expect(try await desk.plumbline.connection(of: desk.company)?.boundCompany == "Acme")
    }

    @Test func `a write asked for twice is looked for, then goes again as the same bytes`() async throws {
        let desk = try await Desk()
        let ticket = try await desk.signIn()
        #expect(try await desk.send(ticket, hello: desk.hello) == Golden.lookUp)
        #expect(try await desk.send(ticket, hello: desk.hello) == Golden.lookUp)
        _ = try await desk.receive(ticket, Golden.noEstimate)

        let once = try await desk.send(ticket)
        #expect(once.contains("<EstimateAddRq"))
        #expect(try await desk.send(ticket) == Golden.lookUp)
        _ = try await desk.receive(ticket, Golden.noEstimate)

        #expect(try await desk.send(ticket) == once)
        let percent = try await desk.receive(ticket, Golden.written)
        #expect(try await desk.receive(ticket, Golden.written) == percent)
    }

    @Test func `an answer that nobody asked for makes the estimate be looked up again before it is written`()
        async throws
    {
        let desk = try await Desk()
        let ticket = try await desk.signIn()
        #expect(try await desk.send(ticket, hello: desk.hello) == Golden.lookUp)
        #expect(try await desk.receive(ticket, Golden.noEstimate) == 50)

        // As after the database was restored from a copy made just before the write left.
        #expect(try await desk.receive(ticket, Golden.written) == 50)

        #expect(try await desk.send(ticket) == Golden.lookUp)
    }

    @Test func `a page of the list of jobs that was lost makes the list be read from the start`() async throws {
        let desk = try await Desk()
        try await desk.plumbline.requestJobList(in: desk.company, by: desk.approver)
        let ticket = try await desk.signIn()
        _ = try await desk.send(ticket, hello: desk.hello)
        _ = try await desk.receive(ticket, Golden.noEstimate)
        _ = try await desk.send(ticket)
        _ = try await desk.receive(ticket, Golden.written)
        _ = try await desk.send(ticket)
        _ = try await desk.receive(ticket, Golden.readBackAnswer)

        #expect(try await desk.send(ticket) == Golden.jobList("iterator=\"Start\""))
        _ = try await desk.receive(
            ticket, Golden.jobListPage("Harbour", "iteratorRemainingCount=\"1\" iteratorID=\"{i}\""))
        #expect(try await desk.send(ticket) == Golden.jobList("iterator=\"Continue\" iteratorID=\"{i}\""))
        #expect(try await desk.send(ticket) == Golden.jobList("iterator=\"Start\""))
        _ = try await desk.receive(ticket, Golden.jobListPage("Walk-in", "iteratorRemainingCount=\"0\""))

        let list = try await desk.plumbline.jobList(of: desk.company)
        #expect(list.entries == [ListedJob(listID: "ID of Walk-in", fullName: "Walk-in", sublevel: 0)])
        #expect(try await desk.send(ticket) == Golden.costs)
    }

    @Test func `a connector that cannot open QuickBooks is known before it ends its session, or if it never does`()
        async throws
    {
        let desk = try await Desk()
        let ticket = try await desk.signIn()
        _ = try await desk.conversation.answer(
            .connectionError(ticket: ticket, hresult: "0x80040408", message: "Could not start QuickBooks."))

        let failure = try await desk.plumbline.connection(of: desk.company)?.failure
        #expect(failure?.since == Sample.start)
        #expect(
            failure?.cause == """
                The Web Connector could not start QuickBooks. QuickBooks says: Could not start QuickBooks. Open \
                QuickBooks as the Windows user who runs the Web Connector, and neither of the two as administrator. \
                [0x80040408]
                """)
        _ = try await desk.close(ticket)
        #expect(try await desk.plumbline.connection(of: desk.company)?.failure == failure)
    }

    @Test func `a stop always says why`() async throws {
        let desk = try await Desk()
        let ticket = try await desk.signIn()
        #expect(try await desk.receive(ticket, "") == 0)
        _ = try await desk.send(ticket, hello: desk.hello)

        #expect(try await desk.receive(ticket, "", hresult: "0x80040408") == -1)
        let reason = try await desk.lastError(ticket)
        #expect(reason.contains("0x80040408"))
        #expect(try await desk.close(ticket) == reason)
        #expect(try await desk.plumbline.connection(of: desk.company)?.failure?.cause == reason)
        #expect(try await desk.close(ticket) == "OK")
        #expect(try await desk.send(ticket) == "")
        #expect(try await desk.receive(ticket, Golden.noEstimate) == -1)
        #expect(try await desk.lastError(ticket) == WebConnectorConversation.sessionIsOver)
    }
}
