import BudgetDomain
import Testing

@testable import BudgetOperations
@testable import plumbline

/// The dry run as an approver reads it on a screen of 100 columns.
@Suite struct PreviewPageTests {
    private static let at = Instant(microsecondsSince1970: 1_772_442_000_000_000)

    private static func line(
        _ origin: EstimatePreview.Origin, _ item: String, _ text: String, _ cents: Int64, _ mark: String?
    ) -> EstimateReading.Line {
        EstimateReading.Line(
            txnLineID: "L", itemListID: "I-\(item)", itemName: item, mark: mark,
            amount: Money(minorUnits: cents, currency: .usd), description: text)
    }

    private static func transaction(_ mark: String, _ code: String, _ cents: Int64, _ text: String) -> ExportTransaction
    {
        ExportTransaction(
            id: ID(mark), mark: mark,
            draft: TransactionDraft(
                line: ID(code), code: BudgetCode(costCode: ID(code), costCodeText: code, costType: "L"),
                kind: .modificationTo, modification: ID("m"), amount: Money(minorUnits: cents, currency: .usd),
                description: text))
    }

    private static func preview() throws -> ExportPreview {
        let sending = [
            transaction("PL-3", "03-100", -500_00, "Modification 1: Footings [Labor] (Łódź)"),
            transaction("PL-4", "05-200", 500_00, "Modification 1: Steel [Labor] (moved)"),
        ]
        let items = ["03-100", "05-200"].map { code in
            (
                ItemKey(costCode: ID(code), costType: nil),
                ListSync<ItemRequest>.synced(
                    ListReference(
                        listID: "I-\(code)", fullName: code, condition: code == "05-200" ? .inactive : .usable))
            )
        }
        let prerequisites = SendPrerequisites(
            project: Project(
                id: ID("p"), company: ID("c"), number: "1001", name: "Clinic",
                job: .synced(ListReference(listID: "J-1", fullName: "Harbour Health:Clinic"))),
            items: Dictionary(uniqueKeysWithValues: items), usesSubItems: false)
        let estimate = try EstimatePreview(
            number: "PL000000001", isNew: false,
            reading: EstimateReading(
                reference: EstimateReference(txnID: "T-1", editSequence: "1"), number: "PL000000001",
                total: Money(minorUnits: 1_250_00, currency: .usd),
                lines: [
                    line(.ours, "03-100", "Footings [Labor]", 1_200_00, "PL-1"),
                    line(.bookkeeper, "07-700", "By hand", 50_00, nil),
                ]),
            written: ["PL-1", "PL-3", "PL-4"], sending: sending, prerequisites: prerequisites,
            budget: Budget(
                id: ID("b"), company: ID("c"), project: ID("p"), currency: .usd, lock: .unlocked, lines: [],
                modifications: []),
            costTypeNames: ["L": "Labor"])
        var facts = PreflightFacts(now: at)
        facts.hasConnection = true
        facts.lastContactAt = at
        facts.itemsSeenAt = at
        let preflight = Preflight(
            estimate, codes: sending.map(\.code), prerequisites: prerequisites, facts: facts)
        return ExportPreview(
            export: Export(
                id: ID("e"), budget: ID("b"), number: 2, kind: .update, sentBy: ID("mia"), sentAt: at,
                state: .readyToExport),
            estimate: estimate, preflight: preflight, estimateReadAt: at, digest: "0f3a")
    }

    @Test func `the page says whether it will go, what changes, and what is lost`() throws {
        let page = PreviewPage(preview: try Self.preview(), project: "1001", showsAll: false)

        #expect(
            Report(page.blocks, json: DoneJSON(done: "")).text(width: 100) == """
                Dry run of export 2 of 1001: it appends to estimate PL000000001. Nothing is written yet.
                The estimate was last read at 2026-03-02 09:00 UTC.
                What is said of QuickBooks was so at 2026-03-02 09:00 UTC or later.

                ✓ Connection    A Web Connector is set up.
                ✓ Contact       The Web Connector called within the last day.
                ? Company file  No company file has been seen; the first session binds the one that is open.
                                → Nobody needs to act: the next session with QuickBooks asks.
                ? Estimates     QuickBooks has not said whether estimates are on.
                                → Nobody needs to act: the next session with QuickBooks asks.
                ? Currency      QuickBooks has not said in which currency the books are kept.
                                → Nobody needs to act: the next session with QuickBooks asks.
                ? Closing date  QuickBooks has not said up to which day the books are closed.
                                → Nobody needs to act: the next session with QuickBooks asks.
                ? Job           The project is linked with Harbour Health:Clinic; whether that is still there was
                                not asked yet.
                                → Nobody needs to act: it is asked before anything is written.
                ✗ Items         QuickBooks takes no new line on 1 inactive item: 05-200. (2026-03-02 09:00 UTC)
                                → A bookkeeper makes it active in QuickBooks; the next run of the Web Connector sees
                                  that by itself.
                ✓ Codes         QuickBooks can carry every budget code and name.
                ✓ Lines         The estimate will have 4 lines.
                ✓ Differences   QuickBooks holds what was accepted.

                   Item    Description                               Amount  Mark
                ─  ──────  ───────────────────────────────────────  ───────  ────
                +  03-100  Modification 1: Footings [Labor] (Lódz)  -500.00  PL-3
                +  05-200  Modification 1: Steel [Labor] (moved)     500.00  PL-4

                The estimate will have 4 lines: 2 added (+), 1 of ours kept (=), 1 typed in QuickBooks and kept (·).
                --all shows every line.

                Item          In QuickBooks now     After
                ────────────  ─────────────────  ────────
                03-100                 1,200.00    700.00
                05-200                     0.00    500.00
                ────────────  ─────────────────  ────────
                Estimate USD           1,250.00  1,250.00
                1 item is worth the same as before.

                What does not survive the trip
                  QuickBooks has no cost types: each stands in the text of its lines (Labor).
                  03-100.L: characters that QuickBooks lacks are replaced.
                    here        Modification 1: Footings [Labor] (Łódź)
                    QuickBooks  Modification 1: Footings [Labor] (Lódz)

                Digest of this dry run: 0f3a

                """)
    }

    @Test func `the preflight in one sentence`() throws {
        #expect(
            try Self.preview().preflight.summary
                == "Preflight: would be stopped by: items; not known yet: company file, estimates, currency, "
                + "closing date, job.")
    }

    @Test func `sentences break between words`() {
        let blocks = Wrapped.blocks("1 ", String(repeating: "word ", count: 25) + "end", indent: "    ")

        #expect(
            Report(blocks, json: DoneJSON(done: "")).text(width: nil) == """
                1 word word word word word word word word word word word word word word word word word word word
                    word word word word word word end

                """)
    }
}
