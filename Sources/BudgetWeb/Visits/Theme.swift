/// The colours that a person chose. They are kept in a cookie and not in the directory: a telephone in the sun and a
/// desk at night want different ones.
enum Theme: String, CaseIterable, Sendable {
    case system, light, dark

    var title: String {
        switch self {
        case .system: "As the device"
        case .light: "Light"
        case .dark: "Dark"
        }
    }
}
