extension OwnFault {
    var owner: FaultOwner {
        switch self {
        case .estimateMissing, .jobMissing, .itemMissing, .wrongCompanyFile: .bookkeeper
        case .estimatesOff, .versionTooOld: .quickBooksAdministrator
        case .currenciesDiffer: .serverAdministrator
        }
    }
}
