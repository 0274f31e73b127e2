import BudgetOperations
import Hummingbird
import Logging

/// The last word on anything that goes wrong: an incident id for the person and the details for the log. What failed
/// inside never reaches the network.
struct FailureAnswers<Context: RequestContext>: RouterMiddleware {
    let plumbline: Plumbline

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as any HTTPResponseError {
            throw error
        } catch {
            let incident = plumbline.randomness.incident()
            plumbline.log.error(
                "a request failed",
                metadata: ["incident": "\(incident)", "path": "\(request.uri.path)", "error": "\(error)"])
            throw HTTPError(
                .internalServerError,
                message: "Something failed on the server. Look at how things stand before you repeat it. "
                    + "Quote incident \(incident).")
        }
    }
}
