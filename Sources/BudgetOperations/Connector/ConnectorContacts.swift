import BudgetDomain
import Logging
import SQLDatabase
import Synchronization

/// Who called lately, kept in memory and written together at most once a second: a poll that finds nothing to do is
/// the most frequent thing that happens to a server, and should not cost a commit. A server that dies forgets less
/// than the last second of calls, of which nothing else depends.
final class ConnectorContacts: Sendable {
    enum Contact {
        case signedIn
        /// With a wrong password.
        case refused
    }

    struct Pending: Sendable {
        var signedIn: Set<ID<Company>> = []
        var refused: [ID<Company>: Int] = [:]

        var isEmpty: Bool { signedIn.isEmpty && refused.isEmpty }
    }

    private struct State {
        var pending = Pending()
        var writtenAt: Instant?
        /// One at a time, so that a database that is slow to note calls keeps no more than one connection from others.
        var isWriting = false
    }

    private let state = Mutex(State())

    /// Notes a call.
    /// - Returns: whether it is time to write.
    func note(_ contact: Contact, of company: ID<Company>, at now: Instant) -> Bool {
        state.withLock { state in
            switch contact {
            case .signedIn: state.pending.signedIn.insert(company)
            case .refused: state.pending.refused[company] = (state.pending.refused[company] ?? 0) + 1
            }
            guard !state.isWriting else { return false }
            guard let last = state.writtenAt else { return true }
            return now.seconds(since: last) >= 1 || now < last
        }
    }

    /// - Returns: what is to be written, until ``endWriting(puttingBack:)``; nil when there is nothing, or somebody is
    ///   at it.
    func beginWriting(at now: Instant) -> Pending? {
        state.withLock { state in
            guard !state.isWriting else { return nil }
            state.writtenAt = now
            guard !state.pending.isEmpty else { return nil }
            state.isWriting = true
            defer { state.pending = Pending() }
            return state.pending
        }
    }

    func endWriting(puttingBack unwritten: Pending = Pending()) {
        state.withLock { state in
            state.isWriting = false
            state.pending.signedIn.formUnion(unwritten.signedIn)
            state.pending.refused.merge(unwritten.refused, uniquingKeysWith: +)
        }
    }
}

extension Plumbline {
    /// A call is answered also when it cannot be written down yet.
    func note(_ contact: ConnectorContacts.Contact, of company: ID<Company>, at now: Instant) async {
        guard contacts.note(contact, of: company, at: now) else { return }
        do { try await storeContacts() } catch {
            log.warning("who called is not noted yet", metadata: ["error": "\(error)"])
        }
    }

    /// Writes down who called since the last time. A server does this every few seconds and when it stops.
    package func storeContacts() async throws {
        let now = clock.now()
        guard let pending = contacts.beginWriting(at: now) else { return }
        do { try await store(pending, at: now) } catch {
            contacts.endWriting(puttingBack: pending)
            throw error
        }
        contacts.endWriting()
        for (company, count) in pending.refused {
            log.notice(
                "connector sign-in refused: wrong password", metadata: ["company": "\(company)", "times": "\(count)"])
        }
    }

    private func store(_ pending: ConnectorContacts.Pending, at now: Instant) async throws {
        try await database.write(of: .everyCompany) { tx in
            try tx.storeSignIns(of: pending.signedIn.map(\.text).sorted(), at: now)
            for (company, count) in pending.refused.sorted(by: { $0.key.text < $1.key.text }) {
                try tx.execute(
                    """
                    UPDATE connections SET refused_sign_ins = refused_sign_ins + $1, last_refused_at = $2
                    WHERE company_id = $3
                    """, [SQLValue(count), .integer(now.microsecondsSince1970), .text(company.text)])
            }
        }
    }
}

extension Transaction {
    /// Lists have one of a few lengths, so that few texts of the statement are ever prepared; the last company fills
    /// the rest.
    fileprivate func storeSignIns(of companies: [String], at now: Instant) throws {
        var rest = companies[...]
        while let last = rest.last {
            let length = [1, 8, 64].first { $0 >= rest.count } ?? 512
            var page = Array(rest.prefix(length))
            page += Array(repeating: last, count: length - page.count)
            rest = rest.dropFirst(length)
            let places = page.indices.map { "$\($0 + 2)" }.joined(separator: ", ")
            try execute(
                """
                UPDATE connections SET last_contact_at = $1, refused_sign_ins = 0 WHERE company_id IN (\(places))
                """, [.integer(now.microsecondsSince1970)] + page.map(SQLValue.text))
        }
    }
}
