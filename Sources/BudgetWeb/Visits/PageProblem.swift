import HTTPTypes

/// What keeps a request from reaching a page, or a page from being there.
enum PageProblem: Error, Hashable {
    case notFound
    /// What an address or a form names in such words, and the company does not have.
    case noSuch(String)
    case methodNotAllowed(allowed: String)
    /// A form that another site sent.
    case forgedForm
    /// A form of this site, made for a session that is over. The fields come along, so that nothing typed is lost.
    case staleForm(to: Link, FormFields)
    /// The same with a file, of which nothing is kept.
    case staleFile(to: Link)
    case unreadableForm
    case tooManyFields
    case tooLarge(longest: Int)
    /// A report that is longer than anybody prints.
    case tooManyRows(most: Int)
    case tooSlow

    var status: HTTPResponse.Status {
        switch self {
        case .notFound, .noSuch: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .forgedForm: .forbidden
        case .staleForm, .staleFile: .conflict
        case .unreadableForm: .badRequest
        case .tooManyFields, .tooLarge, .tooManyRows: .contentTooLarge
        case .tooSlow: .requestTimeout
        }
    }

    var title: String {
        switch self {
        case .notFound, .noSuch: "There is no such page"
        case .methodNotAllowed: "This page cannot be asked that way"
        case .forgedForm: "This form came from another site"
        case .staleForm: "This page is of an earlier session"
        case .staleFile: "You were signed out in the meantime"
        case .unreadableForm: "This form could not be read"
        case .tooManyFields, .tooLarge, .tooManyRows: "This is too much at once"
        case .tooSlow: "The form arrived too slowly"
        }
    }

    var sentence: String {
        switch self {
        case .notFound, .noSuch: "The address is wrong, or what it led to is gone, or it is another company's."
        case .methodNotAllowed(let allowed): "It answers \(allowed)."
        case .forgedForm:
            "Nothing was done. A page of another site tried to act in your name, or your browser hides "
                + "where forms come from."
        case .staleForm: "Nothing was done yet: the page was loaded before you last signed in here."
        case .staleFile: "The file was not imported, and nothing of it is kept."
        case .unreadableForm: "Nothing was done. The browser sent something that is not a form."
        case .tooManyFields: "Nothing was done. The form has more than \(FormFields.mostFields) fields."
        case .tooLarge(let longest): "Nothing was done. At most \(Self.size(longest)) are taken here."
        case .tooManyRows(let most):
            "The report has more than \(most) rows, which is the most that one PDF shows. Download it as CSV instead: "
                + "that holds them all."
        case .tooSlow: "Nothing was done. Send it again when the connection is better."
        }
    }

    private static func size(_ bytes: Int) -> String {
        bytes < 1_000_000 ? "\(bytes / 1_024) KiB" : "\(bytes / 1_000_000) MB"
    }
}
