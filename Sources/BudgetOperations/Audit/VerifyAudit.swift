package import BudgetDomain
import SQLDatabase

/// What a walk along a company's chain found.
package struct AuditVerification: Hashable, Sendable {
    package let company: ID<Company>
    /// The last link that holds.
    package let head: AuditHead
    /// The first that does not; nil for a whole chain.
    package let broken: BrokenAuditLink?
}

extension Plumbline {
    /// Walks the company's audit chain from its beginning.
    /// - Parameter noted: heads that were written down elsewhere, which must still be there.
    package func verifyAudit(
        of company: ID<Company>, noted: [AuditHead] = []
    ) async throws -> AuditVerification {
        try await database.verifyAudit(of: company, noted: noted)
    }

    package func auditHead(of company: ID<Company>) async throws -> AuditHead {
        try await database.read(of: company) { try $0.auditHead(of: company) }
    }
}

extension Database {
    func verifyAudit(of company: ID<Company>, noted: [AuditHead] = []) async throws -> AuditVerification {
        var walk = AuditChainWalk(of: company.text, noted: noted)
        do {
            try await auditLinks(of: company, after: Int.min) { page in
                for link in page { try walk.take(link) }
            }
            try walk.end()
            return AuditVerification(company: company, head: walk.head, broken: nil)
        } catch let broken as BrokenAuditLink {
            return AuditVerification(company: company, head: walk.head, broken: broken)
        }
    }

    /// The links that follow this number, page by page, so that a long chain neither fills the memory nor keeps one
    /// long transaction open.
    func auditLinks(
        of company: ID<Company>, after number: Int, _ body: ([AuditLink]) async throws -> Void
    ) async throws {
        var last = number
        while true {
            let after = last
            let page = try await read(of: company) { try $0.auditLinks(of: company, after: after) }
            try await body(page)
            guard page.count == Transaction.auditPage, let end = page.last else { return }
            last = end.number
        }
    }
}
