/// The pages of the Directory.
enum DirectoryRoutes {
    static let all: [PageRoute] = [
        DirectoryPage.route, AddPersonPage.route, TemplatesPage.route, TemplatesPage.oneRoute, PersonPage.route,
        PermissionsPage.route, PersonAccess.templateRoute, PersonAccess.projectRoute, PersonPrivilege.route,
        PersonSignIn.linkRoute, PersonSignIn.secondFactorRoute, PersonLeaving.deactivationRoute,
        PersonLeaving.reactivationRoute,
    ]
}
