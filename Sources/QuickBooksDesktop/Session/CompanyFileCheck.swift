import BudgetDomain
import BudgetOperations
import QBXML

/// Whether the company file that is open is the one this connection belongs to, and can take what waits. Asked in
/// every session before anything is read or written.
struct CompanyFileCheck {
    let work: OutstandingWork

    /// - Parameter path: the file's path where the Web Connector named it.
    func check(_ response: [UInt8], path: String?, into result: inout Interpretation) {
        result.state.tried.insert("company")
        let identity: CompanyFileIdentity
        do {
            identity = try CompanyFileIdentity.read(hcpResponse: response)
        } catch {
            result.state.lastError = "QuickBooks' description of the company file could not be read (\(error))."
            result.goesOn = false
            return
        }
        if let fault = refusal(identity) {
            result.outcomes.append(.companyFileRefused(reason: fault.text))
            result.state.lastError = FaultCatalogue.notice(fault)
            result.goesOn = false
            return
        }
        result.state.isCompanyFileOurs = true
        if identity.isMultiCurrencyOn == true { result.state.homeCurrencyName = identity.homeCurrencyName }
        let bound = work.connection
        let path = path.flatMap { $0.isEmpty ? nil : $0 }
        result.outcomes.append(
            .companyFileSeen(
                name: identity.companyName ?? bound.boundCompany ?? "", path: path ?? bound.boundPath ?? ""))
        result.outcomes.append(.companyFileRead(identity.facts))
        if identity.isUsingEstimates == false { refuseExports(into: &result) }
    }

    private func refusal(_ identity: CompanyFileIdentity) -> ERPFault? {
        if identity.supportsQBXML13 == false {
            return FaultCatalogue.fault(.versionTooOld(found: identity.highestQBXMLVersion ?? "unknown"))
        }
        let name = identity.companyName ?? "a file without a name"
        guard let fileID = identity.fileID else {
            // Without the id that the Web Connector keeps in the file, the name has to do, and is never taken on trust
            // for a file that was not seen before.
            guard let bound = work.connection.boundCompany, bound == identity.companyName else {
                return FaultCatalogue.fault(
                    .wrongCompanyFile(expected: work.connection.boundCompany ?? work.company.name, found: name))
            }
            return nil
        }
        guard fileID == ExternalGUID(work.connection.fileID) else {
            return FaultCatalogue.fault(
                .wrongCompanyFile(expected: work.connection.boundCompany ?? work.company.name, found: name))
        }
        return nil
    }

    /// Estimates are switched off in QuickBooks: what waits fails now, with the cure, and nothing is sent in vain.
    private func refuseExports(into result: inout Interpretation) {
        let fault = FaultCatalogue.fault(.estimatesOff)
        for export in work.exports {
            guard export.isQueued else { continue }
            result.state.tried.insert(export.export.id.text)
            result.outcomes.append(.export(export.export.id, .refused(fault)))
            result.state.lastError = FaultCatalogue.notice(fault)
        }
    }
}
