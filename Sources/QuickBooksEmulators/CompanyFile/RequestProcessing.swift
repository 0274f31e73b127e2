internal import QBXML

/// From the bytes of a request document to the bytes of its answer.
extension CompanyRecords {
    /// QuickBooks says the same for every request that it cannot read, without a hint where the mistake is.
    static let unreadable = CompanyFile.Outcome.comFault(
        hresult: "0x80040400", message: "QuickBooks found an error when parsing the provided XML text stream.")

    mutating func process(_ bytes: [UInt8]) -> CompanyFile.Outcome {
        do throws(QBXMLFault) {
            return try answer(try QBXMLRequestSet(reading: bytes))
        } catch {
            guard error.isOverlongMessageSetID else { return Self.unreadable }
            return Self.outcome(QBXMLResponseSet(messageSetStatusCode: 9004))
        }
    }

    private mutating func answer(_ request: QBXMLRequestSet) throws(QBXMLFault) -> CompanyFile.Outcome {
        let checksum = request.newMessageSetID == nil ? 0 : try request.checksum()
        let decision = messageSets.decide(
            new: request.newMessageSetID, old: request.oldMessageSetID, checksum: checksum,
            isEmpty: request.requests.isEmpty)
        switch decision {
        case .answer(let code):
            return Self.outcome(
                QBXMLResponseSet(messageSetStatusCode: code, newMessageSetID: request.newMessageSetID))
        case .replay(let stored):
            return Self.outcome(
                QBXMLResponseSet(
                    messageSetStatusCode: 0, newMessageSetID: stored.id,
                    responses: stored.answers.compactMap(\.response).map(recovered)))
        case .execute(let id):
            let injection = injection(for: request)
            if let injection, injection.level == .messageSet {
                if injection.isExecuted { _ = execute(request, nil) }
                return Self.outcome(
                    QBXMLResponseSet(messageSetStatusCode: injection.code, newMessageSetID: request.newMessageSetID))
            }
            let responses = execute(request, injection)
            guard let id else { return Self.outcome(QBXMLResponseSet(responses: responses)) }
            let answers = zip(responses, request.requests).map { MessageSetStore.StoredAnswer($0, to: $1) }
            let code = messageSets.store(.init(id: id, checksum: checksum, answers: answers))
            return Self.outcome(
                QBXMLResponseSet(messageSetStatusCode: code, newMessageSetID: id, responses: responses))
        }
    }

    /// A message set is not a transaction: what was done before an error stays done.
    private mutating func execute(_ set: QBXMLRequestSet, _ injection: InjectedStatus?) -> [QBXMLResponse] {
        var hasFailed = false
        return set.requests.enumerated().map { index, request in
            let kind = request.message.kind
            if hasFailed, set.onError == .stop {
                return QBXMLResponse(kind, requestID: request.requestID, status: Rejection.notProcessed.status)
            }
            var response: QBXMLResponse
            do throws(Rejection) {
                response = try execute(request.message, index == 0 ? injection : nil)
            } catch {
                response = QBXMLResponse(kind, status: error.status)
            }
            response.requestID = request.requestID
            hasFailed = hasFailed || response.status.severity == .error
            return response
        }
    }

    private mutating func execute(
        _ message: RequestMessage, _ injection: InjectedStatus?
    ) throws(Rejection) -> QBXMLResponse {
        guard let injection else { return try execute(message) }
        guard injection.isExecuted else { throw injection.rejection }
        var response = try execute(message)
        response.status = injection.rejection.status
        return response
    }

    /// A stored outcome, with the record as it is now where QuickBooks is taken to bring it.
    private func recovered(_ response: QBXMLResponse) -> QBXMLResponse {
        guard messageSets.behaviour.recoveryCarriesRecords, let txnID = response.errorRecovery?.txnID,
            let estimate = estimates.first(where: { $0.txnID == txnID })
        else { return response }
        var response = response
        response.body = .estimates([estimate])
        return response
    }

    private mutating func execute(_ message: RequestMessage) throws(Rejection) -> QBXMLResponse {
        let kind = message.kind
        switch message {
        case .customerAdd(let add): return QBXMLResponse(kind, body: .customers([try addCustomer(add)]))
        case .itemServiceAdd(let add): return QBXMLResponse(kind, body: .items([try addItem(add)]))
        case .estimateAdd(let add): return QBXMLResponse(kind, body: .estimates([try addEstimate(add)]))
        case .estimateMod(let mod): return QBXMLResponse(kind, body: .estimates([try modifyEstimate(mod)]))
        case .customerQuery(let query): return try find(kind, query, in: customers) { .customers($0) }
        case .itemServiceQuery(let query): return try find(kind, query, in: items) { .items($0) }
        case .accountQuery(let query): return try findAccounts(query)
        case .estimateQuery(let query): return try find(kind, query, in: estimates) { .estimates($0) }
        case .billQuery(let query): return try find(kind, query, in: bills) { .bills($0) }
        case .checkQuery(let query): return try find(kind, query, in: checks) { .checks($0) }
        case .creditCardChargeQuery(let query): return try find(kind, query, in: cardCharges) { .creditCardCharges($0) }
        case .creditCardCreditQuery(let query): return try find(kind, query, in: cardCredits) { .creditCardCredits($0) }
        case .vendorCreditQuery(let query): return try find(kind, query, in: vendorCredits) { .vendorCredits($0) }
        case .purchaseOrderQuery(let query): return try find(kind, query, in: purchaseOrders) { .purchaseOrders($0) }
        case .journalEntryQuery(let query): return try find(kind, query, in: journalEntries) { .journalEntries($0) }
        case .txnDeletedQuery(let query): return findDeleted(query)
        case .preferencesQuery: return QBXMLResponse(kind, body: .preferences(preferencesRet))
        case .companyQuery(let query): return QBXMLResponse(kind, body: .company(companyRet(query.ownerIDs)))
        case .hostQuery: return QBXMLResponse(kind, body: .host(hostRet))
        case .jobReportQuery(let query): return QBXMLResponse(kind, body: .report(try jobReport(query)))
        }
    }

    private static func outcome(_ response: QBXMLResponseSet) -> CompanyFile.Outcome {
        do throws(QBXMLFault) {
            return .response(String(decoding: try response.encoded(), as: UTF8.self))
        } catch {
            return .comFault(hresult: "0x80040402", message: "Unexpected error.  \(error)")
        }
    }
}

extension QBXMLFault {
    var isOverlongMessageSetID: Bool {
        guard case .tooLong = reason else { return false }
        return field.hasSuffix("newMessageSetID") || field.hasSuffix("oldMessageSetID")
    }
}

extension QBXMLRequestSet {
    /// Of what is asked, without the ids of the set (FNV-1a).
    func checksum() throws(QBXMLFault) -> UInt64 {
        let bytes = try QBXMLRequestSet(onError: onError, requests: requests).encoded()
        return bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
