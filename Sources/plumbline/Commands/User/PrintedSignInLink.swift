import BudgetDomain
import BudgetOperations
import BudgetWeb

/// A link to set a password, as a command prints it.
enum PrintedSignInLink {
    static func make(
        _ purpose: SignInLinkPurpose, for email: String, at site: SiteAddress, in scope: Scope
    ) async throws -> Report {
        let company = try await scope.company()
        let link = try await scope.plumbline.makeSignInLink(
            purpose, for: email, in: company.id, by: try await scope.actor(of: company))
        let url = PublicLink.password(link.secret, at: site.publicURL)
        return Report(
            [
                "\(url)", .blank,
                "For \(link.person.name) <\(link.person.email)> alone, once, until \(link.expiresAt.toTheMinute).",
                "Every earlier link of theirs is worthless now.",
            ], json: SignInLinkJSON(email: link.person.email, expiresAt: link.expiresAt.iso, url: url))
    }
}

struct SignInLinkJSON: Encodable {
    let email: String
    let expiresAt: String
    let url: String
}
