import BudgetDomain
import BudgetOperations
import Foundation
import Testing

@testable import BudgetWeb

@Suite(.timeLimit(.minutes(10))) struct BudgetDataTests {
    private static let lines = "/projects/1001/budget/lines.json"
    private static let edits = "/projects/1001/budget/edits.json"

    @Test func `the lines are told with exact figures, what is wrong with them and what may be typed`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()

            let answer = try await browser.get(Self.lines)

            #expect(answer.status == 200)
            #expect(answer.headers["content-type"] == "application/json")
            let told = try Told(answer)
            #expect(told.project == ["number": "1001", "name": "Harbour <Street> & Clinic"])
            #expect(told.currency.digits == 2)
            #expect(
                told.columns.map(\.key) == [
                    "code", "description", "division", "costCode", "costType", "quantity", "unitOfMeasure", "unitCost",
                    "amount", "modifications", "revised",
                ])
            #expect(
                told.columns.filter(\.editable).map(\.title) == [
                    "Description", "Unit Qty", "UOM", "Unit Cost", "Original Budget Amount",
                ])
            #expect(
                told.fields.keys.sorted() == [
                    "amount", "code", "costCode", "costType", "costTypeName", "description", "division", "id",
                    "modifications", "problems", "quantity", "revised", "subJob", "unitCost", "unitOfMeasure",
                ])
            #expect(answer.text.contains(#""costCode":["03-100","03-300"]"#))
            #expect(answer.text.contains(#""division":["03",0]"#), "as the line before")
            #expect(
                told.texts == [
                    "03-100.L Formwork.Labor 03 Labor 120000.25 0.00 120000.25",
                    "03-300.M Concrete.Materials 03 Materials 40250.00 0.00 40250.00",
                ])
            #expect(told.acts == ["editOriginalAmount": [], "addLineItem": [], "deleteLineItem": []])
            #expect(
                told.choices.costCodes == [
                    ["code": "03-100", "title": "Formwork"], ["code": "03-300", "title": "Concrete"],
                ])

            let same = try await browser.get(Self.lines + "?since=" + told.version)
            #expect(same.status == 204 && same.bytes == [])
            try await scene.lock()
            let locked = try Told(try await browser.get(Self.lines + "?since=" + told.version))
            #expect(
                locked.acts["editOriginalAmount"]?.map(\.sentence) == [
                    "You cannot edit original budget amounts: the budget is locked."
                ])
        }
    }

    @Test func `what was done to a line is told, newest first`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            let line = try #require(try Told(try await browser.get(Self.lines)).lines.first)
            _ = try await browser.submit(
                [
                    "line": line.id, "seen-description": "Formwork.Labor", "seen-amount": "120000.25",
                    "description": "Forms <all>", "amount": "120000.25",
                ], to: "/projects/1001/budget/line", from: "/projects/1001/budget/line?line=\(line.id)")

            let answer = try await browser.get("/projects/1001/budget/history.json?code=03-100.L")

            #expect(answer.status == 200)
            let moment = #""at":"2026-03-02T09:00:00Z","moment":"2026-03-02 09:00 UTC","who":"Mia","what":"#
            let changed = #"{\#(moment)"description changed","details":"from: Formwork.Labor; to: Forms <all>"}"#
            let added = #"{\#(moment)"line item added","details":"amount: 120,000.25"}"#
            #expect(answer.text == #"{"history":[\#(changed),\#(added)]}"#)
            let other = try await browser.get("/projects/1001/budget/history.json?code=nothing")
            #expect(other.text == #"{"history":[]}"#)
        }
    }

    @Test func `what is typed is worked out, kept, undone and redone`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            let id = try Told(try await browser.get(Self.lines)).lines[0].id
            let edit = #"""
                {"source":"paste","rule":"whatIsAccepted","preview":PREVIEW,"rows":[
                 {"line":"\#(id)","cells":{"amount":"=1000*1.08"},"seen":{"amount":"120000.25"}},
                 {"line":"\#(id)","cells":{"amount":"12x"}},
                 {"new":true,"cells":{"costCode":"03-300","costType":"Labor","amount":"1,250.50"}},
                 {"new":true,"cells":{"costCode":"03-300","costType":"L"}},
                 {"line":"\#(id)","cells":{"amount":"1"},"seen":{"amount":"120000.25"}}]}
                """#
            let page = "/account/password"
            let preview = try await browser.send(
                json: edit.replacing("PREVIEW", with: "true"), to: Self.edits, from: page)
            #expect(try Answered(preview).outcomes == ["changed", "refused", "changed", "refused", "refused"])
            #expect(try Told(try await browser.get(Self.lines)).texts.count == 2)

            let done = try Answered(
                try await browser.send(json: edit.replacing("PREVIEW", with: "false"), to: Self.edits, from: page))
            #expect(done.outcomes == ["changed", "refused", "changed", "refused", "refused"])
            #expect(done.rows[0].line?.amount == "1080.00")
            #expect(done.rows[2].line?.code == "03-300.L")
            #expect(done.rows.flatMap(\.refusals).map(\.cell) == ["amount", "costCode", "amount"])
            #expect(done.rows[4].refusals[0].now == "1080.00")
            #expect(done.steps.undo?.label == "Paste of 1 cell, 1 new line")
            let after = try Told(try await browser.get(Self.lines))
            #expect(after.version == done.version)
            #expect(after.texts.last == "03-300.L Concrete.Labor 03 Labor 1250.50 0.00 1250.50")

            let undone = try await browser.send(json: "{}", to: "/projects/1001/budget/undo.json", from: page)
            #expect(undone.status == 200)
            #expect(undone.text.contains(#""deleted":true"#) && undone.text.contains(#""amount":"120000.25""#))
            #expect(try Told(try await browser.get(Self.lines)).texts.count == 2)
            let redone = try await browser.send(json: "{}", to: "/projects/1001/budget/redo.json", from: page)
            #expect(redone.status == 200)
            #expect(try Told(try await browser.get(Self.lines)).texts == after.texts)
        }
    }

    @Test func `one refused line holds the others back, and they are told as they are`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            let id = try Told(try await browser.get(Self.lines)).lines[0].id
            let answer = try Answered(
                try await browser.send(
                    json: #"{"rows":[{"line":"\#(id)","cells":{"amount":"5"}},{"delete":"none"}]}"#, to: Self.edits,
                    from: "/account/password"))
            #expect(answer.outcomes == ["refused", "refused"])
            #expect(answer.rows[0].line?.amount == "120000.25")
            #expect(
                answer.rows[0].refusals.map(\.sentence) == [
                    "Nothing was changed, because another line of the same edit was refused."
                ])
            #expect(answer.was == answer.version)
        }
    }

    @Test func `what no page of ours sends changes nothing and is answered in words`() async throws {
        try await BudgetScene.run { scene in
            let (browser, page) = (try await scene.browser(), "/account/password")
            let rows = #"{"rows":[]}"#
            let hostile: [(String, [String: String], Int)] = [
                (rows, ["Content-Type": "text/plain"], 403), (rows, ["Sec-Fetch-Site": "cross-site"], 403),
                (rows, ["X-Form-Token": String(repeating: "0", count: 128)], 409), ("{", [:], 422),
                (#"{"rows":[{"line":"x","new":true}]}"#, [:], 422),
                (#"{"rows":[{"line":"x","cells":{"revised":"1"}}]}"#, [:], 422),
                (String(repeating: "[", count: 100_000), [:], 422),
                (String(repeating: " ", count: 9_000_000), [:], 413),
                (
                    #"{"rows":["# + [String](repeating: #"{"delete":"x"}"#, count: 5_001).joined(separator: ",") + "]}",
                    [:], 413
                ),
            ]
            for (json, headers, status) in hostile {
                let answer = try await browser.send(json: json, to: Self.edits, from: page, headers: headers)
                #expect(answer.status == status)
                #expect(try JSONDecoder().decode(Refusals.self, from: Data(answer.bytes)).refusals.count == 1)
            }
            let stale = try await browser.send(
                json: rows, to: Self.edits, from: page, headers: ["X-Form-Token": String(repeating: "0", count: 128)])
            #expect(
                try JSONDecoder().decode(Refusals.self, from: Data(stale.bytes)).refusals == [
                    TellingRefusal(
                        sentence: "Nothing was done yet: the page was loaded before you last signed in here.",
                        cure: "Load the page again. What you typed is kept in this browser and offered again.",
                        cell: nil, now: nil)
                ])
            let elsewhere = try await browser.send(json: rows, to: "/projects/77/budget/edits.json", from: page)
            #expect(elsewhere.status == 404)
            let viewer = try await scene.browser(of: "vic").send(
                json: #"{"rows":[{"delete":"x"}]}"#, to: Self.edits, from: page)
            #expect(try Answered(viewer).outcomes == ["refused"])
        }
    }

    @Test func `a session that is over is told with the way back`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            browser.keep("plumbline-session", nil)
            let answer = try await browser.send(json: #"{"rows":[]}"#, to: Self.edits, from: "/sign-in")
            #expect(answer.status == 401)
            let told = try JSONDecoder().decode(Refusals.self, from: Data(answer.bytes))
            #expect(told.signIn == "/sign-in?then=%2Fprojects%2F1001%2Fbudget")
        }
    }
}

private struct Refusals: Decodable {
    let refusals: [TellingRefusal]
    let signIn: String?
}

private struct TellingRefusal: Decodable, Equatable {
    let sentence: String
    let cure: String
    let cell: String?
    let now: String?
}

private struct TellingLine: Decodable {
    let id, code, description, division, costTypeName, quantity, amount, modifications, revised: String
    let problems: [TellingRefusal]
}

private struct TellingSteps: Decodable {
    struct Step: Decodable { let label: String }
    let undo, redo: Step?
}

/// What `lines.json` tells.
private struct Told: Decodable {
    struct Column: Decodable {
        let key, title, kind: String
        let editable: Bool
        let longest: Int?
    }
    struct Currency: Decodable {
        let code: String
        let digits: Int
    }
    struct Choices: Decodable { let costCodes, costTypes: [[String: String]] }
    /// A field of a line: a text, or the places of the line's problems, or what the line before says.
    struct Field: Decodable {
        let text: String?
        let places: [Int]?
        var isAsBefore: Bool { text == nil && places == nil }

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            text = try? value.decode(String.self)
            places = try? value.decode([Int].self)
        }
    }
    enum CodingKeys: String, CodingKey {
        case project, currency, columns, acts, problems, choices, steps, version
        case fields = "lines"
    }

    let project: [String: String]
    let currency: Currency
    let columns: [Column]
    let acts: [String: [TellingRefusal]]
    let fields: [String: [Field]]
    let problems: [TellingRefusal]
    let choices: Choices
    let steps: TellingSteps
    let version: String

    init(_ answer: Browser.Answer) throws {
        self = try JSONDecoder().decode(Told.self, from: Data(answer.bytes))
    }

    var lines: [TellingLine] {
        (fields["id"] ?? []).indices.map { place in
            func field(_ name: String) -> Field? {
                fields[name]?[...place].last { !$0.isAsBefore }
            }
            func text(_ name: String) -> String { field(name)?.text ?? "no \(name)" }
            return TellingLine(
                id: text("id"), code: text("code"), description: text("description"), division: text("division"),
                costTypeName: text("costTypeName"), quantity: text("quantity"), amount: text("amount"),
                modifications: text("modifications"), revised: text("revised"),
                problems: (field("problems")?.places ?? []).map { problems[$0] })
        }
    }

    var texts: [String] {
        lines.map { line in
            [
                line.code, line.description, line.division, line.costTypeName, line.amount, line.modifications,
                line.revised,
            ].joined(separator: " ")
        }
    }
}

/// What an edit is answered.
private struct Answered: Decodable {
    struct Row: Decodable {
        let outcome: String
        let line: TellingLine?
        let refusals: [TellingRefusal]
    }

    let rows: [Row]
    let steps: TellingSteps
    let was, version: String

    init(_ answer: Browser.Answer) throws {
        self = try JSONDecoder().decode(Answered.self, from: Data(answer.bytes))
    }

    var outcomes: [String] { rows.map(\.outcome) }
}
