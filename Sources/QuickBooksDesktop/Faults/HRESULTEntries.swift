/// Codes with which the Web Connector says that QuickBooks could not be asked at all.
///
/// Source: Intuit's sample Web Connector service and SDK; the codes that peers list.
enum HRESULTEntries {
    static let all = requests + files + starting + rights + installation + [viewOnly]

    /// Known by its words: QuickBooks gives no code of its own for it (SDK 16 and later).
    static let viewOnly = FaultEntry(
        "view-only", "QuickBooks shows the company file for viewing only; mostly because its subscription ended.",
        .nothingReached, .quickBooksAdministrator,
        "Renew the subscription of QuickBooks, or open the file where it can be changed; then run it again.")

    static func isViewOnly(_ message: String) -> Bool {
        let words = message.lowercased()
        return ["read-only mode", "read only mode", "view-only", "view only"].contains { words.contains($0) }
    }

    private static let requests: [FaultEntry] = [
        FaultEntry(
            "0x80040400", "QuickBooks could not read the request.", .nothingReached, .us,
            """
            This is a defect of Plumbline, or an edition of QuickBooks that it does not know: send the code and the \
            text to whoever looks after the server. Sending again does not help.
            """),
        FaultEntry(
            "0x80040401", "QuickBooks could not be reached.", .notKnownYet, .bookkeeper,
            "Close QuickBooks and the Web Connector and open both again.", mayPass: true),
        FaultEntry(
            "0x80040402", "QuickBooks had an unexpected error, written into its file qbsdklog.txt.", .notKnownYet,
            .bookkeeper,
            "Close QuickBooks and open it again; if it comes back, repair its installation.", mayPass: true),
        FaultEntry(
            "0x8004040D", "The Web Connector lost QuickBooks in the middle of the session.", .notKnownYet, .nobody,
            "Nothing to do: the next session finds out what QuickBooks holds.", mayPass: true),
    ]

    private static let files: [FaultEntry] = [
        FaultEntry(
            "0x80040403", "QuickBooks could not open the company file.", .nothingReached, .bookkeeper,
            "Check on the QuickBooks computer that the file is where it was and that the Windows user may open it."),
        FaultEntry(
            "0x8004040A", "Another company file is open in QuickBooks.", .nothingReached, .bookkeeper,
            "Open the company file of this connection and run the Web Connector again.", mayPass: true),
        FaultEntry(
            "0x80040410", "The company file is open in another mode, single-user or multi-user.", .nothingReached,
            .bookkeeper,
            "Close the company file, or switch its mode in QuickBooks under File.", mayPass: true),
        FaultEntry(
            "0x80040422", "The company file must be in single-user mode for this.", .nothingReached, .bookkeeper,
            "Switch QuickBooks to single-user mode under File, and run the Web Connector again.", mayPass: true),
    ]

    private static let starting: [FaultEntry] = [
        FaultEntry(
            "0x80040408", "The Web Connector could not start QuickBooks.", .nothingReached, .bookkeeper,
            """
            Open QuickBooks as the Windows user who runs the Web Connector, and neither of the two as administrator.
            """, mayPass: true),
        FaultEntry(
            "0x80040414", "QuickBooks waits for an answer in a window that is open.", .nothingReached, .bookkeeper,
            "Close the window on the QuickBooks computer; the next run goes on.", mayPass: true),
        FaultEntry(
            "0x80040416", "QuickBooks is closed, and the Web Connector does not know which file to open.",
            .nothingReached, .bookkeeper, "Open QuickBooks with the company file and run the Web Connector again.",
            mayPass: true),
        FaultEntry(
            "0x80040424", "QuickBooks has not finished starting.", .nothingReached, .nobody,
            "Nothing to do: the next run goes on.", mayPass: true),
    ]

    private static let rights: [FaultEntry] = [
        FaultEntry(
            "0x80040418", "Nobody has allowed Plumbline in this company file yet.", .nothingReached,
            .quickBooksAdministrator,
            """
            The QuickBooks administrator opens the file in single-user mode, runs the Web Connector and answers \
            "Yes, always; allow access even if QuickBooks is not running".
            """),
        FaultEntry(
            "0x8004041A", "Plumbline has no permission in this company file.", .nothingReached,
            .quickBooksAdministrator, allow),
        FaultEntry(
            "0x8004041B", "QuickBooks withdrew Plumbline's access.", .nothingReached, .quickBooksAdministrator, allow),
        FaultEntry(
            "0x8004041C", "QuickBooks cut Plumbline's access short.", .nothingReached, .quickBooksAdministrator, allow),
        FaultEntry(
            "0x8004041D", "Plumbline may not open the company file by itself.", .nothingReached,
            .quickBooksAdministrator, allow),
        FaultEntry(
            "0x80040420", "The user refused Plumbline access.", .nothingReached, .quickBooksAdministrator, allow),
    ]

    private static let allow = """
        The QuickBooks administrator opens Edit, Preferences, Integrated Applications, Company Preferences, and allows \
        Plumbline to read and change the file and to log in automatically.
        """

    private static let installation: [FaultEntry] = [
        FaultEntry(
            "0x8004041F", "This edition of QuickBooks works with no other program.", .nothingReached,
            .quickBooksAdministrator,
            "Use QuickBooks Pro, Premier or Enterprise."),
        FaultEntry(
            "0x80040308", "A part of the Web Connector is missing on the QuickBooks computer.", .nothingReached,
            .bookkeeper,
            "Install the Web Connector again."),
        FaultEntry(
            "0x80040154", "A part of the Web Connector is not registered on the QuickBooks computer.", .nothingReached,
            .bookkeeper,
            "Install the Web Connector again."),
    ]
}
