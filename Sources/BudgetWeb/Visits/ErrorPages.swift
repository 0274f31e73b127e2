import BudgetDomain
import BudgetOperations
import HTTPTypes
import Hummingbird
import Logging
import MarkupBytes

/// Whatever keeps a page from being shown becomes a page: a refusal with its cure, a wrong request in words, a failure
/// with the incident under which the log tells more. Machines that call (`/qbwc`, `/health`) are answered elsewhere.
struct ErrorPages: RouterMiddleware {
    let reader: VisitReader

    private static let machinePaths = ["/qbwc", "/health"]

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard !Self.machinePaths.contains(where: request.uri.path.hasPrefix) else {
            return try await next(request, context)
        }
        do {
            return try await next(request, context)
        } catch let refused as Refused {
            let answer = PageAnswer.page(RefusalPage.page(refused), refusing: refused)
            return try await respond(with: { _ in answer }, to: request, context)
        } catch let problem as PageProblem {
            var response = try await respond(with: { ProblemPage.answer(problem, on: $0) }, to: request, context)
            if case .methodNotAllowed(let allowed) = problem { response.headers[.allow] = allowed }
            return response
        } catch let error as HTTPError where error.status == .notFound {
            return try await respond(with: { ProblemPage.answer(.notFound, on: $0) }, to: request, context)
        } catch let error as any HTTPResponseError {
            throw error
        } catch {
            let incident = reader.plumbline.randomness.incident()
            reader.plumbline.log.error(
                "a page failed",
                metadata: ["incident": "\(incident)", "path": "\(request.uri.path)", "error": "\(error)"])
            return failure(incident)
        }
    }

    /// Without a visit: what failed may be the database, which would be asked who is signed in.
    private func failure(_ incident: String) -> Response {
        let visit = Visit.nobodys(of: reader.plumbline)
        return PageResponse.of(
            .page(FailurePage.page(incident: incident), status: .internalServerError), to: visit,
            isSecure: reader.isSecure)
    }

    private func respond(
        with answer: (Visit) -> PageAnswer, to request: Request, _ context: WebContext
    ) async throws -> Response {
        let visit = (try? await reader.blankVisit(request, context)) ?? .nobodys(of: reader.plumbline)
        let answer = answer(visit)
        visit.noteIfNotFound(answer, path: request.uri.path)
        let response = PageResponse.of(answer, to: visit, isSecure: reader.isSecure)
        return request.method == .head ? response.createHeadResponse() : response
    }
}
