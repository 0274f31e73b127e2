internal import BudgetDomain
internal import BudgetOperations
internal import QuickBooksEmulators

/// The company file and its surroundings: what is open, which copy, which preferences.
extension World {
    func disturbFile(of company: SimulatedCompany) {
        if case .open = company.quickBooks {
            if faults.strikes(.quickBooksClosed, &chance) { set(.closed, "QuickBooks is closed", company) }
            if faults.strikes(.singleUser, &chance) { set(.singleUser, "single-user mode", company) }
            if faults.strikes(.otherFile, &chance) {
                set(.otherFile(company.otherFile), "another file is open", company)
            }
        } else if chance.happens(permille: 600) {
            set(.open, "our file is open again", company)
        }
        if faults.strikes(.fileIDGone, &chance) {
            company.books.disconnect(ownerID: company.account.ownerID)
            note("the file has lost our FileID", company)
        } else if chance.happens(permille: 300) {
            company.books.connect(ownerID: company.account.ownerID, fileID: company.account.fileID)
        }
        if let backup = company.backup, faults.strikes(.fileRestored, &chance) {
            company.books.restore(backup)
            company.booksVersion += 1
            ledger.restorations.append((company: company.index, writes: ledger.writes.count))
            note("the file is restored from an older copy", company)
        }
        disturbPreferences(of: company)
    }

    private func disturbPreferences(of company: SimulatedCompany) {
        var preferences = company.books.preferences
        if faults.strikes(.estimatesOff, &chance) {
            preferences.isUsingEstimates = false
            note("estimates are switched off", company)
        } else if chance.happens(permille: 400) {
            preferences.isUsingEstimates = true
        }
        if faults.strikes(.closingDate, &chance) {
            preferences.closingDate = "2026-12-31"
            note("the books are closed to the end of the year", company)
        } else if chance.happens(permille: 400) {
            preferences.closingDate = nil
        }
        if preferences != company.books.preferences { company.books.preferences = preferences }
        var recovery = company.books.recovery
        recovery.cannotStore = !company.keepsOutcomes && faults.strikes(.outcomeNotStored, &chance)
        if recovery != company.books.recovery { company.books.recovery = recovery }
    }

    private func set(_ state: QuickBooksState, _ text: String, _ company: SimulatedCompany) {
        company.quickBooks = state
        note(text, company)
    }

    private func note(_ text: String, _ company: SimulatedCompany) {
        trace.add(step, clock.now, "QuickBooks \(company.index + 1)", text)
    }

    /// Somebody with a shell changes rights and settings; what was taken away comes back some time.
    func changeRights(in company: SimulatedCompany) async throws {
        let plumbline = Plumbline(
            database: probe.database, clock: clock.clock, randomness: servers[0].plumbline.randomness, log: .silent)
        if faults.strikes(.rightsRevoked, &chance), let person = chance.pick(company.people) {
            try await revoke(person, in: company, through: plumbline)
        } else if company.hasLostRights, chance.happens(permille: 300) {
            try await giveBackRights(in: company, through: plumbline)
        }
        if faults.strikes(.settingChanged, &chance) {
            let (duties, total) = (chance.happens(permille: 500), chance.happens(permille: 500))
            _ = try await plumbline.changeSettings(of: company.id, by: .commandLine) {
                $0.senderMayNotApprove = duties
                $0.allowsGrandTotalModifications = total
            }
            company.hasChangedSettings = true
            restoredDatabases += 1
            trace.add(step, clock.now, "shell", "sender may not approve: \(duties), grand total: \(total)")
        }
    }

    private func revoke(
        _ person: SimulatedPerson, in company: SimulatedCompany, through plumbline: Plumbline
    ) async throws {
        company.hasLostRights = true
        let isPrivilege = person.role == .approver && chance.happens(permille: 500)
        if isPrivilege {
            _ = try await plumbline.revokeAccountingPrivilege(from: person.email, in: company.id, by: .commandLine)
        } else {
            _ = try await plumbline.permit(
                email: person.email, in: company.id, template: "viewer", on: nil, by: .commandLine)
        }
        restoredDatabases += 1
        trace.add(step, clock.now, "shell", "takes \(isPrivilege ? "the privilege" : "rights") from \(person.name)")
    }

    func giveBackRights(in company: SimulatedCompany, through plumbline: Plumbline) async throws {
        for person in company.people {
            _ = try await plumbline.permit(
                email: person.email, in: company.id, template: person.template, on: nil, by: .commandLine)
            if person.role == .approver || person.role == .owner {
                _ = try await plumbline.grantAccountingPrivilege(
                    to: person.email, in: company.id, by: .commandLine)
            }
        }
        restoredDatabases += 1
    }
}
