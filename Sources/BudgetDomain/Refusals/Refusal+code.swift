extension Refusal {
    /// A refusal's short name, stable for scripts and documents.
    package var code: String {
        Mirror(reflecting: self).children.first?.label ?? "\(self)"
    }
}
