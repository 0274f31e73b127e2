internal import QuickBooksEmulators

/// What QuickBooks makes of a request, and what becomes of its answer on the way to the connector.
extension World {
    func ask(_ request: String, _ index: Int, _ company: SimulatedCompany) {
        let who = name(of: index, company)
        guard let file = company.connectors[index].file else { return end(index, of: company, .died) }
        if faults.strikes(.askLost, &chance) {
            trace.add(step, clock.now, who, "dies before QuickBooks sees the request")
            return end(index, of: company, .died)
        }
        let isWrite = request.contains("newMessageSetID")
        if isWrite, isOvertaken(index, company) { keepOutcomes(of: file, in: company) }
        disturb(file, isWrite: isWrite, in: company)
        if faults.strikes(.hresultNotRun, &chance) { return answer(hresult(isRun: false), index, company) }
        let asked = hooks.qbxmlRequest?(request) ?? request
        if isWrite { note(ask: asked, file, company) }
        let outcome = carryOut(asked, isWrite: isWrite, file, company)
        if faults.strikes(.answerLost, &chance) {
            trace.add(step, clock.now, who, "dies after QuickBooks did it")
            return end(index, of: company, .died)
        }
        if faults.strikes(.hresultRun, &chance) { return answer(hresult(isRun: true), index, company) }
        var reply = PollMachine.Answer(outcome)
        if let rewrite = hooks.qbxmlResponse { reply.response = rewrite(reply.response) }
        reply.response = spoiled(reply.response)
        answer(reply, index, company)
    }

    private func answer(_ answer: PollMachine.Answer, _ index: Int, _ company: SimulatedCompany) {
        trace.add(
            step, clock.now, name(of: index, company),
            "QuickBooks answers \(answer.hresult)\(answer.message) \(answer.response.traced)")
        company.connectors[index].poll?.answered(answer)
    }

    /// Carries the request out and writes down what it changed.
    private func carryOut(
        _ request: String, isWrite: Bool, _ file: CompanyFile, _ company: SimulatedCompany
    ) -> CompanyFile.Outcome {
        guard isWrite else {
            if file === company.books, request.contains("<EstimateQueryRq") {
                ledger.note(reading: file.estimates, ofCompany: company.index)
            }
            return file.process(request)
        }
        let (writes, before) = (file.executedWrites, file.estimates)
        let outcome = file.process(request)
        guard file.executedWrites != writes else { return outcome }
        company.booksVersion += 1
        let write = Ledger.Write(
            step: step, company: company.index, request: request, before: before, after: file.estimates)
        ledger.note(write, ours: ledger.acceptedLines(ofCompany: company.index))
        return outcome
    }

    private func note(ask request: String, _ file: CompanyFile, _ company: SimulatedCompany) {
        ledger.asks.append(
            Ledger.Ask(
                step: step, company: company.index,
                messageSetID: request.text(between: "newMessageSetID=\"", and: "\"") ?? "", request: request,
                isOurFile: file === company.books))
    }

    /// What happens in QuickBooks at the very moment.
    private func disturb(_ file: CompanyFile, isWrite: Bool, in company: SimulatedCompany) {
        if isWrite, faults.strikes(.staleEditSequence, &chance) {
            if bookkeeper(does: .lineAdded, in: company) { company.booksVersion += 1 }
        }
        if faults.strikes(.iteratorsLost, &chance) { file.endSession() }
        if faults.strikes(.statusRefused, &chance) { inject(into: file, .request, isExecuted: false) }
        if isWrite, faults.strikes(.statusWarned, &chance) { inject(into: file, .request, isExecuted: true) }
        if isWrite, faults.strikes(.setStatus, &chance) { inject(into: file, .messageSet, isExecuted: false) }
        guard isWrite, !company.keepsOutcomes else { return }
        if faults.strikes(.setStatusRun, &chance) { inject(into: file, .messageSet, isExecuted: true) }
        if faults.strikes(.outcomesForgotten, &chance) { file.forgetMessageSets() }
    }

    /// Whether a newer session may have begun since this connector fetched its request.
    private func isOvertaken(_ index: Int, _ company: SimulatedCompany) -> Bool {
        company.connectors[index].signIn < company.signIns
    }

    /// A write that reaches QuickBooks late, when a newer session has looked for it in vain, and whose outcome
    /// QuickBooks then does not keep, is made twice by every program that ever writes again: nothing that it could ask
    /// tells it. So the two do not meet in one life (docs/reference/invariants.md).
    private func keepOutcomes(of file: CompanyFile, in company: SimulatedCompany) {
        company.keepsOutcomes = true
        file.recovery.cannotStore = false
    }

    private func inject(into file: CompanyFile, _ level: InjectedStatus.Level, isExecuted: Bool) {
        let codes: [Int]
        switch (level, isExecuted) {
        case (.messageSet, true): codes = [9005]
        case (.messageSet, false): codes = [600, 9001, 9002, 9004]
        case (.request, true): codes = [510, 530, 550, 3190, 7777]
        case (.request, false):
            codes = [
                500, 510, 530, 1000, 3000, 3100, 3120, 3140, 3161, 3170, 3171, 3175, 3176, 3180, 3200, 3205, 3210, 3231,
                3240, 3250, 3260, 3261, 3262, 3270, 8888,
            ]
        }
        let code = chance.pick(codes) ?? 1000
        file.inject(
            InjectedStatus(
                code: code, message: "Injected.", level: level, isWarning: isExecuted, isExecuted: isExecuted))
    }

    private func hresult(isRun: Bool) -> PollMachine.Answer {
        // 0x80040400 alone proves that nothing was run.
        let codes = ["0x80040402", "0x80040408", "0x80040414", "0x80040416", "0x8004041A", "0x80010105", "0xDEADBEEF"]
        let code = chance.pick(isRun ? codes : codes + ["0x80040400"]) ?? codes[0]
        return PollMachine.Answer(hresult: code, message: "Injected.")
    }

    private func spoiled(_ response: String) -> String {
        if faults.strikes(.responseTruncated, &chance) {
            return String(
                decoding: Array(response.utf8).prefix(chance.below(max(response.utf8.count, 1))), as: UTF8.self)
        }
        if faults.strikes(.responseGarbled, &chance) {
            var bytes = Array(response.utf8)
            for _ in 0..<3 where !bytes.isEmpty { bytes[chance.below(bytes.count)] = UInt8(33 + chance.below(90)) }
            return String(decoding: bytes, as: UTF8.self)
        }
        if faults.strikes(.responseEmpty, &chance) { return "" }
        if faults.strikes(.responseHuge, &chance) {
            return response + String(repeating: "<!-- nothing -->", count: 20_000)
        }
        return response
    }
}

extension Ledger {
    /// Keeps a write, and what it did to lines that were not ours.
    mutating func note(_ write: Write, ours: [String: Acceptance.Line]) {
        writes.append(write)
        for after in write.after where !write.before.contains(after) {
            readings[EstimateKey(company: write.company, txnID: after.txnID)] = nil
        }
        for before in write.before {
            guard let after = write.after.first(where: { $0.txnID == before.txnID }) else {
                trespass(write, before.txnID, "the estimate is gone")
                continue
            }
            guard after != before else { continue }
            for line in before.lines where line.other1.flatMap({ ours[$0] }) == nil {
                if !after.lines.contains(line) {
                    trespass(write, before.txnID, "line \(line.txnLineID) over \(line.cents) is gone or altered")
                }
            }
        }
    }

    mutating func note(reading estimates: [EstimateSnapshot], ofCompany company: Int) {
        for estimate in estimates {
            let key = EstimateKey(company: company, txnID: estimate.txnID)
            if readings[key]?.last != estimate { readings[key, default: []].append(estimate) }
        }
    }

    private mutating func trespass(_ write: Write, _ txnID: String, _ text: String) {
        trespasses.append(Trespass(step: write.step, company: write.company, txnID: txnID, text: text))
    }
}
