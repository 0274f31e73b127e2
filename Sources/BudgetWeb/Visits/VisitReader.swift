import BudgetOperations
import HTTPTypes
import Hummingbird
import MarkupBytes

/// Makes visits of requests: reads cookies, query and form within their limits, and finds out who is signed in.
struct VisitReader: Sendable {
    let plumbline: Plumbline
    /// Where people reach the site: `https://budget.example.com`; nil where they reach it as it listens.
    let publicURL: String?
    /// Whether pages lead to the demo's switches.
    var isDemo = false
    var surroundings = Surroundings.none

    /// More than any form of this site needs; files have pages with limits of their own.
    static let longestForm = 256 * 1_024
    static let slowestForm: Duration = .seconds(20)
    static let slowestFile: Duration = .seconds(120)

    var isSecure: Bool { publicURL?.lowercased().hasPrefix("https://") == true }

    /// - Parameter longestFile: how long a file may be that the page takes; nil where it takes none.
    /// - Throws: ``PageProblem`` for a request that no page is to see.
    func visit(_ request: Request, _ context: WebContext, longestFile: Int? = nil) async throws -> Visit {
        if let longestFile, request.method == .post,
            let boundary = MultipartForm.boundary(in: request.headers[.contentType])
        {
            return try await visitWithFile(request, context, boundary: boundary, longest: longestFile)
        }
        let form = request.method == .post ? try await form(of: request) : .none
        let visit = try await blankVisit(request, context, form: form)
        guard request.method == .post else { return visit }
        return try requiringToken(visit)
    }

    /// Nothing of a file is kept for whoever is not signed in, who is told so where they sign in.
    private func visitWithFile(
        _ request: Request, _ context: WebContext, boundary: String, longest: Int
    ) async throws -> Visit {
        guard FormOrigin.isOwn(request, publicURL: publicURL) else { throw PageProblem.forgedForm }
        let visit = try await blankVisit(request, context)
        guard visit.signedIn != nil else {
            _ = try? await BodyReader.bytes(of: request, upTo: 0, within: Self.slowestFile)
            throw visit.here.map { PageProblem.staleFile(to: $0) } ?? PageProblem.forgedForm
        }
        let body = try await BodyReader.bytes(
            of: request, upTo: longest + Self.longestForm, within: Self.slowestFile)
        let form = try MultipartForm(body, boundary: boundary)
        guard (form.file?.bytes.count ?? 0) <= longest else { throw PageProblem.tooLarge(longest: longest) }
        return try requiringToken(visit.with(form))
    }

    private func requiringToken(_ visit: Visit) throws -> Visit {
        let form = visit.form
        guard let token = form[HTML.formTokenField], visit.accepts(token) else {
            guard let here = visit.here else { throw PageProblem.forgedForm }
            throw visit.file == nil ? PageProblem.staleForm(to: here, form) : PageProblem.staleFile(to: here)
        }
        return visit
    }

    /// The page that somebody looks at: for a script's request, the one that the script is on.
    private static func page(of request: Request) -> Link? {
        guard let name = scriptPageField, let page = request.headers[name],
            let path = page.split(separator: "://", maxSplits: 1).last?.drop(while: { $0 != "/" })
        else { return Link(local: request.uri.string) }
        return Link(local: String(path.prefix { $0 != "#" }))
    }

    private static let scriptPageField = HTTPField.Name("HX-Current-URL")

    /// htmx says by this field that it asks.
    private static let scriptField = HTTPField.Name("HX-Request")

    /// A visit without looking at the form: also for pages that say what was wrong with it.
    func blankVisit(_ request: Request, _ context: WebContext, form: FormFields = .none) async throws -> Visit {
        func cookie(_ cookie: SiteCookie) -> String? { cookie.value(in: request, isSecure: isSecure) }
        let session = cookie(.session)
        var signedIn: SignedInPerson?
        if let session { signedIn = try await plumbline.signedInPerson(secret: session) }
        let formSecret = signedIn == nil ? cookie(.form) : session
        let newFormSecret = formSecret == nil ? plumbline.randomness.text(length: 52) : nil
        let formToken = FormToken.of(
            secret: formSecret ?? newFormSecret ?? "", mask: plumbline.randomness.bytes(FormToken.maskLength))
        return Visit(
            plumbline: plumbline, now: plumbline.clock.now(),
            isAskedByScript: Self.scriptField.map { request.headers[$0] == "true" } ?? false,
            here: Self.page(of: request),
            query: (try? FormFields((request.uri.query ?? "").utf8)) ?? .none, form: form, parts: context.parameters,
            client: SignInClient(
                address: ClientAddress.text(of: request, peer: context.peer),
                userAgent: request.headers[.userAgent] ?? "", device: cookie(.device)),
            signedIn: signedIn, formSecret: formSecret ?? newFormSecret ?? "", formToken: formToken,
            newFormSecret: newFormSecret, step: cookie(.step), theme: cookie(.theme).flatMap(Theme.init) ?? .system,
            siteURL: publicURL ?? "http://\(request.head.authority ?? "localhost")",
            flash: cookie(.flash).flatMap(Flash.init), isDemo: isDemo, publicURL: publicURL,
            surroundings: surroundings)
    }

    private func form(of request: Request) async throws -> FormFields {
        guard FormOrigin.isOwn(request, publicURL: publicURL) else { throw PageProblem.forgedForm }
        let type = request.headers[.contentType]?.split(separator: ";").first
        guard type?.lowercased() == "application/x-www-form-urlencoded" else { throw PageProblem.unreadableForm }
        let body = try await BodyReader.bytes(of: request, upTo: Self.longestForm, within: Self.slowestForm)
        return try FormFields(body)
    }
}
