import BudgetDomain
import BudgetOperations
import MarkupBytes

/// *Can Push to Accounting*: who granted it and when, the request for it, and the acts of those who may grant it.
enum PersonPrivilege {
    static let route = PageRoute.signedIn(Site.personPrivilege, post: decide)

    /// What the buttons of this card ask for.
    private enum Wish: String {
        case ask, grant, decline, revoke
    }

    static func card(_ view: PersonView, on visit: Visit, _ signedIn: SignedInPerson) -> HTML {
        .card(
            "Can Push to Accounting", .facts(facts(view)), nobodyGrants(view), request(view, on: visit, signedIn),
            decision(view, on: visit, signedIn), history(view))
    }

    private static func facts(_ view: PersonView) -> [(name: String, value: HTML)] {
        let person = view.person
        let privilege = person.accountingPrivilege.map { privilege in
            [.badge("Yes", .good), " granted by \(privilege.grantedBy), ", .moment(privilege.grantedAt)] as HTML
        }
        let approver =
            person.isAccountingApprover
            ? "yes: accepts and rejects exports"
            : person.canPushToAccounting
                ? "no: that needs ERP Integrations Standard or Admin too"
                : "no: that needs this privilege, and ERP Integrations Standard or Admin"
        return [
            ("The privilege", privilege ?? .badge("No", .neutral)), ("Accounting approver", .text(approver)),
            (
                "Who may grant it",
                view.company.granters.isEmpty ? "nobody in this company yet" : .names(view.company.granters)
            ),
        ]
    }

    /// The seat of the first grant is the server's terminal; no page can stand in for it.
    private static func nobodyGrants(_ view: PersonView) -> HTML {
        guard view.company.granters.isEmpty, view.person.isActive else { return .nothing }
        return .notice(
            "The first grant comes from the server’s command line", .waiting,
            .p(
                "Whoever runs the server types this; after that a Directory Admin who has the privilege grants it here."
            ),
            .p(.code(.text("plumbline user allow-accounting \(view.person.email)"))))
    }

    private static func request(_ view: PersonView, on visit: Visit, _ signedIn: SignedInPerson) -> HTML {
        let person = view.person
        let isOwn = person.id == signedIn.person.id
        guard !person.canPushToAccounting else { return .nothing }
        if let open = view.requests.first(where: \.isOpen) {
            return .notice(
                isOwn ? "You asked for it" : "\(person.name) asks for it", .busy,
                .p(.moment(open.askedAt), open.reason.isEmpty ? "" : .text(": “\(open.reason)”")),
                isOwn ? .p("The answer is due from ", .names(view.company.granters), ".") : .nothing)
        }
        guard isOwn else { return .nothing }
        guard !view.company.granters.isEmpty else {
            return .button("Ask for it", id: "why-not-ask", refusedFor: [.nobodyGrantsPrivilege])
        }
        return .form(
            to: Site.personPrivilege.link(person.id.text), on: visit, class: "form",
            .field(
                FormField(
                    name: "comment", label: "Why you need it",
                    hint: "It goes to \(view.company.granters.joined(separator: ", ")).", isRequired: false)),
            .button("Ask for it", choosing: Wish.ask.rawValue, of: "wish", .main))
    }

    private static func decision(_ view: PersonView, on visit: Visit, _ signedIn: SignedInPerson) -> HTML {
        let person = view.person
        let has = person.canPushToAccounting
        let refusals =
            person.isActive
            ? signedIn.person.refusals(of: .grantAccountingPrivilege) : [.personIsDeactivated(person: person.name)]
        guard refusals.isEmpty else {
            return .button(has ? "Take it away" : "Grant it", id: "why-not-grant", refusedFor: refusals)
        }
        let link = Site.personPrivilege.link(person.id.text)
        if has {
            return .form(
                to: link, on: visit, .button("Take it away", choosing: Wish.revoke.rawValue, of: "wish", .danger))
        }
        guard view.requests.contains(where: \.isOpen) else {
            return .form(to: link, on: visit, .button("Grant it", choosing: Wish.grant.rawValue, of: "wish", .main))
        }
        return .form(
            to: link, on: visit, class: "form",
            .field(
                FormField(
                    name: "comment", label: "Comment", hint: "Needed to decline it.", isRequired: false)),
            .tag(
                "div", [.class("row")], .button("Grant it", choosing: Wish.grant.rawValue, of: "wish", .main),
                .button("Decline it", choosing: Wish.decline.rawValue, of: "wish", .danger)))
    }

    private static func history(_ view: PersonView) -> HTML {
        let answered = view.requests.compactMap { request in request.answer.map { (request, $0) } }
        guard !answered.isEmpty else { return .nothing }
        return .table(
            "Requests that were answered",
            [.text("Asked"), .text("Reason"), .text("Answer"), .text("By"), .text("When"), .text("Comment")],
            rows: answered.map { request, answer in
                [
                    .moment(request.askedAt), .text(request.reason.isEmpty ? "–" : request.reason),
                    badge(answer.outcome), .text(answer.by),
                    .moment(answer.at), .text(answer.comment.isEmpty ? "–" : answer.comment),
                ]
            })
    }

    private static func badge(_ outcome: PrivilegeRequest.Outcome) -> HTML {
        switch outcome {
        case .granted: .badge("Granted", .good)
        case .declined: .badge("Declined", .bad)
        case .withdrawn: .badge("Withdrawn", .neutral)
        }
    }

    @Sendable private static func decide(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        guard let wish = visit.form["wish"].flatMap(Wish.init(rawValue:)) else { throw PageProblem.unreadableForm }
        return try await PersonPage.act(
            Site.personPrivilege, visit, signedIn, title: "The privilege was not changed"
        ) { view in
            let flash = try await perform(wish, of: view, on: visit, signedIn)
            return .seeOther(Site.person.link(view.person.id.text), flash: flash)
        }
    }

    private static func perform(
        _ wish: Wish, of view: PersonView, on visit: Visit, _ signedIn: SignedInPerson
    ) async throws -> Flash {
        let (plumbline, company) = (visit.plumbline, signedIn.company.id)
        let (email, comment) = (view.person.email, visit.form["comment"] ?? "")
        switch wish {
        case .ask:
            guard view.person.id == signedIn.person.id else { throw PageProblem.unreadableForm }
            try await plumbline.requestAccountingPrivilege(reason: comment, in: company, by: signedIn.person.id)
            return .privilegeAsked
        case .grant, .decline:
            try await plumbline.answerPrivilegeRequest(
                of: email, isGranted: wish == .grant, comment: comment, in: company, by: signedIn.actor)
            return wish == .grant ? .privilegeGranted : .privilegeDeclined
        case .revoke:
            try await plumbline.revokeAccountingPrivilege(from: email, in: company, by: signedIn.actor)
            return .privilegeRevoked
        }
    }
}
