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
}
