import BudgetOperations
import Foundation
import FoundationNetworking
import Synchronization

/// Posts messages to webhooks. Only the status of an answer is wanted: its body is cut off, and a redirect is an answer
/// like any other, since it would lead the message where nobody allowed it to go.
///
/// All calls share one session: while an answer is awaited, Foundation on Linux keeps the session's queue busy, and one
/// queue is never more than one core.
final class WebhookCalls: NSObject, URLSessionDataDelegate, Sendable {
    private static let timeoutSeconds = 10

    /// Calls under way, by the number of their task. Each is taken by the first of: the head of an answer, a failure,
    /// the end of its time.
    private let waiting = Mutex<[Int: CheckedContinuation<Int, any Error>]>([:])

    /// Posts until the process ends.
    static func post() -> WebhookPost {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        let calls = WebhookCalls()
        let session = URLSession(configuration: configuration, delegate: calls, delegateQueue: nil)
        return { request in
            guard let message = URLRequest(request) else {
                throw WebhookUnreachable(reason: "Its address is unreadable.")
            }
            return WebhookAnswer(status: try await calls.status(answering: session.dataTask(with: message)))
        }
    }

    private func status(answering task: URLSessionDataTask) async throws -> Int {
        let call = task.taskIdentifier
        let timeLimit = Task {
            try await Task.sleep(for: .seconds(Self.timeoutSeconds))
            end(call, .failure(WebhookUnreachable(reason: "No answer came within \(Self.timeoutSeconds) seconds.")))
        }
        defer {
            timeLimit.cancel()
            task.cancel()
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                waiting.withLock { $0[call] = continuation }
                task.resume()
                // Cancelled before there was anything to end.
                if Task.isCancelled { end(call, .failure(CancellationError())) }
            }
        } onCancel: {
            end(call, .failure(CancellationError()))
        }
    }

    private func end(_ call: Int, _ result: Result<Int, any Error>) {
        waiting.withLock { $0.removeValue(forKey: call) }?.resume(with: result)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) {
        end(task.taskIdentifier, .success(response.statusCode))
        completionHandler(nil)
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
        if let response = response as? HTTPURLResponse { end(dataTask.taskIdentifier, .success(response.statusCode)) }
        completionHandler(.cancel)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let reason = error?.localizedDescription ?? "The connection ended without an answer."
        end(task.taskIdentifier, .failure(WebhookUnreachable(reason: reason)))
    }
}

extension URLRequest {
    fileprivate init?(_ request: WebhookRequest) {
        guard let url = URL(string: request.url) else { return nil }
        self.init(url: url)
        httpMethod = "POST"
        httpBody = Data(request.body)
        setValue("plumbline/\(PlumblineCommand.version)", forHTTPHeaderField: "user-agent")
        for (name, value) in request.headers { setValue(value, forHTTPHeaderField: name) }
    }
}
