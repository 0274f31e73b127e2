import BudgetDomain
import SQLDatabase

/// Runs `body`; where somebody else was first, the violation of the unique index becomes the refusal for it.
@discardableResult
func refusing<T>(duplicatesOf index: String, with refusal: Refusal, _ body: () throws -> T) throws -> T {
    do {
        return try body()
    } catch DatabaseError.uniqueViolation(constraint: index) {
        throw Refused(refusal)
    }
}
