/// The preferences of the company file that matter to an estimate.
package struct CompanyPreferences: Sendable, Hashable, Codable {
    package var isUsingEstimates = true
    package var isUsingProgressInvoicing = false
    package var isUsingClassTracking = false
    package var isMultiCurrencyOn = false
    /// Nothing dated on it or before it may be added or changed.
    package var closingDate: String?

    package init() {}
}
