import BudgetDomain
import BudgetOperations
import QBXML
import Testing

@testable import QuickBooksDesktop

@Suite struct CompanyFileCheckTests {
    private static func check(
        fileID: String? = Sample.fileID, name: String = "Acme", versions: [String] = ["13.0", "16.0"],
        isUsingEstimates: Bool = true, bound: String? = nil, exports: [ExportToWrite] = []
    ) throws -> Interpretation {
        var host = HostRet()
        host.productName = "QuickBooks"
        host.supportedQBXMLVersions = versions
        var company = CompanyRet()
        company.companyName = name
        if let fileID {
            var known = DataExtRet()
            known.ownerID = QWCFile.ownerID
            known.name = "FileID"
            known.type = "STR255TYPE"
            known.value = "{\(fileID)}"
            company.dataExts = [known]
        }
        var preferences = PreferencesRet()
        var jobs = JobsAndEstimatesPreferences()
        jobs.isUsingEstimates = isUsingEstimates
        preferences.jobsAndEstimates = jobs
        let response = try Sample.answer([
            QBXMLResponse(.hostQuery, body: .host(host)), QBXMLResponse(.companyQuery, body: .company(company)),
            QBXMLResponse(.preferencesQuery, body: .preferences(preferences)),
        ])
        var result = Interpretation(state: SessionState())
        CompanyFileCheck(work: Sample.work(exports: exports, bound: bound))
            .check(response, path: "C:\\Acme.QBW", into: &result)
        return result
    }

    @Test func `our own file is seen`() throws {
        let result = try Self.check()
        #expect(result.words == ["seen Acme C:\\Acme.QBW", "file says estimates true"])
        #expect(result.goesOn && result.state.isCompanyFileOurs)
    }

    @Test func `a file with another id, or an old QuickBooks, is refused`() throws {
        let refused = [
            try Self.check(fileID: "11111111-1111-4111-8111-111111111111"),
            try Self.check(fileID: "11111111-1111-4111-8111-111111111111", bound: "Acme"),
            try Self.check(fileID: nil), try Self.check(fileID: nil, bound: "Another"),
            try Self.check(versions: ["6.0", "12.0"]),
        ]
        for result in refused {
            #expect(result.words == ["file refused"])
            #expect(!result.goesOn && !result.state.isCompanyFileOurs)
            #expect(result.state.lastError?.isEmpty == false)
        }
    }

    @Test func `a file that lost its id is known by its name once it was seen`() throws {
        #expect(
            try Self.check(fileID: nil, bound: "Acme").words
                == ["seen Acme C:\\Acme.QBW", "file says estimates true"])
    }

    @Test func `exports fail at once where estimates are off`() throws {
        let result = try Self.check(isUsingEstimates: false, exports: [Sample.export()])
        #expect(
            result.words == [
                "seen Acme C:\\Acme.QBW", "file says estimates false", "refused estimates-off",
            ])
        #expect(result.goesOn && result.state.tried == ["company", "export"])
    }
}
