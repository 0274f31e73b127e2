import BudgetDomain
import BudgetOperations
import QuickBooksDesktop
import QuickBooksEmulators
import SQLDatabase

/// Fills a database with companies whose budget is in QuickBooks already, so that a poll of theirs has the real
/// question to answer and finds nothing to do. The first goes the whole way through the product's own acts and a
/// session; the others are copies of its rows, and get their password by the product's own act.
struct ScaleSeeding: Sendable {
    let plumbline: Plumbline
    let tell: @Sendable (String) -> Void

    private static let templateName = "Scale 0"
    private static let page = 200
    /// Passwords are set side by side, since each waits for the disk.
    private static let lanes = 8

    /// - Returns: the sign-ins of `count` companies at least, the `known` ones first.
    func grow(_ known: ScaleAccounts, to count: Int) async throws -> ScaleAccounts {
        let template = try await template()
        let copies = try await RowCopies(of: template.id, in: plumbline.database)
        var accounts = known
        while accounts.all.count < count {
            let numbers = accounts.all.count + 1...min(accounts.all.count + Self.page, count)
            let page = numbers.map { number in
                RowCopies.Copy(
                    id: plumbline.randomness.uuid(), name: "Scale \(number)",
                    userName: "scale-" + plumbline.randomness.text(length: 12).lowercased())
            }
            try await copies.insert(page, into: plumbline.database)
            accounts.all += try await passwords(for: page)
            tell("\(accounts.all.count) companies")
        }
        try await refreshCosts()
        return accounts
    }

    private func template() async throws -> Company {
        if let there = try await plumbline.companies().first(where: { $0.name == Self.templateName }) { return there }
        let firm = try await BenchmarkFirm.assemble(
            name: Self.templateName, plan: BenchmarkPlan(seed: 1), in: plumbline)
        let conversation = WebConnectorConversation(plumbline: plumbline, version: PlumblineCommand.version)
        let connector = WebConnector(
            account: firm.account, company: firm.books,
            transport: { call in try await conversation.answer(SOAPRequest(reading: call.body)).bytes })
        try await firm.importBudget(in: plumbline)
        try await firm.requestJob(in: plumbline)
        try await firm.requestItems(in: plumbline)
        _ = await connector.poll()
        try await firm.lock(in: plumbline)
        try await firm.send(in: plumbline)
        try await firm.accept(in: plumbline)
        _ = await connector.poll()
        let last = await connector.poll().outcome
        guard last == .nothingToDo, try await firm.view(in: plumbline).erpStatus == .synced else {
            throw DemoProblem(sentence: "The first company did not come to rest: \(last).")
        }
        return firm.company
    }

    private func passwords(for page: [RowCopies.Copy]) async throws -> [ScaleAccounts.Account] {
        try await withThrowingTaskGroup(of: (Int, String).self) { group in
            var passwords = Array(repeating: "", count: page.count)
            for (index, copy) in page.enumerated() {
                if index >= Self.lanes, let (done, password) = try await group.next() { passwords[done] = password }
                group.addTask { (index, try await plumbline.rotatePassword(of: ID(copy.id), by: .commandLine)) }
            }
            for try await (done, password) in group { passwords[done] = password }
            return zip(page, passwords).map { ScaleAccounts.Account(userName: $0.userName, password: $1) }
        }
    }

    /// Costs that were read long ago are work to do: two hours after seeding no poll would be idle.
    private func refreshCosts() async throws {
        let now = plumbline.clock.now()
        try await plumbline.database.write(of: .everyCompany) { tx in
            try tx.execute(
                "UPDATE connections SET costs_read_at = $1 WHERE costs_read_at IS NOT NULL",
                [.integer(now.microsecondsSince1970)])
        }
    }
}
