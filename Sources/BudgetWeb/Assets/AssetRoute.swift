import HTTPTypes
import Hummingbird
import NIOCore

/// `GET /assets/…`: a file for ever under an address that names its content.
struct AssetRoute {
    func add(to router: Router<WebContext>) {
        router.get(RouterPath(Site.asset.pattern)) { request, context in
            guard let name = context.parameters.get(Site.asset.part), let asset = Asset.byFileName[name] else {
                throw PageProblem.notFound
            }
            let tag = "\"\(asset.digest)\""
            var headers: HTTPFields = [
                .contentType: asset.contentType, .eTag: tag, .cacheControl: "public, max-age=31536000, immutable",
                .vary: "Accept-Encoding",
            ]
            if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
            var bytes = asset.bytes
            if let compressed = asset.compressed, CompressedAnswers.takesGzip(request.headers[.acceptEncoding] ?? "") {
                headers[.contentEncoding] = "gzip"
                bytes = compressed
            }
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        }
        addFavicon(to: router)
    }

    /// Pages name their icon; beside what is no page, such as a file, a browser asks for it here.
    private func addFavicon(to router: Router<WebContext>) {
        let methods: [HTTPRequest.Method] = [.get, .head]
        for method in methods {
            router.on(RouterPath(Site.favicon.pattern), method: method) { _, _ -> Response in
                guard let icon = Asset.icon else { return Response(status: .noContent) }
                let headers: HTTPFields = [.location: icon.link.text, .cacheControl: "public, max-age=3600"]
                return Response(status: .found, headers: headers)
            }
        }
    }
}
