import ArgumentParser
import BudgetDomain
import BudgetOperations

struct CostCodesList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the cost codes and where their QuickBooks items stand.")

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        Self.report(of: try await scope.plumbline.costCodes(of: try await scope.company().id))
    }

    static func report(of codes: [CostCodeStanding]) -> Report {
        let table = Table(
            [.text("Code"), .prose("Title"), .text("Under"), .text("Item"), .prose("Sub-items")],
            rows: codes.map { standing in
                [
                    standing.costCode.code, standing.costCode.title, standing.costCode.parentCode ?? "",
                    standing.item.word,
                    standing.subItems.map { "\($0.key) \($0.value.word)" }.sorted().joined(separator: ", "),
                ]
            })
        let failures = codes.flatMap { $0.item.failureLines(of: "The item of \($0.costCode.code)") }
        return Report([.table(table), "\(codes.count) cost codes"] + failures, json: codes.map(CostCodeJSON.init))
    }
}

struct CostCodeJSON: Encodable {
    let code: String
    let title: String
    let parent: String?
    let item: String
    let subItems: [String: String]

    init(_ standing: CostCodeStanding) {
        code = standing.costCode.code
        title = standing.costCode.title
        parent = standing.costCode.parentCode
        item = standing.item.word
        subItems = standing.subItems.mapValues(\.word)
    }
}
