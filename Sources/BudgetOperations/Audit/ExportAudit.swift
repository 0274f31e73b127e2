package import BudgetDomain

extension Plumbline {
    /// Gives the company's chain to `write`, piece by piece, in the form that ``AuditExportContent`` reads. What is
    /// broken is exported as it is: the file then fails as the database does.
    /// - Parameter start: the head to begin after; nil for the whole chain.
    /// - Returns: the head that the file ends with.
    package func exportAudit(
        of company: ID<Company>, after start: AuditHead? = nil, to write: (String) throws -> Void
    ) async throws -> AuditHead {
        var head = start ?? .genesis(of: company.text)
        try write(AuditExport.beginning(of: company.text, after: head))
        try await database.auditLinks(of: company, after: head.number) { page in
            for link in page {
                try write(AuditExport.entry(link))
                head = AuditHead(number: link.number, hash: link.hash)
            }
        }
        try write(AuditExport.end(head))
        return head
    }
}
