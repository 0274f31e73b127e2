import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The two ways of working with a budget, *Set up and export a budget* and *Update and export a budget*, marked with
/// where this budget stands.
struct BudgetWorkflows {
    let view: BudgetView

    static let setUpTitle = "Set up and export a budget"
    static let updateTitle = "Update and export a budget"

    /// The workflow that the budget is in, and the other one folded.
    ///
    /// - Parameter isNews: whether it comes beside another part of a page, to replace the workflows that are there.
    static func html(_ view: BudgetView, isNews: Bool = false) -> HTML {
        let workflows = BudgetWorkflows(view: view)
        let setUp = HTML.workflow(setUpTitle, workflows.setUp)
        let update = HTML.workflow(updateTitle, workflows.update)
        let isUpdating = workflows.isUpdating
        return .tag(
            "section",
            [
                .id("budget-workflows"), .class("card"), .named("aria-label", "How a budget gets into QuickBooks"),
                isNews ? .named("hx-swap-oob", "true") : nil,
            ],
            .disclosure(setUpTitle, isOpen: !isUpdating, setUp),
            .disclosure(updateTitle, isOpen: isUpdating, update))
    }

    /// A first export is behind the budget.
    private var isUpdating: Bool {
        view.standing.exports.contains { export in
            if case .synced = export.state { return true }
            return false
        } || view.standing.openExport?.kind == .update
    }

    var setUp: [WorkflowStep] {
        marked(
            [
                WorkflowStep(
                    title: "Create the budget", who: "Project manager", link: Site.budget.link(number),
                    note: returned ?? "Type the lines, or import a file."),
                WorkflowStep(title: "Lock it", who: "Project manager", link: Site.budget.link(number)),
                WorkflowStep(
                    title: "Send to ERP", who: "Project manager", link: Site.budget.link(number), note: missing),
            ] + accounting,
            here: isUpdating ? Self.stepCount : view.standing.openExport.map(Self.position) ?? startOfSetUp)
    }

    var update: [WorkflowStep] {
        marked(
            [
                WorkflowStep(
                    title: "Create a modification", who: "Project manager", link: Site.newModification.link(number),
                    note: returned ?? "Or unlock, and edit the original amounts."),
                WorkflowStep(title: "Lock it", who: "Project manager", link: Site.budget.link(number)),
                WorkflowStep(
                    title: "Re-send to ERP", who: "Project manager", link: Site.budget.link(number), note: missing),
            ] + accounting, here: isUpdating ? view.standing.openExport.map(Self.position) ?? startOfUpdate : nil)
    }

    private static let stepCount = 6

    private var number: String { view.project.number }

    /// What both ways have in common.
    private var accounting: [WorkflowStep] {
        [
            WorkflowStep(
                title: "Accept and export", who: "Accounting approver", link: view.wayToApproval.link,
                note: "Or reject: it goes back to step 1 with the reason."),
            WorkflowStep(
                title: "Written in QuickBooks", who: "Web Connector", link: Site.erpStatus.link(number), note: failure),
            WorkflowStep(
                title: "Visible in job costs", who: "Web Connector", link: Site.jobCosts.link(number),
                note: difference ?? "Until then the budget is closed."),
        ]
    }

    private func marked(_ steps: [WorkflowStep], here: Int?) -> [WorkflowStep] {
        steps.enumerated().map { position, step in
            var step = step
            if let here { step.state = position < here ? .done : position == here ? .here : .ahead }
            return step
        }
    }
}

// Where the budget stands.
extension BudgetWorkflows {
    private static func position(of export: Export) -> Int {
        switch export.state {
        case .readyToExport, .invalid: 3
        case .exporting, .failedToExport: 4
        case .awaitingJobCosts, .mismatched, .rewriting: 5
        case .synced, .rejected, .retrieved: 6
        }
    }

    private var startOfSetUp: Int {
        guard view.rejection == nil else { return 0 }
        guard view.standing.budget.isLocked else { return view.standing.budget.lines.isEmpty ? 0 : 1 }
        return 2
    }

    private var startOfUpdate: Int {
        guard view.rejection == nil else { return 0 }
        guard view.standing.budget.isLocked else { return 1 }
        return view.hasUnsentChanges ? 2 : 0
    }

    private var returned: String? { view.rejection.map { "Rejected: “\($0)” Correct it, then send it again." } }

    /// What a send still lacks.
    private var missing: String? {
        guard view.standing.openExport == nil, view.standing.budget.isLocked, !view.missingForSend.isEmpty else {
            return nil
        }
        return view.missingForSend.map(\.sentence).joined(separator: " ")
    }

    private var failure: String? {
        guard case .failedToExport(let fault) = view.standing.openExport?.state else { return nil }
        return "It failed: \(fault.text)"
    }

    private var difference: String? {
        guard case .mismatched(let mismatch) = view.standing.openExport?.state else { return nil }
        let count = mismatch.differences.count
        return "QuickBooks differs in \(count) place\(count == 1 ? "" : "s"): an approver decides."
    }
}
