/// What the page after a form says was done. The cookie carries the word, never a text.
enum Flash: String, CaseIterable, Sendable {
    case signedOut = "signed-out"
    case passwordSet = "password-set"
    case passwordChanged = "password-changed"
    case sessionEnded = "session-ended"
    case everySessionEnded = "every-session-ended"
    case secondFactorOff = "second-factor-off"
    case themeChosen = "theme-chosen"
    case welcome

    var sentence: String {
        switch self {
        case .signedOut: "You are signed out."
        case .passwordSet: "The password is set. Sign in with it."
        case .passwordChanged: "The password is changed, and every other browser is signed out."
        case .sessionEnded: "That browser is signed out."
        case .everySessionEnded: "You are signed out everywhere."
        case .secondFactorOff: "The second factor is off. Your password alone signs you in."
        case .themeChosen: "The colours are changed in this browser."
        case .welcome: "The company is there, and you are its first administrator."
        }
    }
}
