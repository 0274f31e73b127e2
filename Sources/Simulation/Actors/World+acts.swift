internal import BudgetDomain
internal import BudgetOperations

/// A person's act, from the choice of the server to the ledger.
extension World {
    /// Does it through one of the servers, which may die over it.
    @discardableResult
    package func perform(
        _ act: PersonAct, by person: SimulatedPerson, on project: String, in company: SimulatedCompany
    ) async throws -> ActOutcome {
        let server = pickServer()
        planFate(of: server)
        defer { bury(server) }
        let actor = hooks.actor?(act, person) ?? person
        let seen = act == .accept ? try await probe.waitingExport(of: project, in: company.company) : nil
        let outcome: ActOutcome
        do {
            try await run(act, by: actor.id, on: project, in: company, through: server.plumbline)
            outcome = server.engine.isDead ? .unanswered : .done
        } catch let refused as Refused {
            outcome = .refused(refused.refusals)
        } catch {
            let before = server.unexplained.count
            server.note(error, doing: act.name)
            outcome = server.unexplained.count > before ? .failed("\(error)") : .unanswered
        }
        let key = Ledger.ProjectKey(company: company.index, project: project)
        ledger.decisions.append(
            Ledger.Decision(step: step, at: clock.now, person: person, act: act, key: key, outcome: outcome))
        trace.add(step, clock.now, person.name, "\(act.text) on \(project): \(outcome.text)")
        if let seen { try await note(acceptance: seen, by: person, key: key, outcome: outcome, in: company) }
        return outcome
    }

    /// What the approver saw counts when the database says that the yes was stored, whatever the person was told.
    private func note(
        acceptance seen: WaitingExport, by person: SimulatedPerson, key: Ledger.ProjectKey, outcome: ActOutcome,
        in company: SimulatedCompany
    ) async throws {
        guard outcome == .done || outcome == .unanswered else { return }
        guard let approver = try await probe.approver(of: seen.export, in: company.id) else { return }
        if ledger.acceptances.contains(where: { $0.export == seen.export }) {
            // Only a database that forgot the first yes asks for another.
            guard memory.restorations > 0, approver == person.id.text else { return }
            ledger.acceptances.removeAll { $0.export == seen.export }
        }
        ledger.acceptances.append(
            Ledger.Acceptance(
                step: step, at: clock.now, key: key, export: seen.export, number: seen.number, kind: seen.kind,
                sentBy: seen.sentBy, acceptedBy: person.id, lines: seen.lines))
    }

    private func run(
        _ act: PersonAct, by person: ID<Person>, on project: String, in company: SimulatedCompany,
        through plumbline: Plumbline
    ) async throws {
        let id = company.id
        let currency = company.company.currency
        func amount(_ cents: Int64) -> Money { Money(minorUnits: cents, currency: currency) }
        switch act {
        case .importBudget(let cents):
            _ = try await plumbline.importBudget(
                file: Self.budgetFile(cents), overrides: [:], addsCostCodes: false, into: project, in: id, by: person)
        case .addLine(let code, let costType, let cents):
            _ = try await plumbline.addLineItem(
                code: code, costType: costType, description: "", amount: .manual(amount(cents)), to: project, in: id,
                by: person)
        case .setAmount(let code, let cents):
            _ = try await plumbline.setOriginalAmount(
                of: code, to: .manual(amount(cents)), on: project, in: id, by: person)
        case .deleteLine(let code): try await plumbline.deleteLineItem(code, on: project, in: id, by: person)
        case .lock: try await plumbline.lockBudget(of: project, in: id, by: person)
        case .unlock(let deletes):
            try await plumbline.unlockBudget(
                of: project, modifications: deletes ? .delete : .preserve, in: id, by: person)
        case .modify(let from, let to, let cents):
            _ = try await plumbline.createModification(
                from: from, to: to, amount: amount(cents), notes: "Change", of: project, in: id, by: person)
        case .send: _ = try await plumbline.sendBudgetToERP(of: project, in: id, by: person)
        case .retrieve: _ = try await plumbline.retrieveBudget(of: project, in: id, by: person)
        case .accept: _ = try await plumbline.acceptExport(of: project, in: id, by: person)
        case .reject(let comment):
            _ = try await plumbline.rejectExport(of: project, comment: comment, in: id, by: person)
        case .exportAgain: _ = try await plumbline.exportAgain(of: project, in: id, by: person)
        case .keepQuickBooksAmounts:
            _ = try await plumbline.keepQuickBooksAmounts(of: project, in: id, by: person)
        case .writeOursAgain: _ = try await plumbline.writeOursAgain(of: project, in: id, by: person)
        case .requestJob:
            try await plumbline.requestJob(
                .createUnder(customer: Founding.customer), for: project, in: id, by: person)
        case .requestItems:
            _ = try await plumbline.requestItems(Founding.items, codes: nil, in: id, by: person)
        case .requestJobCosts: try await plumbline.requestJobCosts(in: id, by: person)
        case .look: _ = try await plumbline.exportDetail(of: project, in: id, by: person)
        }
    }

    /// The file of a budget, each line under the next cost code.
    private static func budgetFile(_ cents: [Int64]) -> [UInt8] {
        let rows = zip(Founding.costCodes, cents).map { code, cents in
            "\(code),L,Line of \(code),\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
        }
        let header = "Cost Code,Cost Type,Description,Original Budget Amount"
        return Array(([header] + rows).joined(separator: "\n").utf8)
    }
}
