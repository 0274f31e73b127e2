import BudgetOperations
import HTTPTypes
import Hummingbird

/// All pages, each reached the same way: ``VisitReader`` makes a visit of the request, the page's function answers it,
/// and the answer becomes bytes here.
struct PageRoutes {
    let reader: VisitReader
    /// Those that only some servers have.
    let further: [PageRoute]

    static let all: [PageRoute] =
        [
            DashboardPage.route, ProjectsPage.route,
            SignInPage.route, SignInNextPage.route, SignOut.route, PasswordLinkPage.route, SetUpPage.route,
            AccountPage.route, PasswordPage.route, SessionsPage.route, SecondFactorPage.route,
            SecondFactorPage.offRoute, ThemeChoice.route,
        ] + DirectoryRoutes.all + ERPRoutes.all + ProjectRoutes.all

    private static let otherMethods: [HTTPRequest.Method] = [.get, .post, .put, .delete, .patch]

    func add(to router: Router<WebContext>) {
        for page in Self.all + further {
            let path = RouterPath(page.pattern)
            if let get = page.get {
                router.get(path) { request, context in try await answer(request, context, get) }
                router.on(path, method: .head) { request, context in
                    try await answer(request, context, get).createHeadResponse()
                }
            }
            if let post = page.post {
                router.post(path) { request, context in
                    try await answer(request, context, post, longestFile: page.longestFile)
                }
            }
            for method in Self.otherMethods
            where !(method == .get && page.get != nil) && !(method == .post && page.post != nil) {
                router.on(path, method: method) { _, _ -> Response in
                    throw PageProblem.methodNotAllowed(allowed: page.allowed)
                }
            }
        }
    }

    private func answer(
        _ request: Request, _ context: WebContext, _ function: PageRoute.Function, longestFile: Int? = nil
    ) async throws -> Response {
        let visit = try await reader.visit(request, context, longestFile: longestFile)
        let answer = try await function(visit)
        visit.noteIfNotFound(answer, path: request.uri.path)
        return PageResponse.of(answer, to: visit, isSecure: reader.isSecure)
    }
}
