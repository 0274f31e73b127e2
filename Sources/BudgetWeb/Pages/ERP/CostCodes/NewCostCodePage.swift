import BudgetDomain
import BudgetOperations
import HTTPTypes
import MarkupBytes

/// Where one cost code is added by hand, or a cost type of the firm's own.
enum NewCostCodePage {
    static let route = PageRoute.signedIn(
        Site.erpNewCostCode, get: { visit, signedIn in .page(try await page(on: visit, signedIn)) }, post: add)

    @Sendable private static func add(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        do {
            switch visit.form["act"] {
            case "cost-code": return try await addCostCode(visit, signedIn)
            case "cost-type": return try await addCostType(visit, signedIn)
            case _: throw PageProblem.unreadableForm  // default: no form of ours sends anything else
            }
        } catch let refused as Refused {
            return .page(
                try await page(on: visit, signedIn, refused: refused), refusing: refused)
        }
    }

    private static func addCostCode(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let parent = visit.form.trimmed("parent")
        let draft = CostCodeDraft(
            code: visit.form.trimmed("code"), title: visit.form.trimmed("title"),
            parentCode: parent.isEmpty ? nil : parent)
        let added = try await visit.plumbline.addCostCodes(
            [draft], to: signedIn.company.id, by: .person(signedIn.person.id, name: signedIn.person.name))
        // What is there exactly as given is passed over, which suits a list; by hand it would look like added.
        guard added > 0 else { throw Refused(.costCodeAlreadyExists(draft.code)) }
        return .seeOther(Site.erpNewCostCode.link, flash: .costCodeAdded)
    }

    private static func addCostType(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try signedIn.person.require(.manageDirectory)
        let (code, name) = (visit.form.trimmed("type-code"), visit.form.trimmed("type-name"))
        let types = try await visit.plumbline.costTypes(of: signedIn.company.id)
        // To add a type of a code that is there means to rename it, which nobody is to do who wants another one.
        let taken = TakenCostType(code: code, name: name, among: types)
        guard taken.isFree else {
            return .page(try await page(on: visit, signedIn, taken: taken), status: .conflict)
        }
        try await visit.plumbline.addCostType(
            code: code, name: name, to: signedIn.company.id,
            by: .person(signedIn.person.id, name: signedIn.person.name))
        return .seeOther(Site.erpNewCostCode.link, flash: .costTypeAdded)
    }

    private static func page(
        on visit: Visit, _ signedIn: SignedInPerson, refused: Refused? = nil, taken: TakenCostType? = nil
    ) async throws -> Page {
        try signedIn.person.require(.viewERPLists)
        let types = try await visit.plumbline.costTypes(of: signedIn.company.id)
        let refusals = signedIn.person.refusals(of: .manageDirectory)
        let acts: HTML =
            refusals.isEmpty
            ? .tag("div", [.class("side-by-side")], costCodeForm(on: visit), costTypeForm(taken, on: visit))
            : [
                .button("Add cost code", id: "code-reason", refusedFor: refusals),
                .button("Add cost type", id: "type-reason", refusedFor: refusals),
            ]
        return ERPTab.costCodes.page(
            titled: "New Cost Code or Cost Type",
            refused.map { .refusal($0.refusals, title: "Nothing was added") } ?? .nothing, acts,
            .table(
                "Cost Types", [.text("Code"), .text("Name")],
                rows: types.map { [.text($0.code), .text($0.name)] }),
            .p(.a(Site.erpCostCodes.link, "Back to the cost codes")))
    }

    private static func costCodeForm(on visit: Visit) -> HTML {
        .form(
            to: Site.erpNewCostCode.link, on: visit, class: "form card", .h2("Add a cost code"),
            .hidden("act", "cost-code"),
            .field(
                FormField(
                    name: "code", label: "Cost code",
                    hint: "It becomes the name of the item in QuickBooks, which takes at most "
                        + "\(AccountingName.longestItemName) characters and no colon.",
                    counted: .item, value: visit.form["code"] ?? "")),
            .field(FormField(name: "title", label: "Title", value: visit.form["title"] ?? "")),
            .field(
                FormField(
                    name: "parent", label: "Under", hint: "The cost code of the tier above; empty for none.",
                    value: visit.form["parent"] ?? "", isRequired: false)), .button("Add cost code", .main))
    }

    private static func costTypeForm(_ taken: TakenCostType?, on visit: Visit) -> HTML {
        .form(
            to: Site.erpNewCostCode.link, on: visit, class: "form card", .h2("Add a cost type"),
            .hidden("act", "cost-type"),
            .field(
                FormField(
                    name: "type-code", label: "Code", hint: "What budget codes end with, such as R.",
                    value: visit.form["type-code"] ?? "", problem: taken?.codeProblem)),
            .field(
                FormField(
                    name: "type-name", label: "Name",
                    hint: "Such as Rental. Where cost types are sub-items it becomes their name in QuickBooks, which "
                        + "takes at most \(AccountingName.longestItemName) characters and no colon.",
                    counted: .item, value: visit.form["type-name"] ?? "", problem: taken?.nameProblem)),
            .button("Add cost type", .main))
    }
}

/// What of a new cost type another one has already, whatever the capitals, of which QuickBooks knows none.
private struct TakenCostType {
    let codeProblem: String?
    let nameProblem: String?

    var isFree: Bool { codeProblem == nil && nameProblem == nil }

    init(code: String, name: String, among types: [CostType]) {
        codeProblem = types.first { $0.code.lowercased() == code.lowercased() }
            .map { "There is a cost type “\($0.code)” already: \($0.name)." }
        nameProblem = types.first { $0.name.lowercased() == name.lowercased() }
            .map { "The cost type “\($0.code)” has this name already." }
    }
}
