internal import QBXML

/// JobReportQuery, from the file's own estimates and costs. Invoices are not modelled, so actual revenue is zero.
extension CompanyRecords {
    /// One row of a report before it is written out.
    private struct Row {
        var type: String
        var name: String
        var figures = JobFigures()
    }

    func jobReport(_ query: JobReportQuery) throws(Rejection) -> ReportRet {
        let jobs = try wantedJobs(query.entityFilter)
        let rows = rows(of: jobs, byItem: query.reportType.isByItem)
        var report = ReportRet()
        report.title = query.reportType.title
        report.subtitle = "All Transactions"
        report.basis = "None"
        let columns = query.reportType.columns
        report.columns = Self.columns(columns)
        report.columnCount = report.columns.count
        report.titleRowCount = 1
        var data = ReportData()
        var total = Row(type: "", name: "TOTAL")
        for (index, row) in rows.enumerated() {
            total.figures += row.figures
            data.rows.append(.data(Self.cells(row, columns, number: index + 1)))
        }
        data.rows.append(.total(Self.cells(total, columns, number: rows.count + 1)))
        report.rowCount = data.rows.count
        report.data = data
        return report
    }

    private func rows(of jobs: Set<String>, byItem: Bool) -> [Row] {
        var rows: [String: Row] = [:]
        func add(_ figures: JobFigures, job: String?, item: String?) {
            guard let job, jobs.contains(job) else { return }
            let name = byItem ? item ?? "No item" : job
            rows[name, default: Row(type: byItem ? "item" : "customer", name: name)].figures += figures
        }
        for estimate in estimates where estimate.isActive == true {
            for line in estimate.lines.flatMap(\.estimateLines) {
                add(estimatedFigures(line), job: estimate.customerRef?.fullName, item: line.itemRef?.fullName)
            }
        }
        for cost in jobCosts { add(JobFigures(actualCostCents: cost.cents), job: cost.job, item: cost.item) }
        return rows.values.sorted { $0.name < $1.name }
    }

    private func wantedJobs(_ filter: EntityFilter?) throws(Rejection) -> Set<String> {
        let all = customers.records.compactMap(\.fullName)
        guard let filter else { return Set(all) }
        var references = filter.listIDs.map { QBRef(listID: $0) } + filter.fullNames.map { QBRef(fullName: $0) }
        let parents = [
            filter.listIDWithChildren.map { QBRef(listID: $0) },
            filter.fullNameWithChildren.map { QBRef(fullName: $0) },
        ].compactMap { $0 }
        references += parents
        var names: Set<String> = []
        for reference in references {
            guard let name = customers.record(reference)?.fullName else {
                throw .invalidReference(to: "Customer", reference.words, in: "Report")
            }
            names.insert(name)
            if parents.contains(reference) { names.formUnion(all.filter { $0.hasPrefix(name + ":") }) }
        }
        return names
    }

    private static func columns(_ columns: [JobReportColumn]) -> [ReportColumn] {
        ([""] + columns.map(\.rawValue)).enumerated().map { index, words in
            var title = ReportColumnTitle()
            title.titleRow = 1
            title.value = words.isEmpty ? nil : words
            var column = ReportColumn()
            column.colID = index + 1
            column.dataType = index == 0 ? "STRTYPE" : "AMTTYPE"
            column.titles = [title]
            column.colType = index == 0 ? "Label" : "Amount"
            return column
        }
    }

    private static func cells(_ row: Row, _ columns: [JobReportColumn], number: Int) -> ReportCells {
        var cells = ReportCells()
        cells.rowNumber = number
        if !row.type.isEmpty {
            var rowData = ReportRowData()
            rowData.rowType = row.type
            rowData.value = row.name
            cells.rowData = rowData
        }
        let amounts = columns.map { QBAmount(cents: $0.cents(row.figures))?.description ?? "" }
        cells.cells = ([row.name] + amounts).enumerated().map { index, text in
            var cell = ReportCell()
            cell.colID = index + 1
            cell.value = text
            return cell
        }
        return cells
    }
}

private enum JobReportColumn: String {
    case estimatedCost = "Est. Cost"
    case actualCost = "Act. Cost"
    case costDifference = "($) Diff."
    case estimatedRevenue = "Est. Revenue"
    case actualRevenue = "Act. Revenue"
    case revenueDifference = "Revenue ($) Diff."

    func cents(_ figures: JobFigures) -> Int64 {
        switch self {
        case .estimatedCost: figures.estimatedCostCents
        case .actualCost: figures.actualCostCents
        case .costDifference: figures.actualCostCents - figures.estimatedCostCents
        case .estimatedRevenue: figures.estimatedRevenueCents
        case .actualRevenue: 0
        case .revenueDifference: -figures.estimatedRevenueCents
        }
    }
}

extension JobReportType {
    fileprivate var columns: [JobReportColumn] {
        switch self {
        case .itemEstimatesVsActuals, .jobEstimatesVsActualsDetail, .jobEstimatesVsActualsSummary:
            [.estimatedCost, .actualCost, .costDifference, .estimatedRevenue, .actualRevenue, .revenueDifference]
        case .itemProfitability, .jobProfitabilityDetail, .jobProfitabilitySummary: [.actualCost, .actualRevenue]
        }
    }

    fileprivate var isByItem: Bool {
        switch self {
        case .itemEstimatesVsActuals, .itemProfitability, .jobEstimatesVsActualsDetail, .jobProfitabilityDetail: true
        case .jobEstimatesVsActualsSummary, .jobProfitabilitySummary: false
        }
    }

    fileprivate var title: String {
        switch self {
        case .itemEstimatesVsActuals: "Item Estimates vs. Actuals"
        case .itemProfitability: "Item Profitability"
        case .jobEstimatesVsActualsDetail: "Job Estimates vs. Actuals Detail"
        case .jobEstimatesVsActualsSummary: "Job Estimates vs. Actuals Summary"
        case .jobProfitabilityDetail: "Job Profitability Detail"
        case .jobProfitabilitySummary: "Job Profitability Summary"
        }
    }
}
