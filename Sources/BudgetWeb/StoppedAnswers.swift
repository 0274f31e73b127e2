import HTTPTypes
import Hummingbird
import NIOCore
import QuickBooksDesktop

/// What a server answers that takes no more work: 503, so that a load balancer passes it by, and to the Web Connector a
/// fault in its own words, which ends the run. What QuickBooks did meanwhile is found out in the next one.
struct StoppedAnswers<Context: RequestContext>: RouterMiddleware {
    /// Why the server takes no work; nil while it does.
    let stopSentence: @Sendable () -> String?

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard let sentence = stopSentence() else { return try await next(request, context) }
        guard request.uri.path == "/qbwc", request.method == .post else {
            throw HTTPError(.serviceUnavailable, message: sentence)
        }
        return Response(
            status: HTTPResponse.Status(code: SOAPFault.httpStatus),
            headers: [.contentType: SOAPBinding.contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: SOAPFault(code: .server, text: sentence).bytes)))
    }
}
