import BudgetDomain

/// The budget of project 1001, small enough to follow by eye: three lines, A to C.
enum Clinic {
    static let company = ID<Company>("co")
    static let at = Instant(microsecondsSince1970: 1_700_000_000_000_000)
    static let reference = EstimateReference(txnID: "1A-1", editSequence: "1")

    static func budget(
        _ lines: [BudgetLineItem] = [.line("A", 1_000_00), .line("B", 500_00), .line("C", 0)],
        locked: Bool = true, modifications: [BudgetModification] = []
    ) -> Budget {
        Budget(
            id: ID("budget"), company: company, project: ID("1001"), currency: .usd,
            lock: locked ? .locked(by: Person.manager.id, at: at) : .unlocked, lines: lines,
            modifications: modifications)
    }

    static func export(_ state: ExportState, number: Int = 1, kind: Export.Kind = .original) -> Export {
        Export(
            id: ID("export \(number)"), budget: ID("budget"), number: number, kind: kind, sentBy: Person.manager.id,
            sentAt: at, state: state)
    }

    /// The standing of a budget whose only export is in `state`.
    static func standing(_ state: ExportState?, locked: Bool = true) -> BudgetStanding {
        BudgetStanding(budget: budget(locked: locked), exports: state.map { [export($0)] } ?? [])
    }

    /// A project with its job, and an item for each of the cost codes.
    static func prerequisites(
        items: [String] = ["A", "B", "C"], condition: ListCondition = .usable, project: Project = project(),
        usesSubItems: Bool = false
    ) -> SendPrerequisites {
        let keys = items.map { ItemKey(costCode: ID($0), costType: usesSubItems ? "L" : nil) }
        let synced = ListSync<ItemRequest>.synced(
            ListReference(listID: "item", fullName: "item", condition: condition))
        return SendPrerequisites(
            project: project, items: Dictionary(uniqueKeysWithValues: keys.map { ($0, synced) }),
            usesSubItems: usesSubItems)
    }

    static func project(
        name: String = "Harbour Street Clinic", isERPIntegrated: Bool = true,
        job: ListSync<JobRequest> = .synced(ListReference(listID: "80-1", fullName: "Council:Clinic"))
    ) -> Project {
        Project(
            id: ID("1001"), company: company, number: "1001", name: name, isERPIntegrated: isERPIntegrated, job: job)
    }
}

extension BudgetLineItem {
    /// A line whose id, cost code and description follow from one letter.
    static func line(
        _ letter: String, _ cents: Int64, type: String = "L", subJob: String? = nil, customSegments: String? = nil
    ) -> BudgetLineItem {
        BudgetLineItem(
            id: ID(letter),
            code: BudgetCode(
                subJob: subJob, costCode: ID(letter), costCodeText: letter, costType: type,
                customSegments: customSegments),
            description: "Work \(letter)", calculation: .manual, originalAmount: usd(cents))
    }
}

extension BudgetModification {
    static func move(
        _ number: Int, from: String?, to: String, _ cents: Int64, notes: String = ""
    ) -> BudgetModification {
        BudgetModification(
            id: ID("mod \(number)"), number: number, from: from.map { ID($0) }, to: ID(to), amount: usd(cents),
            notes: notes)
    }
}

extension Person {
    static let manager = person("Mia", [.budget: .admin])
    static let approver = person("Ali", [.budget: .readOnly, .erpIntegrations: .standard], canPush: true)
    static let viewer = person("Vic", [.budget: .readOnly])
    /// Sends and accepts alike, which the company may forbid.
    static let both = person("Mia", [.budget: .admin, .erpIntegrations: .standard], canPush: true)

    /// What the manager and the approver may do, and gone.
    static let leaver = person(
        "Lea", [.directory: .admin, .budget: .admin, .erpIntegrations: .admin, .reports: .admin],
        rights: Set(GranularRight.allCases), canPush: true, hasLeft: true)

    static func person(
        _ name: String, _ levels: [Tool: AccessLevel], rights: Set<GranularRight> = [], canPush: Bool = false,
        hasLeft: Bool = false
    ) -> Person {
        Person(
            id: ID(name), company: Clinic.company, name: name, email: "\(name)@example.com",
            permissions: Permissions(levels: levels, rights: rights),
            accountingPrivilege: canPush ? AccountingPrivilege(grantedBy: "command line", grantedAt: Clinic.at) : nil,
            deactivation: hasLeft ? Deactivation(by: "Ada", at: Clinic.at) : nil)
    }
}

extension ERPFault {
    static let passing = ERPFault(code: "3175", text: "In use.", meaning: "Nothing.", cure: "Wait.", mayPass: true)
    static let final = ERPFault(code: "3140", text: "No item.", meaning: "Nothing.", cure: "Export it.", mayPass: false)
}

extension ExportTransaction {
    /// A written transaction of the line named by a letter.
    static func written(
        _ mark: String, _ letter: String, _ kind: TransactionKind, _ cents: Int64, modification: String? = nil,
        description: String = ""
    ) -> ExportTransaction {
        let line = BudgetLineItem.line(letter, 0)
        return ExportTransaction(
            id: ID(mark), mark: mark,
            draft: TransactionDraft(
                line: line.id, code: line.code, kind: kind, modification: modification.map { ID($0) },
                amount: usd(cents), description: description))
    }
}

/// The codes of what an act throws; `["allowed"]` when it is not refused.
func codes<Result>(_ act: @autoclosure () throws(Refused) -> Result) -> [String] {
    do {
        _ = try act()
        return ["allowed"]
    } catch {
        return error.refusals.map(\.code)
    }
}
