import HTTPTypes
import Hummingbird
import MarkupBytes
import NIOCore

/// A page's answer as HTTP.
enum PageResponse {
    static func of(_ answer: PageAnswer, to visit: Visit, isSecure: Bool) -> Response {
        var headers: HTTPFields = [.cacheControl: "no-store"]
        var cookies = answer.cookies
        if visit.flash != nil, answer.showsFlash, !cookies.contains(where: { $0.cookie == .flash }) {
            cookies.append((.flash, nil))
        }
        if let secret = visit.newFormSecret { cookies.append((.form, secret)) }
        headers[values: .setCookie] = cookies.map { $0.cookie.setting($0.value, isSecure: isSecure) }
        switch answer.content {
        case .unchanged: return Response(status: answer.status, headers: headers)
        case .reload:
            // htmx reference, response headers: the page is loaded again as a whole.
            if let refresh = HTTPField.Name("HX-Refresh") { headers[refresh] = "true" }
            return Response(status: answer.status, headers: headers)
        case .fragment(let html):
            headers[.contentType] = "text/html; charset=utf-8"
            return Response(
                status: answer.status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes)))
        case .seeOther(let link):
            headers[.location] = link.text
            return Response(status: answer.status, headers: headers)
        case .file(let file):
            headers[.contentType] = file.contentType
            headers[.contentDisposition] = file.disposition
            return Response(
                status: answer.status, headers: headers,
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
        case .page(let page):
            headers[.contentType] = "text/html; charset=utf-8"
            let bytes = PageShell.bytes(page, on: visit)
            return Response(
                status: answer.status, headers: headers,
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        }
    }
}

extension PageAnswer {
    /// Whether the answer is the page that tells what the form before did, or leads to it.
    fileprivate var showsFlash: Bool {
        switch content {
        case .page, .seeOther: true
        case .file, .fragment, .unchanged, .reload: false
        }
    }
}
