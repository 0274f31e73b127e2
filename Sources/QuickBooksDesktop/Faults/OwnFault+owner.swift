extension OwnFault {
    var owner: FaultOwner {
        switch self {
        case .estimateMissing, .jobTaken, .jobGone, .itemGone, .itemsMissing: .approver
        case .jobMissing, .itemMissing, .jobInactive, .itemsInactive, .itemsOneSided, .wrongCompanyFile: .bookkeeper
        case .estimatesOff, .versionTooOld: .quickBooksAdministrator
        case .currenciesDiffer: .serverAdministrator
        }
    }
}
