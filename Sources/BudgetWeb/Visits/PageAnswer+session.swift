import BudgetOperations

extension PageAnswer {
    /// Lets the browser keep the secrets of a session that has just begun, and forget those that led to it.
    func opening(_ session: NewBrowserSession) -> PageAnswer {
        setting(.session, session.secret).setting(.device, session.device).setting(.step, nil).setting(.form, nil)
    }

    /// Lets the browser forget the session.
    func closingSession() -> PageAnswer { setting(.session, nil).setting(.step, nil) }
}

extension Visit {
    /// Where to go after signing in: where somebody was on the way to, and to nowhere else than this site.
    func after(_ fields: FormFields) -> Link { fields["then"].flatMap(Link.init(local:)) ?? Site.dashboard.link }
}
