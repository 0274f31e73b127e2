package import Foundation

#if canImport(FoundationNetworking)
internal import FoundationNetworking
#endif

/// Calls the service over HTTP as the Web Connector does: one POST per call, no cookies, no redirects followed.
package enum HTTPTransport {
    /// The .NET client waits 100 s for an answer.
    package static func post(to url: URL, timeoutSeconds: Int = 100) -> SOAPTransport {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = TimeInterval(timeoutSeconds)
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        configuration.urlCache = nil
        let session = URLSession(configuration: configuration, delegate: NoRedirects(), delegateQueue: nil)
        return { call in try await answer(to: call, at: url, through: session) }
    }

    private static func answer(to call: SOAPCall, at url: URL, through session: URLSession) async throws -> [UInt8] {
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.httpBody = Data(call.body)
        request.setValue(call.action, forHTTPHeaderField: "SOAPAction")
        request.setValue("text/xml; charset=utf-8", forHTTPHeaderField: "Content-Type")
        request.setValue(userAgent, forHTTPHeaderField: "User-Agent")
        // A fresh connection per call: a server that was just restarted never meets a stale one.
        request.setValue("close", forHTTPHeaderField: "Connection")
        let (data, response) = try await session.data(for: request)
        guard let response = response as? HTTPURLResponse else {
            throw UnreadableReply(sentence: "The answer is not HTTP")
        }
        let type = response.value(forHTTPHeaderField: "Content-Type") ?? ""
        guard type.lowercased().hasPrefix("text/xml") else {
            throw UnreadableReply(
                sentence: "Client found response content type of '\(type)', but expected 'text/xml' "
                    + "(status \(response.statusCode))")
        }
        // A SOAP fault comes with status 500 and is read as such.
        guard response.statusCode == 200 || response.statusCode == 500 else {
            throw UnreadableReply(sentence: "The request failed with HTTP status \(response.statusCode)")
        }
        return Array(data)
    }

    private static let userAgent =
        "Mozilla/4.0 (compatible; MSIE 6.0; MS Web Services Client Protocol 4.0.30319.42000)"
}

private final class NoRedirects: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}
