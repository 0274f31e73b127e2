/// What a company file says of itself. Nil where QuickBooks did not say.
package struct CompanyFileFacts: Hashable, Sendable {
    package var name: String?
    /// Such as `QuickBooks Desktop Enterprise 2024`.
    package var product: String?
    /// The highest qbXML version, such as `16.0` or `CA13.0`.
    package var version: String?
    package var isUsingEstimates: Bool?
    /// Up to this day the books are closed.
    package var closingDate: CalendarDate?
    package var isMultiCurrencyOn: Bool?
    /// QuickBooks' own name of the currency, such as `US Dollar`.
    package var homeCurrency: String?

    package init() {}
}
