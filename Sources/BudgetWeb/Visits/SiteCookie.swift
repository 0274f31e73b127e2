import HTTPTypes
import Hummingbird

/// The cookies of this site. Scripts see none of them, other sites send none of them with a form.
enum SiteCookie: String, CaseIterable {
    /// The secret of a session.
    case session
    /// The secret by which a browser is known.
    case device
    /// The secret of a sign-in that goes on.
    case step
    /// The secret that forms are made with before anybody is signed in.
    case form
    /// Light or dark, where somebody chose.
    case theme
    /// What the next page tells.
    case flash

    /// How long the browser keeps it; nil until it is closed.
    private var seconds: Int64? {
        switch self {
        case .session: 14 * 24 * 60 * 60
        case .device, .theme: 365 * 24 * 60 * 60
        case .step: 10 * 60
        case .form: nil
        case .flash: 60
        }
    }

    /// With `__Host-` a browser takes the cookie over https alone, and from no other host of the domain.
    func name(isSecure: Bool) -> String { "\(isSecure ? "__Host-" : "")plumbline-\(rawValue)" }

    func value(in request: Request, isSecure: Bool) -> String? {
        guard let value = request.cookies[name(isSecure: isSecure)]?.value, (1...200).contains(value.utf8.count) else {
            return nil
        }
        return value
    }

    /// The text of `Set-Cookie`; without a value the browser forgets it.
    func setting(_ value: String?, isSecure: Bool) -> String {
        var parts = ["\(name(isSecure: isSecure))=\(value ?? "")", "Path=/", "HttpOnly", "SameSite=Lax"]
        if isSecure { parts.append("Secure") }
        if value == nil { parts.append("Max-Age=0") } else if let seconds { parts.append("Max-Age=\(seconds)") }
        return parts.joined(separator: "; ")
    }
}
