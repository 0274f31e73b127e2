internal import BudgetDomain
internal import QuickBooksEmulators

/// What the bookkeeper does in QuickBooks while nobody looks.
extension World {
    static let bookkeeperKinds: [FaultKind] = [
        .amountEdited, .lineAdded, .lineDeleted, .lineItemChanged, .estimateDeleted, .estimateCopied, .estimateMoved,
        .itemRenamed, .itemInactive, .itemMerged, .jobRenamed, .jobInactive, .jobMerged,
    ]

    /// Every act that the plan knows has its chance once.
    func bookkeeperActs(in company: SimulatedCompany) {
        for kind in Self.bookkeeperKinds where faults.areOn && chance.happens(permille: faults.plan[kind]) {
            guard bookkeeper(does: kind, in: company) else { continue }
            faults.note(kind)
            company.booksVersion += 1
        }
    }

    /// - Returns: whether there was anything to do it with.
    func bookkeeper(does kind: FaultKind, in company: SimulatedCompany) -> Bool {
        let estimate = chance.pick(company.books.estimates)
        let line = estimate.flatMap { estimate in chance.pick(Array(estimate.lines.indices)) }
        let act: BookkeeperMove?
        switch (estimate, line) {
        case (let estimate?, let line?): act = move(kind, estimate, line, in: company)
        case (let estimate?, nil): act = kind == .lineAdded ? move(kind, estimate, 0, in: company) : nil
        case (nil, _): act = listMove(kind, in: company)
        }
        guard let act else { return false }
        do { try act.run() } catch { return false }
        ledger.bookkeeping.append(
            Ledger.BookkeeperAct(
                step: step, company: company.index, kind: kind, txnID: act.txnID, mark: act.mark, text: act.text))
        if let copy = act.copy() { ledger.copies.insert(copy) }
        trace.add(step, clock.now, "bookkeeper", act.text)
        return true
    }

    private func move(
        _ kind: FaultKind, _ estimate: EstimateSnapshot, _ line: Int, in company: SimulatedCompany
    ) -> BookkeeperMove? {
        let books = company.books
        let (txnID, mark) = (estimate.txnID, estimate.lines.indices.contains(line) ? estimate.lines[line].other1 : nil)
        let place = "line \(line) of estimate \(txnID)"
        switch kind {
        case .amountEdited:
            let cents = Int64(chance.below(90_000)) - 10_000
            return BookkeeperMove("sets \(place) to \(cents)", txnID, mark: mark) {
                try books.setAmount(ofLine: line, inEstimate: txnID, cents: cents)
            }
        case .lineAdded:
            let cents = Int64(chance.below(50_000))
            return BookkeeperMove("adds a line of \(cents) to estimate \(txnID)", txnID, mark: "") {
                try books.addLine(
                    toEstimate: txnID, item: Founding.foreignItem, description: "Bookkeeper's", cents: cents)
            }
        case .lineDeleted:
            return BookkeeperMove("deletes \(place)", txnID, mark: mark) {
                try books.deleteLine(line, ofEstimate: txnID)
            }
        case .lineItemChanged:
            return BookkeeperMove("gives \(place) the item \(Founding.foreignItem)", txnID, mark: mark) {
                try books.setItem(ofLine: line, inEstimate: txnID, to: Founding.foreignItem)
            }
        case .estimateDeleted:
            return BookkeeperMove("deletes estimate \(txnID)", txnID, mark: nil) { try books.deleteEstimate(txnID) }
        case .estimateCopied:
            return BookkeeperMove("copies estimate \(txnID)", txnID, mark: "", copies: books) {
                try books.copyEstimate(txnID)
            }
        case .estimateMoved:
            return BookkeeperMove("moves estimate \(txnID) to \(Founding.foreignJob)", txnID, mark: "") {
                try books.moveEstimate(txnID, toJob: Founding.foreignJob)
            }
        default: return listMove(kind, in: company)  // default: acts that need no estimate
        }
    }

    private func listMove(_ kind: FaultKind, in company: SimulatedCompany) -> BookkeeperMove? {
        let books = company.books
        let items = books.itemNames.filter { $0 != Founding.foreignItem }
        let jobs = books.customerNames.filter { $0.hasPrefix(Founding.customer + ":") }
        let isRename = [.itemRenamed, .itemInactive, .itemMerged].contains(kind)
        guard let name = chance.pick(isRename ? items : jobs) else { return nil }
        let other = "\(name.split(separator: ":").last ?? "") \(chance.below(1_000))"
        switch kind {
        case .itemRenamed:
            return BookkeeperMove("renames item \(name) to \(other)") { try books.renameItem(name, to: other) }
        case .itemInactive:
            return BookkeeperMove("makes item \(name) inactive") { try books.setItem(name, isActive: false) }
        case .itemMerged:
            return BookkeeperMove("merges item \(name) into \(Founding.foreignItem)") {
                try books.mergeItem(name, into: Founding.foreignItem)
            }
        case .jobRenamed:
            return BookkeeperMove("renames job \(name) to \(other)") { try books.renameCustomer(name, to: other) }
        case .jobInactive:
            return BookkeeperMove("makes job \(name) inactive") { try books.setCustomer(name, isActive: false) }
        case .jobMerged:
            return BookkeeperMove("merges job \(name) into \(Founding.foreignJob)") {
                try books.mergeCustomer(name, into: Founding.foreignJob)
            }
        default: return nil  // default: acts that need an estimate
        }
    }
}

/// One act in QuickBooks, ready to be done.
struct BookkeeperMove {
    let text: String
    /// The estimate; empty for an act on a list.
    let txnID: String
    /// The mark of the line that it is about; nil for the whole estimate, empty for none of ours.
    let mark: String?
    let run: () throws -> Void
    private let copies: CompanyFile?

    init(
        _ text: String, _ txnID: String = "", mark: String? = "", copies: CompanyFile? = nil,
        _ run: @escaping () throws -> Void
    ) {
        self.text = text
        self.txnID = txnID
        self.mark = mark
        self.copies = copies
        self.run = run
    }

    /// The TxnID of the copy that was just made.
    func copy() -> String? { copies?.estimates.last?.txnID }
}
