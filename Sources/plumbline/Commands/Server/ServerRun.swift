import BudgetDomain
import BudgetOperations
import BudgetWeb
import Foundation
import Hummingbird
import ServiceLifecycle
import UnixSignals

/// One server from start to end: the HTTP face with the loops beside it, until a signal or a newer schema stops them.
struct ServerRun {
    let plumbline: Plumbline
    let address: ServerAddress
    let surroundings: Surroundings
    let onServerRunning: @Sendable (_ port: Int) async -> Void

    /// How long calls and posts that have begun may take when the server stops.
    private static let longestShutdown = Duration.seconds(20)
    /// How long tidying up may take after that.
    private static let longestFinish = Duration.seconds(5)

    /// - Throws: what ended the server, other than a signal: ``SchemaWatch/overtakenBy``, or what went wrong with
    ///   listening.
    func run() async throws {
        let watch = SchemaWatch()
        let work = ServerWork(plumbline: plumbline, server: Self.newName(), watch: watch, post: WebhookCalls.post())
        let application = BudgetServer(
            plumbline: plumbline, address: address, version: PlumblineCommand.version,
            surroundings: surroundings, stopSentence: { watch.stopSentence }
        ).application(onServerRunning: onServerRunning)
        do {
            try await group(of: application, beside: try work.loops()).run()
        } catch is CancellationError {
            // Calls that took longer than a shutdown may take were cut off.
        }
        await Self.within(Self.longestFinish) { await work.finish() }
        if let overtaken = watch.overtakenBy { throw overtaken }
    }

    /// Services end from the last to the first: first the calls, then what runs beside them.
    private func group(of application: some Service, beside loops: [Loop]) -> ServiceGroup {
        var configuration = ServiceGroupConfiguration(
            services: loops.map { .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup) }
                + [.init(service: application)],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: plumbline.log)
        configuration.maximumGracefulShutdownDuration = Self.longestShutdown
        return ServiceGroup(configuration: configuration)
    }

    /// A name that says where a lease or a claim is held, and that no other process has.
    private static func newName() -> ID<RunningServer> {
        let process = ProcessInfo.processInfo
        return ID("\(process.hostName)/\(process.processIdentifier)/\(Composition.systemRandomness.text(length: 8))")
    }

    /// Waits for the work, but not longer than given.
    private static func within(_ limit: Duration, _ work: @escaping @Sendable () async -> Void) async {
        let (done, end) = AsyncStream.makeStream(of: Void.self)
        Task {
            await work()
            end.finish()
        }
        Task {
            try? await Task.sleep(for: limit)
            end.finish()
        }
        for await _ in done {}
    }
}
