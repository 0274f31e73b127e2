/// Where a project's parts are.
enum ProjectLinks {
    /// Where its budget is worked on.
    static func budget(_ number: String) -> Link { Site.projects.link }
}
