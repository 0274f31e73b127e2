import BudgetOperations

/// The end of a session.
enum SignOut {
    static let route = PageRoute.open(
        Site.signOut,
        post: { visit in
            if let signedIn = visit.signedIn {
                try await visit.plumbline.endSession(signedIn.session, by: signedIn)
            }
            return .seeOther(Site.signIn.link, flash: .signedOut).closingSession()
        })
}
