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
            let headers: HTTPFields = [
                .contentType: asset.contentType, .eTag: tag, .cacheControl: "public, max-age=31536000, immutable",
            ]
            if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
            return Response(
                status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
        }
    }
}
