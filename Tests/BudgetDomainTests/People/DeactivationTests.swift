import BudgetDomain
import Testing

@Suite struct DeactivationTests {
    @Test(arguments: PermittedAct.allCases)
    func `whoever is deactivated may do nothing, whatever their permissions say`(act: PermittedAct) {
        #expect(!PermissionTable.requirement(for: act).isMet(by: .leaver))
        #expect(throws: Refused(.personIsDeactivated(person: "Lea"))) { try Person.leaver.require(act) }
    }

    @Test func `they are no approver any more`() {
        #expect(!Person.leaver.isAccountingApprover)
    }

    @Test(arguments: PermittedAct.allCases)
    func `what they would lack once reactivated is told by the permissions alone`(act: PermittedAct) {
        #expect(PermissionTable.requirement(for: act).lacking(in: .leaver).contains([]))
    }
}
