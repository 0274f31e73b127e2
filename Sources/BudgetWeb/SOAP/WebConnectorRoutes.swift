import BudgetOperations
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import QuickBooksDesktop

/// `/qbwc`, which the Web Connector polls, its WSDL at `/qbwc?wsdl`, and the support page that the Web Connector asks
/// for when a connection is added.
struct WebConnectorRoutes {
    let conversation: WebConnectorConversation
    let address: ServerAddress

    func add(to router: Router<WebContext>) {
        router.post("/qbwc") { request, context in await answer(request, context) }
        router.get("/qbwc") { request, _ in
            request.uri.queryParameters["wsdl"] != nil || request.uri.query?.lowercased() == "wsdl"
                ? Self.xml(WSDL.document(address: address.baseURL + "/qbwc"))
                : Self.html(SupportPage.service)
        }
        router.get("/qbwc/support") { _, _ in Self.html(SupportPage.support) }
        for path in ["/qbwc", "/qbwc/support"] as [RouterPath] {
            for method in [.put, .delete, .patch] as [HTTPRequest.Method] {
                router.on(path, method: method) { _, _ in
                    Response(status: .methodNotAllowed, headers: [.allow: "GET, POST"])
                }
            }
        }
        router.post("/qbwc/support") { _, _ in Response(status: .methodNotAllowed, headers: [.allow: "GET"]) }
    }

    /// Every answer is SOAP, also when the request is none: the Web Connector reads nothing else.
    private func answer(_ request: Request, _ context: WebContext) async -> Response {
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: SOAPBinding.bodyLimit)
        } catch {
            return Self.fault(
                SOAPFault(code: .client, text: "The request is longer than \(SOAPBinding.bodyLimit) bytes."),
                status: .contentTooLarge)
        }
        do {
            let call = try SOAPRequest(reading: Array(body.readableBytesView))
            let address = ClientAddress.text(of: request, peer: context.peer)
            return Self.xml(try await conversation.answer(call, from: address).bytes)
        } catch let fault as SOAPRequestFault {
            return Self.fault(fault.soapFault)
        } catch {
            context.logger.error("a Web Connector call failed", metadata: ["error": "\(error)"])
            return Self.fault(
                SOAPFault(
                    code: .server,
                    text: "The server could not answer. Nothing is lost: the next run goes on where this one stopped."))
        }
    }

    private static func fault(_ fault: SOAPFault, status: HTTPResponse.Status = .internalServerError) -> Response {
        var response = xml(fault.bytes)
        response.status = status
        return response
    }

    private static func xml(_ bytes: [UInt8]) -> Response {
        Response(
            status: .ok, headers: [.contentType: SOAPBinding.contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static func html(_ bytes: [UInt8]) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
