import BudgetDomain
import BudgetOperations
import QBXML

/// What a call brought: the outcomes to record, and the session's state after it.
struct Interpretation {
    var state: SessionState
    var outcomes: [ConnectorOutcome] = []
    /// Whether the session goes on. When not, `state.lastError` says why.
    var goesOn = true
    /// The code of what went wrong in the exchange, if something did.
    var trouble: String?
}

/// Reads QuickBooks' answer to a step. Pure: the same answer to the same step in the same state means the same.
struct StepAnswer {
    let work: OutstandingWork
    let now: Instant
    let step: Step
    /// Gives the id of a new read of costs, should this answer begin one.
    let newReadID: String

    /// A whole answer came.
    func interpret(_ response: [UInt8], in state: SessionState) -> Interpretation {
        var result = Interpretation(state: state)
        result.state.asked = nil
        result.state.exchanges += 1
        let set: QBXMLResponseSet
        do {
            set = try QBXMLResponseSet(reading: response)
        } catch {
            return unreadable(error, result)
        }
        result.trouble = set.trouble
        switch step {
        case .checkCompany:
            CompanyFileCheck(work: work).check(response, path: nil, into: &result)
        case .recover, .addJob, .addItems, .writeEstimate:
            WriteAnswer(work: work, now: now, text: String(decoding: response, as: UTF8.self))
                .interpret(set, messageSet: step.messageSet, into: &result)
        case .lookUp(let export, let names):
            LookUpAnswer(work: work, names: Set(names), now: now, text: String(decoding: response, as: UTF8.self))
                .interpret(set, export: export, into: &result)
        case .readBack(let projects, let costs):
            ReadBackAnswer(work: work).interpret(
                set, projects: projects, beginsCosts: costs ? newReadID : nil, into: &result)
        case .readMoreCosts:
            ReadBackAnswer(work: work).interpretMoreCosts(set, into: &result)
        case .readJobList:
            JobListAnswer(newReadID: newReadID).interpret(set, into: &result)
        case .checkLists:
            result.state.tried.insert("lists")
        }
        ListAnswer().interpret(set, into: &result)
        return result
    }

    /// The answer came, and is no qbXML: what a write did is unknown, and a read has to be made again.
    private func unreadable(_ fault: QBXMLFault, _ given: Interpretation) -> Interpretation {
        var result = given
        lose(into: &result)
        result.goesOn = false
        let told = FaultCatalogue.fault(unreadable: fault)
        result.trouble = told.code
        if step == .readJobList { JobListAnswer(newReadID: newReadID).fail(told, into: &result) }
        result.state.lastError = FaultCatalogue.notice(told)
        return result
    }

    /// QuickBooks' interface reported a fault instead of an answer.
    func interpret(hresult: String, message: String, in state: SessionState) -> Interpretation {
        var result = Interpretation(state: state, goesOn: false)
        result.state.asked = nil
        result.state.exchanges += 1
        let fault = FaultCatalogue.fault(hresult: hresult, message: message)
        result.trouble = fault.code
        result.state.lastError = FaultCatalogue.notice(fault)
        if step == .readJobList { JobListAnswer(newReadID: newReadID).fail(fault, into: &result) }
        if Self.provesNothingWasRun(hresult) {
            refuse(fault, into: &result)
        } else {
            lose(into: &result)
        }
        return result
    }

    /// Only one HRESULT says that QuickBooks ran nothing: it could not parse the request. Any other may stand for an
    /// answer that was lost after the work was done.
    private static func provesNothingWasRun(_ hresult: String) -> Bool {
        hresult.uppercased().hasSuffix("80040400")
    }

    private func lose(into result: inout Interpretation) {
        guard let id = step.messageSet else { return }
        result.state.tried.insert(id)
        guard let set = work.inFlight, set.id == id, set.state == .handedOut else { return }
        result.outcomes.append(.messageSet(id: id, becomes: .unknown, answer: ""))
        if set.purpose == .estimate { result.outcomes.append(.export(ID(set.subject), .answerLost)) }
    }

    private func refuse(_ fault: ERPFault, into result: inout Interpretation) {
        guard let set = work.inFlight, set.id == step.messageSet else { return }
        result.outcomes.append(.messageSet(id: set.id, becomes: .answered, answer: fault.code))
        switch set.purpose {
        case .estimate: result.outcomes.append(.export(ID(set.subject), .refused(fault)))
        case .job: result.outcomes.append(.jobFailed(ID(set.subject), fault))
        case .items:
            let names = Set(set.subject.split(separator: "\n").map(String.init))
            for item in work.items where names.contains(item.fullName) {
                result.outcomes.append(.itemFailed(item.key, fault))
            }
        }
    }
}
