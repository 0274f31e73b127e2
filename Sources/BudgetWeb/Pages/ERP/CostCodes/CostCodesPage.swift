import BudgetDomain
import BudgetOperations
import HTTPTypes
import MarkupBytes

/// The Standard Cost Codes tab: which cost code is which item in QuickBooks, and the export with both accounts.
enum CostCodesPage {
    static let route = PageRoute.signedIn(
        Site.erpCostCodes, get: { visit, signedIn in .page(try await page(on: visit, signedIn, refused: nil)) },
        post: request)

    @Sendable private static func request(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let codes = visit.form.pairs.filter { $0.name == "code" }.map(\.value)
        let isEvery = visit.form["every"] == "yes"
        guard isEvery || !codes.isEmpty else {
            let page = try await page(on: visit, signedIn, refused: nil)
            return .page(page, status: .unprocessableContent)
        }
        let request = ItemRequest(
            incomeAccount: visit.form["income-account"] ?? "", expenseAccount: visit.form["expense-account"] ?? "")
        do {
            _ = try await visit.plumbline.requestItems(
                request, codes: isEvery ? nil : codes, in: signedIn.company.id, by: signedIn.person.id)
            return .seeOther(Site.erpCostCodes.link.with("filter", "requested"), flash: .itemsRequested)
        } catch let refused as Refused {
            return .page(
                try await page(on: visit, signedIn, refused: refused), refusing: refused)
        }
    }

    private static func page(on visit: Visit, _ signedIn: SignedInPerson, refused: Refused?) async throws -> Page {
        try signedIn.person.require(.viewERPLists)
        let all = try await visit.plumbline.costCodes(of: signedIn.company.id)
        let query = ListQuery(visit, at: Site.erpCostCodes.link)
        let list = FilteredList<CostCodeFilter>(all, query: query, usual: .ready) {
            [$0.costCode.code, $0.costCode.title]
        }
        let asks = list.current == .ready || list.current == .failed
        let refusals = signedIn.person.refusals(of: .acceptOrRejectExport)
        let used = try await visit.plumbline.itemAccounts(of: signedIn.company.id)
        let table = table(of: list, canChoose: asks && refusals.isEmpty, on: visit)
        let content: HTML =
            if list.rows.isEmpty {
                .emptyState("Nothing here", "No cost code is in “\(list.current.title)”\(query.searched).")
            } else if !asks {
                table
            } else if refusals.isEmpty {
                .form(to: Site.erpCostCodes.link, on: visit, class: "stack", table, accounts(used, on: visit))
            } else {
                [table, .button("Export", id: "export-reason", refusedFor: refusals)]
            }
        return ERPTab.costCodes.page(
            titled: "ERP Integrations",
            refused.map { .refusal($0.refusals, title: "Nothing was requested") }
                ?? (visit.form.pairs.isEmpty ? .nothing : nothingChosen),
            list.tabs("Filter Standard Cost Codes By"), query.searchForm("Search cost codes"), content, list.pager,
            .p(.a(Site.erpNewCostCode.link, "Add a cost code or a cost type")))
    }

    private static let nothingChosen = HTML.notice(
        "Nothing was requested", .waiting, .p("Tick the cost codes that are to become items."))

    private static func table(of list: FilteredList<CostCodeFilter>, canChoose: Bool, on visit: Visit) -> HTML {
        let chosen = Set(visit.form.pairs.filter { $0.name == "code" }.map(\.value))
        return .table(
            "ERP Cost Code List: \(list.current.title)",
            [.text("Cost code"), .text("Title"), .text("Status"), .text("In QuickBooks")],
            rows: list.rows.map { standing in
                let code = standing.costCode.code
                let (text, tone) = SyncStage(standing.item).badge
                return [
                    canChoose ? choice(code, isChosen: chosen.contains(code)) : .text(code),
                    .text(standing.costCode.title), .badge(text, tone), .text(sentence(standing.item)),
                ]
            })
    }

    private static func choice(_ code: String, isChosen: Bool) -> HTML {
        .tag(
            "label", [],
            .emptyTag(
                "input",
                [
                    .named("type", "checkbox"), .named("name", "code"), .named("value", code),
                    isChosen ? .flag("checked") : nil,
                ]), .text(" \(code)"))
    }

    /// - Parameter used: what cost codes were exported with before, the most used first.
    private static func accounts(_ used: [ItemRequest], on visit: Visit) -> HTML {
        .tag(
            "div", [.class("form card")],
            .tag(
                "label", [],
                .emptyTag("input", [.named("type", "checkbox"), .named("name", "every"), .named("value", "yes")]),
                " Every cost code that is not in QuickBooks yet, on all pages of the list"),
            .p("Both accounts are needed: QuickBooks reports no cost on an item with one."),
            .field(
                FormField(
                    name: "income-account", label: "Income account", kind: .suggested(list: "income-accounts"),
                    hint: "Its full name in QuickBooks.",
                    value: visit.form["income-account"] ?? used.first?.incomeAccount ?? "")),
            suggestions("income-accounts", used.map(\.incomeAccount)),
            .field(
                FormField(
                    name: "expense-account", label: "Expense account", kind: .suggested(list: "expense-accounts"),
                    hint: "Its full name in QuickBooks.",
                    value: visit.form["expense-account"] ?? used.first?.expenseAccount ?? "")),
            suggestions("expense-accounts", used.map(\.expenseAccount)),
            .button("Export the chosen cost codes", .main))
    }

    private static func suggestions(_ id: String, _ names: [String]) -> HTML {
        let options = Set(names).sorted().map { HTML.emptyTag("option", [.named("value", $0)]) }
        return .tag("datalist", [.id(id)], .fragment(options))
    }

    private static func sentence(_ item: ListSync<ItemRequest>) -> String {
        switch item {
        case .notSynced: "–"
        case .requested(let request): "to be made with \(request.incomeAccount) and \(request.expenseAccount)"
        case .failed(_, let fault): "\(fault.text) \(fault.cure)"
        case .synced(let reference) where reference.condition != .usable:
            "\(reference.fullName): \(reference.condition.sentence)"
        case .synced(let reference): reference.fullName
        }
    }
}
