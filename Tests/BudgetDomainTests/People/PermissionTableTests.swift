import BudgetDomain
import Testing

/// Columns: the act; the granular right that lifts somebody; then who may, for each of the four levels None, Read Only,
/// Standard, Admin (`+` may, `-` may not) of the Budget tool alone; of Budget with the right; of ERP Integrations; of
/// that with Can Push to Accounting; of the Directory; of that with the privilege; of Reports for a Budget Admin.
private let table = """
    viewBudget               -                                 -+++ -+++ ---- ---- ---- ---- ++++
    setOriginalAmount        modifyOriginalBudgetAmount        ---+ -+++ ---- ---- ---- ---- ++++
    importBudget             importLineItems                   ---+ -+++ ---- ---- ---- ---- ++++
    addPartialLine           -                                 --++ --++ ---- ---- ---- ---- ++++
    createModification       -                                 --++ --++ ---- ---- ---- ---- ++++
    changeBudgetChange       createEditAndDeleteBudgetChanges  ---+ -+++ ---- ---- ---- ---- ++++
    lockBudget               lockBudget                        ---+ -+++ ---- ---- ---- ---- ++++
    unlockBudget             -                                 ---+ ---+ ---- ---- ---- ---- ++++
    sendOrRetrieve           sendAndRetrieveFromERP            ---+ -+++ ---- ---- ---- ---- ++++
    deleteLineItem           deleteBudgetLineItems             ---+ -+++ ---- ---- ---- ---- ++++
    configureBudget          -                                 ---+ ---+ ---- ---- ---- ---- ++++
    createSnapshot           -                                 --++ --++ ---- ---- ---- ---- ++++
    viewDirectCosts          viewDirectCostDetails             ---+ -+++ ---- ---- ---- ---- ++++
    viewERPLists             -                                 ---- ---- --++ --++ ---- ---- ----
    acceptOrRejectExport     -                                 ---- ---- ---- --++ ---- ---- ----
    configureERP             -                                 ---- ---- ---+ ---+ ---- ---- ----
    viewCompanyJobCosts      -                                 ---- ---- ---+ ---+ ---- ---- ----
    viewProjectJobCosts      -                                 ---- ---- ---+ ---+ ---- ---- -+++
    viewDirectory            -                                 ---- ---- ---- ---- -+++ -+++ ----
    manageDirectory          -                                 ---- ---- ---- ---- ---+ ---+ ----
    grantAccountingPrivilege -                                 ---- ---- ---- ---- ---- ---+ ----
    """

@Suite struct PermissionTableTests {
    @Test(arguments: table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) })
    func `who may do what`(row: [String]) throws {
        let act = try #require(PermittedAct.allCases.first { "\($0)" == row[0] })
        let right = GranularRight.allCases.first { "\($0)" == row[1] }
        let otherRights = Set(GranularRight.allCases).subtracting(right.map { [$0] } ?? [])

        #expect(permitted(act) { .person("Ann", [.budget: $0], rights: otherRights) } == row[2])
        #expect(permitted(act) { .person("Ann", [.budget: $0], rights: right.map { [$0] } ?? []) } == row[3])
        #expect(permitted(act) { .person("Ann", [.erpIntegrations: $0]) } == row[4])
        #expect(permitted(act) { .person("Ann", [.erpIntegrations: $0], canPush: true) } == row[5])
        #expect(permitted(act) { .person("Ann", [.directory: $0]) } == row[6])
        #expect(permitted(act) { .person("Ann", [.directory: $0], canPush: true) } == row[7])
        #expect(permitted(act) { .person("Ann", [.budget: .admin, .reports: $0]) } == row[8])
    }

    @Test func `the table has a row for every act`() {
        let acts = table.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
        #expect(acts == PermittedAct.allCases.map { "\($0)" })
    }

    @Test func `a refusal says what the act needs`() {
        #expect(
            throws: Refused(
                .notPermitted(
                    person: "Vic", act: .lockBudget,
                    needs: "Budget Admin, or Budget Read Only or higher and the right to lock budget"))
        ) {
            try Person.viewer.require(.lockBudget)
        }
    }

    @Test func `the page in the reference says the same`() throws {
        let rows = PermittedAct.allCases.map { [$0.rawValue, PermissionTable.requirement(for: $0).description] }
        try ReferenceDocument(name: "permissions.md").expect(header: ["To", "you need"], rows: rows)
    }

    private func permitted(_ act: PermittedAct, _ person: (AccessLevel) -> Person) -> String {
        String(
            [AccessLevel.none, .readOnly, .standard, .admin].map { level -> Character in
                PermissionTable.requirement(for: act).isMet(by: person(level)) ? "+" : "-"
            })
    }
}
