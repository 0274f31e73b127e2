import ArgumentParser

struct UserCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "People, what they may do, how they sign in, and who may push to accounting.",
        subcommands: [
            UserAdd.self, UserList.self, UserTemplates.self, UserAddTemplate.self, UserChangeTemplate.self,
            UserDeleteTemplate.self, UserPermit.self, UserAllowAccounting.self, UserRevokeAccounting.self,
            UserMay.self, UserInvite.self, UserResetPassword.self, UserRemoveSecondFactor.self, UserDeactivate.self,
            UserReactivate.self,
        ])
}
