import ArgumentParser

struct CostCodeCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cost-codes", abstract: "The company's standard cost codes and cost types.",
        subcommands: [
            CostCodesAdd.self, CostCodesImport.self, CostCodesList.self, CostCodesTypes.self, CostCodesAddType.self,
        ])
}
