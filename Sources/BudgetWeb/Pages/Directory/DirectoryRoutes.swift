/// The pages of the Directory.
enum DirectoryRoutes {
    static let all: [PageRoute] = [
        DirectoryPage.route, AddPersonPage.route, TemplatesPage.route, TemplatePage.route, NewTemplatePage.route,
        ChangeTemplatePage.route, DeleteTemplatePage.route, PersonPage.route,
        PermissionsPage.route, PersonAccess.templateRoute, PersonAccess.projectRoute, PersonPrivilege.route,
        PersonSignIn.linkRoute, PersonSignIn.secondFactorRoute, PersonLeaving.deactivationRoute,
        PersonLeaving.reactivationRoute,
    ]
}
