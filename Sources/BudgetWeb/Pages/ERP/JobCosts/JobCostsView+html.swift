import BudgetDomain
import BudgetOperations
import MarkupBytes

extension JobCostsView {
    /// The report of a project: when it was read, the charts, the table.
    /// - Parameter division: shows its rows alone; nil for all.
    func html(of number: String, division: String?) throws -> HTML {
        func shown(_ link: Link) -> Link { division.map { link.with("division", $0) } ?? link }
        return [
            readings(of: number),
            .tag(
                "div", [.class("side-by-side")],
                .barChart("From the original estimate to what remains", try Waterfall.bars(report.total, of: number)),
                .barChart("Budget and actual costs by division", try Divisions(report).bars(of: number))),
            try .tag(
                "section", [.id("\(ProjectJobCostsPage.tableID)")],
                .jobCosts(report, division: division, of: number)),
            .tag(
                "p", [.class("row")],
                division == nil ? .nothing : .a(Site.jobCosts.link(number), "Every division"),
                .buttonLink(shown(Site.jobCostsCSV.link(number)), "Download CSV"),
                .buttonLink(shown(Site.jobCostsPDF.link(number)), "Download PDF")),
        ]
    }

    private func readings(of number: String) -> HTML {
        .facts([
            ("Estimate read", report.estimateReadAt.map { .moment($0) } ?? "not yet"),
            ("Costs read", report.costsReadAt.map { .moment($0) } ?? "not yet"),
            ("Confirmed", .text("\(confirmed) of \(expected) accepted lines were read back")),
        ])
    }
}
