import BudgetDomain
import BudgetOperations
import Hummingbird

/// A request for a page, once cookies, query, form and session have been looked at.
struct Visit: Sendable {
    let plumbline: Plumbline
    let now: Instant
    /// Whether a script of ours asks, for a part of a page.
    let isAskedByScript: Bool
    /// The path that was asked for, with its query.
    let here: Link?
    let query: FormFields
    /// Of this site for certain; empty for anything but a POST.
    private(set) var form: FormFields
    /// The file that came with the form.
    private(set) var file: UploadedFile?
    let parts: Parameters
    let client: SignInClient
    /// Who is signed in.
    let signedIn: SignedInPerson?
    /// What the tokens of forms are made from: the session's secret, or what stands in for one.
    let formSecret: String
    /// What the forms on the answered page carry.
    var formToken: String
    /// Set when the browser has no such secret yet.
    let newFormSecret: String?
    /// The secret of a sign-in that goes on.
    let step: String?
    let theme: Theme
    /// Where people reach the site, for links that are handed to them.
    let siteURL: String
    let flash: Flash?
    var isDemo = false
    /// Where people reach the site; nil where they reach it as it listens.
    var publicURL: String?
    var surroundings = Surroundings.none

    /// Whether a form with this token was made for this browser, and for whoever is signed in.
    func accepts(_ token: String) -> Bool { newFormSecret == nil && FormToken.isOf(secret: formSecret, token) }

    /// The same visit with what its form carries.
    func with(_ form: MultipartForm) -> Visit {
        var visit = self
        visit.form = form.fields
        visit.file = form.file
        return visit
    }

    /// The varying part of the address.
    func part(_ address: AddressOfOne) -> String {
        parts.get(address.part).flatMap { FormFields.decoded(part: $0) } ?? ""
    }
}

extension Visit {
    /// Of nobody, for a page that asks nothing of the database.
    static func nobodys(of plumbline: Plumbline) -> Visit {
        Visit(
            plumbline: plumbline, now: plumbline.clock.now(), isAskedByScript: false, here: nil, query: .none,
            form: .none,
            parts: Parameters(), client: SignInClient(address: "", userAgent: "", device: nil), signedIn: nil,
            formSecret: "", formToken: "", newFormSecret: nil, step: nil, theme: .system, siteURL: "",
            flash: nil)
    }
}
