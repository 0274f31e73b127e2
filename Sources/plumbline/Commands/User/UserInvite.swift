import ArgumentParser
import BudgetDomain
import BudgetOperations

struct UserInvite: Verb {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Print a link by which a person sets a first password, once, within a week.")

    @Argument(help: "The e-mail address of somebody in the directory.")
    var email: String

    @OptionGroup var site: SiteAddress
    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        try await PrintedSignInLink.make(.invitation, for: email, at: site, in: scope)
    }
}

struct UserResetPassword: Verb {
    static let configuration = CommandConfiguration(
        commandName: "reset-password",
        abstract: "Print a link by which a person sets another password, once, within an hour.")

    @Argument(help: "The e-mail address of somebody in the directory.")
    var email: String

    @OptionGroup var site: SiteAddress
    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        try await PrintedSignInLink.make(.reset, for: email, at: site, in: scope)
    }
}
