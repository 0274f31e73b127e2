/// What the Web Connector shows in its window and its log on the QuickBooks computer. Most of it never reaches the
/// server: whoever reads it there looks it up here.
///
/// Source: Intuit, QuickBooks Web Connector Programmer's Guide, appendix A.
enum WebConnectorEntries {
    static let all = adding + starting + calling + answers

    private static let adding: [FaultEntry] = [
        FaultEntry(
            "QBWC1000", "The addresses of the service and of its support page have different domains.", .nothingReached,
            .serverAdministrator,
            "Write the .qwc file anew with `plumbline connector qwc --public-url` and let it be added again."),
        FaultEntry(
            "QBWC1001", "The address of the service is a number, or is none.", .nothingReached, .serverAdministrator,
            "Give the server a name that has a certificate, and write the .qwc file anew with it."),
        FaultEntry(
            "QBWC1002", "The address of the service is a number, or is none.", .nothingReached, .serverAdministrator,
            "Give the server a name that has a certificate, and write the .qwc file anew with it."),
        FaultEntry(
            "QBWC1003", "The support page cannot be reached from the QuickBooks computer.", .nothingReached,
            .serverAdministrator,
            "Open the address and /qbwc/support in a browser there; mend name, network or certificate until it shows."),
        FaultEntry(
            "QBWC1004", "The support page does not answer as it should.", .nothingReached, .serverAdministrator,
            "Open the address and /qbwc/support in a browser there; mend name, network or proxy until it shows."),
        FaultEntry(
            "QBWC1010", "The service's address does not begin with https.", .nothingReached, .serverAdministrator,
            "Put TLS before the server, write the .qwc file anew with its https address; only localhost may do without."
        ),
        FaultEntry(
            "QBWC1026", "The company file does not show which connection it belongs to.", .nothingReached,
            .quickBooksAdministrator,
            "Open the file in single-user mode and add the .qwc file again."),
        FaultEntry(
            "QBWC1027", "The company file does not show which connection it belongs to.", .nothingReached,
            .quickBooksAdministrator,
            "Open the file in single-user mode and add the .qwc file again."),
        FaultEntry(
            "QBWC1039",
            "The connection could not be added: the file has one with this id, or the user is not its administrator.",
            .nothingReached, .quickBooksAdministrator,
            "Remove the older entry from the Web Connector, open the file as Admin in single-user mode, add it again."
        ),
        FaultEntry(
            "QBWC1048", "The address with which the certificate is checked cannot be used.", .nothingReached,
            .serverAdministrator,
            "See that the certificate names the server and that its whole chain is sent; write the .qwc file anew."
        ),
        FaultEntry(
            "QBWC1051", "The service's address does not begin with https.", .nothingReached, .serverAdministrator,
            "Put TLS before the server, write the .qwc file anew with its https address; only localhost may do without."
        ),
    ]

    private static let starting: [FaultEntry] = [
        FaultEntry(
            "QBWC1005", "The Web Connector cannot write its log.", .nothingReached, .bookkeeper,
            "Let the Windows user who runs it write to the Web Connector's folder, or install it again."),
        FaultEntry(
            "QBWC1006", "The Web Connector could not start.", .nothingReached, .bookkeeper,
            "Install the Web Connector again."),
        FaultEntry(
            "QBWC1007", "The Web Connector cannot reach QuickBooks.", .nothingReached, .bookkeeper,
            "Open QuickBooks with the company file as the same Windows user, neither of the two as administrator."),
        FaultEntry(
            "QBWC1008", "The Web Connector cannot reach QuickBooks.", .nothingReached, .bookkeeper,
            "Open QuickBooks with the company file as the same Windows user, neither of the two as administrator."),
        FaultEntry(
            "QBWC1009", "The Web Connector cannot reach QuickBooks.", .nothingReached, .bookkeeper,
            "Open QuickBooks with the company file as the same Windows user, neither of the two as administrator."),
        FaultEntry(
            "QBWC1013", "QuickBooks could not be reached; the reason comes to the server with its own code.",
            .nothingReached, .bookkeeper,
            "See the code that is told with it: `plumbline connector status` shows it."),
        FaultEntry(
            "QBWC1014", "QuickBooks said nothing of itself, its company file or its preferences.", .nothingReached,
            .bookkeeper,
            "Close QuickBooks and the Web Connector and open both again."),
        FaultEntry(
            "QBWC1022", "The Web Connector cannot reach QuickBooks.", .nothingReached, .bookkeeper,
            "Open QuickBooks with the company file as the same Windows user, neither of the two as administrator."),
        FaultEntry(
            "QBWC1023", "The Web Connector cannot reach QuickBooks.", .nothingReached, .bookkeeper,
            "Open QuickBooks with the company file as the same Windows user, neither of the two as administrator."),
        FaultEntry(
            "QBWC1024", "The Web Connector cannot reach QuickBooks.", .nothingReached, .bookkeeper,
            "Open QuickBooks with the company file as the same Windows user, neither of the two as administrator."),
    ]

    private static let calling: [FaultEntry] = [
        FaultEntry(
            "QBWC1012", "The Web Connector had no answer to its sign-in, or none that it can read.", .nothingReached,
            .serverAdministrator,
            "See that the server runs and that a proxy before it passes answers on unchanged; `plumbline doctor` looks."
        ),
        FaultEntry(
            "QBWC1030", "No password is kept for the connection.", .nothingReached, .bookkeeper,
            "Type the password into the Web Connector; `plumbline connector rotate-password` gives a new one."),
        FaultEntry(
            "QBWC1031", "A run that was started by the clock ended with an error.", .notKnownYet, .bookkeeper,
            "See the line before it in the log, which names the error; the next run tries again."),
        FaultEntry(
            "QBWC1036", "The Web Connector cannot read what the server says of versions.", .nothingReached,
            .serverAdministrator,
            "See that a proxy before the server passes answers on unchanged; then report it."),
        FaultEntry(
            "QBWC1037", "The server wants another version of the Web Connector.", .nothingReached, .bookkeeper,
            "Install the version that is named."),
        FaultEntry(
            "QBWC1040", "The user name or the password is wrong.", .nothingReached, .bookkeeper,
            "Type the password again; `plumbline connector rotate-password` gives a new one. After too many it waits."),
        FaultEntry(
            "QBWC1041", "The server gave no request, or none that the Web Connector can read.", .notKnownYet,
            .serverAdministrator,
            "See that the server runs and what its log says at that minute; the next run goes on from there."),
        FaultEntry(
            "QBWC1042", "The server did not take QuickBooks' answer, or its own could not be read.", .notKnownYet,
            .serverAdministrator,
            "See that the server runs and what its log says at that minute; the next run looks what is there."
        ),
        FaultEntry(
            "QBWC1043", "The server did not say what went wrong.", .notKnownYet, .serverAdministrator,
            "See that the server runs and what its log says at that minute."),
        FaultEntry(
            "QBWC1044", "The server did not hear that the session is over.", .notKnownYet, .nobody,
            "Nothing to do: the next run closes it."),
        FaultEntry(
            "QBWC1045", "The server did not hear that QuickBooks could not be reached.", .nothingReached,
            .serverAdministrator,
            "See that the server runs; then see the code that is told with it."),
        FaultEntry(
            "QBWC1046", "The Web Connector cannot read what the server says of versions.", .nothingReached,
            .serverAdministrator,
            "See that a proxy before the server passes answers on unchanged; then report it."),
    ]

    /// What the server answers a sign-in with, in the Web Connector's own words, and what its .NET client says of an
    /// answer that is none.
    private static let answers: [FaultEntry] = [
        FaultEntry(
            "nvu", "The server does not know the user name with this password.", .nothingReached, .bookkeeper,
            "Type the password again; `plumbline connector rotate-password` gives a new one."),
        FaultEntry(
            "none", "There is nothing to do: no data exchange is required.", .nothingReached, .nobody,
            "Nothing to do."),
        FaultEntry(
            "busy", "The server cannot take the session now.", .nothingReached, .nobody,
            "Nothing to do: the next run goes on.", mayPass: true),
        FaultEntry(
            "not-well-formed", "“Response is not well-formed XML”: a proxy changed the server's answer.",
            .notKnownYet, .serverAdministrator,
            "See that a proxy before the server adds nothing and shows no page of its own; the next run goes on.",
            mayPass: true),
        FaultEntry(
            "content-type", "“Client found response content type of …”: something else than the server answered.",
            .notKnownYet, .serverAdministrator,
            "See that the address leads to Plumbline and not to a proxy's own page; the next run goes on.",
            mayPass: true),
    ]
}
