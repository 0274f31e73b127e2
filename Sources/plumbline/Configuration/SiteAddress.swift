import ArgumentParser

/// `--public-url` of commands that print a link: where people reach the server.
struct SiteAddress: ParsableArguments {
    @Option(help: "Where people reach the server, as given to `plumbline serve`.")
    var publicURL = "http://localhost:8080"

    func validate() throws { _ = try PublicAddress.read(publicURL) }
}
