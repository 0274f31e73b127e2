package import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// Calls the service over HTTP as the Web Connector does: one POST per call, no cookies, no redirects followed.
/// Plain HTTP alone: the emulator is for a server on the same machine.
package enum HTTPTransport {
    /// The .NET client waits 100 s for an answer.
    package static func post(to url: URL, timeoutSeconds: Int = 100) -> SOAPTransport {
        { call in try await answer(to: call, at: url, timeoutSeconds: timeoutSeconds) }
    }

    private static func answer(to call: SOAPCall, at url: URL, timeoutSeconds: Int) async throws -> [UInt8] {
        guard url.scheme == "http", let host = url.host else {
            throw UnreadableReply(sentence: "The emulated Web Connector calls http addresses alone, not “\(url)”")
        }
        // A fresh connection per call: a server that was just restarted never meets a stale one.
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(Int64(timeoutSeconds)))
            .connect(host: host, port: url.port ?? 80) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    return try NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>(
                        wrappingChannelSynchronously: channel)
                }
            }
        // Closing the channel is what ends a wait that has become too long.
        let deadline = channel.channel.eventLoop.scheduleTask(in: .seconds(Int64(timeoutSeconds))) {
            channel.channel.close(promise: nil)
        }
        defer { deadline.cancel() }
        return try await channel.executeThenClose { inbound, outbound in
            // At once: a server that has the whole body may answer and close before it is told that this was the end.
            try await outbound.write(contentsOf: [
                .head(head(of: call, url: url, host: host, connection: "close")),
                .body(.byteBuffer(ByteBuffer(bytes: call.body))), .end(nil),
            ])
            return try await reply(inbound)
        }
    }

    static func head(of call: SOAPCall, url: URL, host: String, connection: String) -> HTTPRequestHead {
        let headers: HTTPHeaders = [
            "User-Agent": userAgent, "Content-Type": "text/xml; charset=utf-8", "SOAPAction": call.action,
            "Host": url.port.map { "\(host):\($0)" } ?? host, "Content-Length": "\(call.body.count)",
            "Connection": connection,
        ]
        return HTTPRequestHead(version: .http1_1, method: .POST, uri: url.path, headers: headers)
    }

    private static func reply(_ inbound: NIOAsyncChannelInboundStream<HTTPClientResponsePart>) async throws -> [UInt8] {
        var body: [UInt8] = []
        for try await part in inbound {
            switch part {
            case .head(let head): try requireXML(head)
            case .body(let bytes): body += bytes.readableBytesView
            case .end: return body
            }
        }
        throw UnreadableReply(sentence: "The connection ended before the whole answer had come")
    }

    static func requireXML(_ head: HTTPResponseHead) throws {
        let type = head.headers.first(name: "Content-Type") ?? ""
        guard type.lowercased().hasPrefix("text/xml") else {
            throw UnreadableReply(
                sentence: "Client found response content type of '\(type)', but expected 'text/xml' "
                    + "(status \(head.status.code))")
        }
        // A SOAP fault comes with status 500 and is read as such.
        guard head.status == .ok || head.status == .internalServerError else {
            throw UnreadableReply(sentence: "The request failed with HTTP status \(head.status.code)")
        }
    }

    private static let userAgent =
        "Mozilla/4.0 (compatible; MSIE 6.0; MS Web Services Client Protocol 4.0.30319.42000)"
}
