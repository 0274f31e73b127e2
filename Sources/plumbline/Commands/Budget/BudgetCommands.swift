import ArgumentParser

struct BudgetCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "budget", abstract: "A project's budget: import, lock, send and modify it.",
        subcommands: [
            BudgetImport.self, BudgetShow.self, BudgetAddLine.self, BudgetSetAmount.self, BudgetDeleteLine.self,
            BudgetLock.self, BudgetUnlock.self, BudgetSend.self, BudgetRetrieve.self, BudgetModify.self,
        ])
}
