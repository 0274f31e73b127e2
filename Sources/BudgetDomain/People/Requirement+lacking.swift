extension Requirement {
    /// What the person lacks: one list for each way to meet the requirement. It is met where one of them is empty.
    ///
    /// Of somebody who is deactivated it is what they would lack after being let back in.
    package func lacking(in person: Person) -> [[Requirement]] {
        var person = person
        person.deactivation = nil
        switch self {
        case .level, .right, .canPushToAccounting:
            return [isMet(by: person) ? [] : [self]]
        case .all(let parts):
            return parts.reduce([[]]) { ways, part in
                let next = part.lacking(in: person)
                return ways.flatMap { way in next.map { way + $0 } }
            }
        case .any(let parts):
            return parts.flatMap { $0.lacking(in: person) }
        }
    }
}
