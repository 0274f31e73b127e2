extension PostgreSQLSettings {
    /// Every server that the address names is this machine, so that what is sent passes no network.
    package var isThisMachine: Bool {
        let hosts = (parameters["hostaddr"] ?? parameters["host"] ?? "").split(separator: ",")
        return hosts.allSatisfy { host in
            // libpq takes a path for the folder of a socket.
            host.hasPrefix("/") || host.hasPrefix("@") || host == "localhost" || host == "::1"
                || host.hasPrefix("127.")
        }
    }

    /// What libpq is told of each server that the address names, in its order.
    var parametersByPlace: [[String: String]] {
        let lists = ["host", "hostaddr", "port"].compactMap { name in
            parameters[name].map { (name, $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)) }
        }
        let count = lists.filter { $0.0 != "port" }.map(\.1.count).max() ?? 1
        // Lists of lengths that do not fit each other are libpq's to refuse.
        guard count > 1, lists.allSatisfy({ $0.1.count == count || ($0.0 == "port" && $0.1.count == 1) }) else {
            return [parameters]
        }
        return (0..<count).map { place in
            lists.reduce(into: parameters) { parameters, list in
                parameters[list.0] = list.1.count == 1 ? list.1[0] : list.1[place]
            }
        }
    }
}
