/// The planted mistakes, by the part of the product that they imitate.
package enum Mutants {
    package static let all: [Mutant] =
        BudgetMutants.all + PeopleMutants.all + AuditMutants.all + ExportMutants.all + DocumentMutants.all
        + MessageSetMutants.all + SessionMutants.all + TenancyMutants.all

    package static func named(_ name: String) -> Mutant? { all.first { $0.name == name } }
}
