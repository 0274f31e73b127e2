import BudgetOperations

/// The database that a benchmark works on beside the servers, made if there is none.
enum BenchmarkDatabase {
    static func open(_ shared: SharedOptions) async throws -> Plumbline {
        try await Composition.open(
            shared.address(in: .system), whenMissing: .make, connections: ConnectionLimit.standard,
            log: Composition.demoLog)
    }
}
