import BudgetDomain
import SQLDatabase

extension Database {
    /// Reads the rows of one company.
    func read<T: Sendable>(
        of company: ID<Company>, _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await read(of: .company(company.text), body)
    }

    /// Decides about one company and writes, alone: no other act of the same company runs at the same time, on this
    /// server or on another.
    @discardableResult
    func write<T: Sendable>(
        of company: ID<Company>, _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await write(of: .company(company.text), body)
    }
}
