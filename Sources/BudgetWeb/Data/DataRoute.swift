import BudgetOperations
import HTTPTypes
import Hummingbird

/// One address that a script of a page of ours asks, and what is answered to whoever is signed in.
struct DataRoute: Sendable {
    typealias Function = @Sendable (Visit, SignedInPerson) async throws -> DataAnswer
    /// Is given the request's body, which is JSON of a page of ours.
    typealias PostFunction = @Sendable (Visit, SignedInPerson, [UInt8]) async throws -> DataAnswer

    let address: AddressOfOne
    /// The page whose script asks: where somebody who was signed out goes on.
    let page: AddressOfOne
    let get: Function?
    let post: PostFunction?

    static func get(_ address: AddressOfOne, for page: AddressOfOne, _ function: @escaping Function) -> DataRoute {
        DataRoute(address: address, page: page, get: function, post: nil)
    }

    static func post(_ address: AddressOfOne, for page: AddressOfOne, _ function: @escaping PostFunction) -> DataRoute {
        DataRoute(address: address, page: page, get: nil, post: function)
    }
}
