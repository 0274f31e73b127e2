package import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// One connection to the service that stays open for one call after another, as the .NET client keeps it within a
/// session. For load: a connection for every call would measure the system's connections.
package final class KeptConnection: Sendable {
    private let channel: any Channel
    private let url: URL
    private let host: String

    private init(channel: any Channel, url: URL, host: String) {
        self.channel = channel
        self.url = url
        self.host = host
    }

    package static func open(to url: URL, timeoutSeconds: Int = 100) async throws -> KeptConnection {
        guard url.scheme == "http", let host = url.host else {
            throw UnreadableReply(sentence: "The emulated Web Connector calls http addresses alone, not “\(url)”")
        }
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(Int64(timeoutSeconds)))
            .channelOption(.socketOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    try channel.pipeline.syncOperations.addHandler(
                        AnswerMatching(timeout: .seconds(Int64(timeoutSeconds))))
                }
            }
            .connect(host: host, port: url.port ?? 80).get()
        return KeptConnection(channel: channel, url: url, host: host)
    }

    /// One call at a time: the next begins when the answer is there.
    package func answer(to call: SOAPCall) async throws -> [UInt8] {
        let reply = channel.eventLoop.makePromise(of: [UInt8].self)
        let head = HTTPTransport.head(of: call, url: url, host: host, connection: "keep-alive")
        channel.writeAndFlush(PendingCall(head: head, body: ByteBuffer(bytes: call.body), reply: reply))
            .cascadeFailure(to: reply)
        return try await reply.futureResult.get()
    }

    package func close() async throws {
        try await channel.close()
    }
}

private struct PendingCall: Sendable {
    let head: HTTPRequestHead
    let body: ByteBuffer
    let reply: EventLoopPromise<[UInt8]>
}

/// Gives each call its answer. A call without one fails with whatever ended the connection.
private final class AnswerMatching: ChannelDuplexHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundIn = PendingCall
    typealias OutboundOut = HTTPClientRequestPart

    private let timeout: TimeAmount
    private var waiting: EventLoopPromise<[UInt8]>?
    private var deadline: Scheduled<Void>?
    private var body: [UInt8] = []

    init(timeout: TimeAmount) { self.timeout = timeout }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let call = unwrapOutboundIn(data)
        guard waiting == nil else {
            promise?.fail(UnreadableReply(sentence: "The connection waits for another answer"))
            return
        }
        waiting = call.reply
        body = []
        let channel = context.channel
        deadline = context.eventLoop.scheduleTask(in: timeout) { channel.close(promise: nil) }
        context.write(wrapOutboundOut(.head(call.head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(call.body))), promise: nil)
        context.write(wrapOutboundOut(.end(nil)), promise: promise)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        do {
            switch unwrapInboundIn(data) {
            case .head(let head): try HTTPTransport.requireXML(head)
            case .body(let bytes): body += bytes.readableBytesView
            case .end: finish(.success(body))
            }
        } catch {
            finish(.failure(error))
            context.close(promise: nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        finish(.failure(UnreadableReply(sentence: "The connection ended before the whole answer had come")))
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        finish(.failure(error))
        context.close(promise: nil)
    }

    private func finish(_ result: Result<[UInt8], any Error>) {
        deadline?.cancel()
        deadline = nil
        waiting?.completeWith(result)
        waiting = nil
    }
}
