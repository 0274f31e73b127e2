import BudgetOperations
import HTTPTypes
import Hummingbird

/// What one address answers: to look at it, and to a form sent there.
struct PageRoute: Sendable {
    typealias Function = @Sendable (Visit) async throws -> PageAnswer
    typealias SignedInFunction = @Sendable (Visit, SignedInPerson) async throws -> PageAnswer

    let pattern: String
    let get: Function?
    let post: Function?
    /// How long a file may be that a form sends here; nil where none is taken.
    var longestFile: Int?

    /// For everybody.
    static func open(_ address: Address, get: Function? = nil, post: Function? = nil) -> PageRoute {
        PageRoute(pattern: address.pattern, get: get, post: post)
    }

    /// For whoever is signed in; others are led to the sign-in page and back.
    static func signedIn(
        _ address: Address, get: SignedInFunction? = nil, post: SignedInFunction? = nil
    ) -> PageRoute {
        PageRoute(
            pattern: address.pattern, get: get.map { requiringPerson($0) { _ in .reload } },
            post: post.map { requiringPerson($0) { _ in .reload } })
    }

    /// - Parameter signedOutScript: what a script is told whose session is over.
    static func signedIn(
        _ address: AddressOfOne, get: SignedInFunction? = nil, post: SignedInFunction? = nil,
        signedOutScript: @escaping @Sendable (Visit) -> PageAnswer = { _ in .reload }
    ) -> PageRoute {
        PageRoute(
            pattern: address.pattern, get: get.map { requiringPerson($0, signedOutScript) },
            post: post.map { requiringPerson($0, signedOutScript) })
    }

    /// The same for forms with a file of at most that many bytes.
    func taking(fileOf longest: Int) -> PageRoute {
        var route = self
        route.longestFile = longest
        return route
    }

    private static func requiringPerson(
        _ function: @escaping SignedInFunction, _ signedOutScript: @escaping @Sendable (Visit) -> PageAnswer
    ) -> Function {
        { visit in
            guard let signedIn = visit.signedIn else {
                guard !visit.isAskedByScript else { return signedOutScript(visit) }
                let back = visit.here.map { Site.signIn.link.with("then", $0.text) }
                return .seeOther(back ?? Site.signIn.link)
            }
            return try await function(visit, signedIn)
        }
    }

    /// The methods that the address answers, as `Allow` lists them.
    var allowed: String {
        [get.map { _ in "GET, HEAD" }, post.map { _ in "POST" }].compactMap { $0 }.joined(separator: ", ")
    }
}
