import HTTPTypes
import Hummingbird
import NIOCore

/// A page's answer as HTTP.
enum PageResponse {
    static func of(_ answer: PageAnswer, to visit: Visit, isSecure: Bool) -> Response {
        var headers: HTTPFields = [.cacheControl: "no-store"]
        var cookies = answer.cookies
        if visit.flash != nil, !cookies.contains(where: { $0.cookie == .flash }) { cookies.append((.flash, nil)) }
        if let secret = visit.newFormSecret { cookies.append((.form, secret)) }
        headers[values: .setCookie] = cookies.map { $0.cookie.setting($0.value, isSecure: isSecure) }
        switch answer.content {
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
