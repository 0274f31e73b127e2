/// The addresses of the Directory. A person is named by their id, which stays when their e-mail address changes.
extension Site {
    static let addPerson = Address("/directory/add")
    static let templates = Address("/directory/templates")
    static let newTemplate = Address("/directory/new-template")
    /// A template is named in the query: names hold slashes, or are two dots, and no path can carry those.
    static let template = Address("/directory/template")
    static let templateChange = Address("/directory/template/change")
    static let templateDeletion = Address("/directory/template/deletion")

    static let person = AddressOfOne("/directory/", part: "person")
    static let personPermissions = AddressOfOne("/directory/", part: "person", "/permissions")
    static let personTemplate = AddressOfOne("/directory/", part: "person", "/template")
    static let personProject = AddressOfOne("/directory/", part: "person", "/project")
    static let personPrivilege = AddressOfOne("/directory/", part: "person", "/privilege")
    static let personLink = AddressOfOne("/directory/", part: "person", "/sign-in-link")
    static let personDeactivation = AddressOfOne("/directory/", part: "person", "/deactivation")
    static let personReactivation = AddressOfOne("/directory/", part: "person", "/reactivation")
    static let personSecondFactor = AddressOfOne("/directory/", part: "person", "/second-factor")
}
