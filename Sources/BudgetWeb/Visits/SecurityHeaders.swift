import HTTPTypes
import Hummingbird

/// What every answer tells the browser: trust nothing that is not from here, and nothing that is written into the page.
struct SecurityHeaders: RouterMiddleware {
    /// Whether people reach the site by https; only then may a browser be told to use nothing else.
    let isSecure: Bool

    static let contentPolicy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; \
        form-action 'self'; frame-ancestors 'none'; base-uri 'none'
        """

    static let all = [
        ("Content-Security-Policy", contentPolicy),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        // Forms tell their origin only when the referrer may be told to the same site.
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ]

    private static let named = all.compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
    /// A year.
    private static let httpsOnly = "max-age=31536000"

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.named { response.headers[name] = value }
        if isSecure { response.headers[.strictTransportSecurity] = Self.httpsOnly }
        return response
    }
}
