import HTTPTypes
import Hummingbird
import NIOCore

/// Sends texts compressed to whoever takes that. An answer that says how it is encoded already stays as it is.
///
/// What a page holds in secret, the token of its forms, is written differently each time, so that the length of a
/// compressed page tells nothing of it (the BREACH attack).
struct CompressedAnswers: RouterMiddleware {
    /// Below this the headers outweigh what is saved.
    private static let shortest = 1_024
    /// Not what the Web Connector is sent: it is an old program, and asks for no such thing.
    private static let types = [
        "text/html", "text/css", "text/csv", "text/javascript", "application/json", "image/svg+xml",
    ]

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard Self.isText(response), response.headers[.contentEncoding] == nil else { return response }
        response.headers[.vary] = "Accept-Encoding"
        guard Self.takesGzip(request.headers[.acceptEncoding] ?? ""), request.method != .head,
            let length = response.body.contentLength, length >= Self.shortest
        else { return response }
        let plain = CollectedBody()
        try await response.body.write(plain)
        if let compressed = Deflate.compressed(plain.bytes, .quick) {
            response.headers[.contentEncoding] = "gzip"
            response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: compressed))
        } else {
            response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: plain.bytes))
        }
        return response
    }

    private static func isText(_ response: Response) -> Bool {
        let type = response.headers[.contentType] ?? ""
        return types.contains(where: type.hasPrefix)
    }

    /// RFC 9110 §12.5.3: named, or meant by `*`, and not with a weight of nought.
    static func takesGzip(_ accepted: String) -> Bool {
        let codings = accepted.lowercased().split(separator: ",").map { coding in
            coding.split(separator: ";").map { $0.trimmingPrefix(while: \.isWhitespace) }
        }
        let weights = codings.compactMap { parts -> (name: Substring, isTaken: Bool)? in
            guard let name = parts.first?.split(separator: " ").first else { return nil }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }?.dropFirst(2)
            return (name, weight.map { $0.contains { ("1"..."9").contains($0) } } ?? true)
        }
        return (weights.first { $0.name == "gzip" } ?? weights.first { $0.name == "*" })?.isTaken ?? false
    }
}

/// An answer's bytes, gathered before they are sent.
private final class CollectedBody: ResponseBodyWriter {
    private(set) var bytes: [UInt8] = []

    func write(_ buffer: ByteBuffer) { bytes += buffer.readableBytesView }

    func finish(_ trailingHeaders: HTTPFields?) {}
}
