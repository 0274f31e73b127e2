import BudgetDomain
import BudgetOperations
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// What scripts of our pages ask. They are held to the same checks as forms, and whatever goes wrong is told in the
/// same words, as JSON.
struct DataRoutes {
    let reader: VisitReader

    static let all: [DataRoute] = BudgetData.routes

    /// Room for the most rows that are edited at once, each with long texts.
    static let longestBody = 8 * 1_024 * 1_024
    static let tokenField = HTTPField.Name("X-Form-Token")

    func add(to router: Router<WebContext>) {
        for route in Self.all {
            let path = RouterPath(route.address.pattern)
            if let get = route.get {
                router.get(path) { request, context in
                    await answer(request, context, route) { visit, signedIn in try await get(visit, signedIn) }
                }
            }
            if let post = route.post {
                router.post(path) { request, context in
                    await answer(request, context, route) { visit, signedIn in
                        try Self.requireToken(request, visit)
                        let body = try await BodyReader.bytes(
                            of: request, upTo: Self.longestBody, within: VisitReader.slowestForm)
                        return try await post(visit, signedIn, body)
                    }
                }
            }
        }
    }

    private func answer(
        _ request: Request, _ context: WebContext, _ route: DataRoute, _ function: DataRoute.Function
    ) async -> Response {
        var asking: Visit?
        do {
            if request.method == .post { try requireOwnJSON(request) }
            let visit = try await reader.blankVisit(request, context)
            asking = visit
            guard let signedIn = visit.signedIn else { return Self.response(Self.signedOut(visit, route)) }
            return Self.response(try await function(visit, signedIn))
        } catch let refused as Refused {
            asking?.noteIfNotFound(refused, path: request.uri.path)
            return Self.response(.refused(refused))
        } catch let problem as PageProblem {
            return Self.response(.refused([.refusal(problem.sentence, cure: Self.cure(of: problem))], problem.status))
        } catch {
            return Self.response(failure(error, request))
        }
    }

    /// A page of another site can send a form or a plain text, but no JSON and no token.
    private func requireOwnJSON(_ request: Request) throws(PageProblem) {
        guard FormOrigin.isOwn(request, publicURL: reader.publicURL) else { throw .forgedForm }
        let type = request.headers[.contentType]?.split(separator: ";").first
        guard type?.lowercased() == "application/json" else { throw .forgedForm }
    }

    private static func requireToken(_ request: Request, _ visit: Visit) throws(PageProblem) {
        guard let field = tokenField, let token = request.headers[field], visit.accepts(token) else {
            throw .staleForm(to: visit.here ?? Site.dashboard.link, .none)
        }
    }

    private static func signedOut(_ visit: Visit, _ route: DataRoute) -> DataAnswer {
        let page = route.page.link(visit.part(route.page))
        let refusal = JSON.refusal(
            "You are signed out: the session is over. Nothing was changed.", cure: "Sign in again.")
        let signIn = Site.signIn.link.with("then", page.text)
        return DataAnswer(
            status: .unauthorized, value: ["refusals": .list([refusal]), "signIn": .text(signIn.text)])
    }

    private static func cure(of problem: PageProblem) -> String {
        switch problem {
        case .staleForm: "Load the page again. What you typed is kept in this browser and offered again."
        case .staleFile, .forgedForm, .unreadableForm: "Load the page again."
        case .tooLarge, .tooManyFields: "Do it in parts, or import the lines from a file."
        case .tooManyRows: "Download it as CSV."
        case .tooSlow: "Try again."
        case .notFound, .noSuch, .methodNotAllowed: "Go back to the projects."
        }
    }

    private func failure(_ error: any Error, _ request: Request) -> DataAnswer {
        let incident = reader.plumbline.randomness.incident()
        reader.plumbline.log.error(
            "a page's script was failed",
            metadata: ["incident": "\(incident)", "path": "\(request.uri.path)", "error": "\(error)"])
        return .refused(
            [
                .refusal(
                    "Something failed on the server. What you asked for was done whole or not at all.",
                    cure: "Load the page again to see how it stands. The log tells more under incident \(incident).")
            ], .internalServerError)
    }

    private static func response(_ answer: DataAnswer) -> Response {
        var headers: HTTPFields = [.cacheControl: "no-store"]
        guard let value = answer.value else { return Response(status: answer.status, headers: headers) }
        headers[.contentType] = "application/json"
        return Response(
            status: answer.status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: value.bytes)))
    }
}
