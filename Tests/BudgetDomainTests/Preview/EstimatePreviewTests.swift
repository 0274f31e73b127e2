import BudgetDomain
import Testing

@Suite struct EstimatePreviewTests {
    @Test func `a first export makes the estimate, line for line`() throws {
        let preview = try Preview.of(
            .original, reading: nil,
            sending: [
                .written("m1", "A", .original, 100_00, description: " Footings\n& walls [Labor] "),
                .written("m2", "B", .original, -20_50, description: "Steel [Labor]"),
            ])

        #expect(preview.isNew)
        #expect(preview.before == [])
        #expect(
            preview.after == [
                .line(.added, "I-A", "Item A", "Footings & walls [Labor]", 100_00, "m1"),
                .line(.added, "I-B", "Item B", "Steel [Labor]", -20_50, "m2"),
            ])
        #expect(preview.totalBefore == usd(0) && preview.totalAfter == usd(79_50))
        #expect(
            preview.items == [
                .init(itemName: "Item A", before: usd(0), after: usd(100_00)),
                .init(itemName: "Item B", before: usd(0), after: usd(-20_50)),
            ])
    }

    @Test func `an update keeps every line as it is and appends below`() throws {
        let preview = try Preview.of(
            .update, reading: Preview.reading, written: ["m1", "m3"],
            sending: [.written("m3", "B", .modificationTo, 5_00, modification: "mod 1", description: "Moved [Labor]")])

        #expect(!preview.isNew)
        #expect(
            preview.after == [
                .line(.ours, "I-A", "Item A", "Footings", 100_00, "m1"),
                .line(.bookkeeper, "I-B", "Old name of B", "By hand", 7_00, nil),
                .line(.bookkeeper, nil, "", "A note", 0, "somebody's"),
                .line(.added, "I-B", "Item B", "Moved [Labor]", 5_00, "m3"),
            ])
        #expect(preview.kept == preview.before)
        #expect(preview.totalBefore == usd(107_00) && preview.totalAfter == usd(112_00))
        #expect(
            preview.items == [
                .init(itemName: "Item A", before: usd(100_00), after: usd(100_00)),
                .init(itemName: "Item B", before: usd(7_00), after: usd(12_00)),
                .init(itemName: "", before: usd(0), after: usd(0)),
            ])
    }

    @Test func `an item that QuickBooks lacks is named by its cost code`() throws {
        let preview = try Preview.of(
            .original, reading: nil, sending: [.written("m1", "Z", .original, 1, description: "x")])

        #expect(preview.after == [.line(.added, nil, "Z", "x", 1, "m1")])
    }

    @Test func `what does not survive the trip is listed`() throws {
        let long = String(repeating: "x", count: 3_999) + "…"
        let preview = try Preview.of(
            .original, reading: nil,
            sending: [
                .written("m1", "A", .original, 100_00, description: "Łódź\nwalls"),
                .written("m2", "B", .original, 5, description: long),
                .written("m3", "C", .modificationTo, 5, modification: "mod 1", description: "plain"),
            ],
            budget: Clinic.budget([
                .calculated("A", 100_00), .line("B", 5), .calculated("C", 7),
            ]))

        #expect(
            preview.losses == [
                .costTypes(["Labor"]),
                .calculation(code: "A.L", quantity: "4", unitOfMeasure: "m3", unitCost: "USD 25.00"),
                .text(
                    code: "A.L", before: "Łódź\nwalls", after: "Lódz walls",
                    changes: ["line breaks become spaces", "characters that QuickBooks lacks are replaced"]),
                .text(
                    code: "B.L", before: "Work B", after: long, changes: ["the text is cut after 3999 characters"]),
            ])
        #expect(
            preview.losses.prefix(2).map(\.sentence) == [
                "QuickBooks has no cost types: each stands in the text of its lines (Labor).",
                "A.L: 4 m3 at USD 25.00 does not travel; the amount does.",
            ])
    }

    @Test func `sub-items keep the cost types`() throws {
        let preview = try Preview.of(
            .original, reading: nil, sending: [.written("m1", "A", .original, 1, description: "x")],
            usesSubItems: true)

        #expect(preview.losses == [])
    }

    @Test func `the canonical text counts its fields, and any change changes it`() throws {
        let sending: [ExportTransaction] = [.written("m1", "A", .original, 100_00, description: "Footings")]
        let preview = try Preview.of(.original, reading: nil, sending: sending)
        let preflight = Preflight(
            preview, codes: sending.map(\.code), prerequisites: Preview.prerequisites(), facts: Preview.facts())

        let text = preview.canonicalText(preflight)

        #expect(
            text.split(separator: "\n").prefix(6).map(String.init) == [
                "plumbline preview 1", "8:estimate,3:PL1,3:new,", "5:total,8:0.00 USD,10:100.00 USD,",
                "5:after,5:added,3:I-A,6:Item A,10:100.00 USD,2:m1,8:Footings,",
                "4:item,6:Item A,8:0.00 USD,10:100.00 USD,",
                "4:loss,10:cost types,75:QuickBooks has no cost types: each stands in the text of its lines (Labor).,",
            ])
        let other = try Preview.of(
            .original, reading: nil, sending: [.written("m1", "A", .original, 100_01, description: "Footings")])
        #expect(other.canonicalText(preflight) != text)
    }
}
