import BudgetWeb
import Foundation
import FoundationNetworking
import Synchronization

/// Asks for one page the way strangers do: without cookies, without following where it leads, and with an end to how
/// long it waits and how much it reads.
final class DoorKnock: NSObject, URLSessionDataDelegate, Sendable {
    private static let timeoutSeconds = 10.0
    private static let mostBytes = 65_536

    private let status = Mutex(0)
    private let read = Mutex(Data())
    private let waiting = Mutex<CheckedContinuation<KnockAnswer, Never>?>(nil)

    static func knock(at address: String) async -> KnockAnswer {
        guard let url = URL(string: address) else { return .failed("Its address is unreadable.") }
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.timeoutIntervalForRequest = timeoutSeconds
        configuration.timeoutIntervalForResource = timeoutSeconds
        let knock = DoorKnock()
        let session = URLSession(configuration: configuration, delegate: knock, delegateQueue: nil)
        defer { session.invalidateAndCancel() }
        return await withCheckedContinuation { continuation in
            knock.waiting.withLock { $0 = continuation }
            session.dataTask(with: url).resume()
        }
    }

    private func answer(_ answer: KnockAnswer) {
        let continuation = waiting.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
        continuation?.resume(returning: answer)
    }

    private func answerWhatWasRead() {
        let text = read.withLock { String(decoding: $0.prefix(Self.mostBytes), as: UTF8.self) }
        answer(.answered(status: status.withLock { $0 }, text: text))
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) {
        answer(.answered(status: response.statusCode, text: ""))
        completionHandler(nil)
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
        status.withLock { $0 = (response as? HTTPURLResponse)?.statusCode ?? 0 }
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isEnough = read.withLock { read in
            read += data
            return read.count >= Self.mostBytes
        }
        if isEnough { answerWhatWasRead() }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        guard let error else { return answerWhatWasRead() }
        answer(Self.meaning(of: error))
    }

    private static func meaning(of error: any Error) -> KnockAnswer {
        switch (error as? URLError)?.code {
        case .cannotFindHost?, .dnsLookupFailed?: .hostIsUnknown
        case .cannotConnectToHost?: .nobodyListens
        case .secureConnectionFailed?, .serverCertificateUntrusted?, .serverCertificateHasBadDate?,
            .serverCertificateHasUnknownRoot?, .serverCertificateNotYetValid?:
            .certificateIsNotTrusted
        case .timedOut?: .tooSlow
        case _: .failed(error.localizedDescription)  // default: an open list of Foundation's
        }
    }
}
