/// A report as it is shown: columns and rows. Cells that are empty are absent.
package struct ReportRet: QBXMLValue {
    package var title: String?
    package var subtitle: String?
    package var basis: String?
    package var rowCount: Int?
    package var columnCount: Int?
    package var titleRowCount: Int?
    package var columns: [ReportColumn] = []
    package var data: ReportData?

    package init() {}
}

extension ReportRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("ReportTitle", &title, .line(255))
        try visitor.text("ReportSubtitle", &subtitle, .line(255))
        try visitor.text("ReportBasis", &basis, .line(20))
        try visitor.value("NumRows", &rowCount)
        try visitor.value("NumColumns", &columnCount)
        try visitor.value("NumColTitleRows", &titleRowCount)
        try visitor.aggregates("ColDesc", &columns)
        try visitor.aggregate("ReportData", &data)
    }
}

package struct ReportColumn: QBXMLValue {
    package var colID: Int?
    package var dataType: String?
    package var titles: [ReportColumnTitle] = []
    /// `Label`, `Amount` …; steadier than titles, which differ between editions and languages.
    package var colType: String?

    package init() {}
}

extension ReportColumn: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.attribute("colID", &colID, .typed)
        try visitor.attribute("dataType", &dataType, .line(40))
        try visitor.aggregates("ColTitle", &titles)
        try visitor.text("ColType", &colType, .line(40))
    }
}

package struct ReportColumnTitle: QBXMLValue {
    package var titleRow: Int?
    package var value: String?

    package init() {}
}

extension ReportColumnTitle: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.attribute("titleRow", &titleRow, .typed)
        try visitor.attribute("value", &value, .line(255))
    }
}

package struct ReportData: QBXMLValue {
    package var rows: [ReportRow] = []
    package init() {}
}

extension ReportData: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.choices(&rows)
    }
}

package enum ReportRow: Sendable, Hashable {
    case data(ReportCells)
    case text(ReportText)
    case subtotal(ReportCells)
    case total(ReportCells)
}

extension ReportRow: Choice {
    static let tags: [StaticString] = ["DataRow", "TextRow", "SubtotalRow", "TotalRow"]

    init(tag: Int) {
        switch tag {
        case 0: self = .data(ReportCells())
        case 1: self = .text(ReportText())
        case 2: self = .subtotal(ReportCells())
        case _: self = .total(ReportCells())
        }
    }

    var tag: Int {
        switch self {
        case .data: 0
        case .text: 1
        case .subtotal: 2
        case .total: 3
        }
    }

    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        switch self {
        case .data(var cells):
            try cells.fields(&visitor)
            self = .data(cells)
        case .text(var text):
            try text.fields(&visitor)
            self = .text(text)
        case .subtotal(var cells):
            try cells.fields(&visitor)
            self = .subtotal(cells)
        case .total(var cells):
            try cells.fields(&visitor)
            self = .total(cells)
        }
    }
}

package struct ReportText: QBXMLValue {
    package var rowNumber: Int?
    package var value: String?

    package init() {}
}

extension ReportText: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.attribute("rowNumber", &rowNumber, .typed)
        try visitor.attribute("value", &value, .line(4095))
    }
}

package struct ReportCells: QBXMLValue {
    package var rowNumber: Int?
    /// What the row is about, such as an item and its full name.
    package var rowData: ReportRowData?
    package var cells: [ReportCell] = []

    package init() {}
}

extension ReportCells: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.attribute("rowNumber", &rowNumber, .typed)
        try visitor.aggregate("RowData", &rowData)
        try visitor.aggregates("ColData", &cells)
    }
}

package struct ReportRowData: QBXMLValue {
    package var rowType: String?
    package var value: String?

    package init() {}
}

extension ReportRowData: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.attribute("rowType", &rowType, .line(40))
        try visitor.attribute("value", &value, .line(4095))
    }
}

package struct ReportCell: QBXMLValue {
    package var colID: Int?
    package var value: String?
    package var dataType: String?

    package init() {}
}

extension ReportCell: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.attribute("colID", &colID, .typed)
        try visitor.attribute("value", &value, .line(4095))
        try visitor.attribute("dataType", &dataType, .line(40))
    }
}
