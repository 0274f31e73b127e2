import ArgumentParser
import BudgetDomain
import BudgetOperations

struct CompanySettingsCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "Show or change what the company decides for all its projects.")

    @Option(help: "Budget modifications may change the grand total.")
    var grandTotalModifications: OnOff?

    @Option(help: "Whoever sent a budget may not accept it.")
    var separateDuties: OnOff?

    @Option(help: "Each cost type becomes a QuickBooks sub-item of its cost code.")
    var subItems: OnOff?

    @Option(help: "An import may add cost codes that the company does not have.")
    var addCostCodes: OnOff?

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        guard changesAnything else { return Self.report(of: company.settings) }
        let (grandTotal, duties, subItems, addCodes) = (grandTotalModifications, separateDuties, subItems, addCostCodes)
        let settings = try await scope.plumbline.changeSettings(
            of: company.id, by: try await scope.actor(of: company)
        ) { settings in
            if let grandTotal { settings.allowsGrandTotalModifications = grandTotal.isOn }
            if let duties { settings.senderMayNotApprove = duties.isOn }
            if let subItems { settings.usesSubItems = subItems.isOn }
            if let addCodes { settings.addsCostCodesOnImport = addCodes.isOn }
        }
        return Self.report(of: settings)
    }

    private var changesAnything: Bool {
        [grandTotalModifications, separateDuties, subItems, addCostCodes].contains { $0 != nil }
    }

    static func report(of settings: CompanySettings) -> Report {
        let table = Table(
            [.text("Setting"), .text("Now"), .prose("What it means")],
            rows: [
                [
                    "--grand-total-modifications", OnOff(settings.allowsGrandTotalModifications).rawValue,
                    "Budget modifications may change the grand total",
                ],
                ["--separate-duties", OnOff(settings.senderMayNotApprove).rawValue, "The sender may not accept"],
                ["--sub-items", OnOff(settings.usesSubItems).rawValue, "Cost types are sub-items in QuickBooks"],
                ["--add-cost-codes", OnOff(settings.addsCostCodesOnImport).rawValue, "Imports add unknown cost codes"],
            ])
        return Report([.table(table)], json: SettingsJSON(settings))
    }
}

struct SettingsJSON: Encodable {
    let addCostCodes: Bool
    let grandTotalModifications: Bool
    let separateDuties: Bool
    let subItems: Bool

    init(_ settings: CompanySettings) {
        addCostCodes = settings.addsCostCodesOnImport
        grandTotalModifications = settings.allowsGrandTotalModifications
        separateDuties = settings.senderMayNotApprove
        subItems = settings.usesSubItems
    }
}
