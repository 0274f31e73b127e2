/// Status codes of qbXML answers. 0 is success and 1 a query that matched nothing: neither is a fault.
///
/// Source: Intuit, QuickBooks Desktop SDK, "Status codes in response messages"; the behaviour that peers report.
enum StatusEntries {
    static let all = warnings + temporary + ours + references + rules + rights

    private static let report =
        "This is a defect of Plumbline: send the code and the text to whoever looks after the server."

    private static let warnings: [FaultEntry] = [
        FaultEntry(
            "500", "Something that was asked for is no longer in QuickBooks.", .mayBeIncomplete, .bookkeeper,
            "A bookkeeper looks in QuickBooks whether it was deleted or merged, and brings it back."),
        FaultEntry(
            "501", "This edition of QuickBooks does not know a part of the request.", .mayBeIncomplete,
            .quickBooksAdministrator,
            "Update QuickBooks to a version that is still supported."),
        FaultEntry(
            "510", "QuickBooks saved the change and could not read it back.", .notKnownYet, .nobody,
            "Nothing to do: the next session reads it again.", mayPass: true),
        FaultEntry(
            "530", "This version of QuickBooks does not support a field of the request.", .mayBeIncomplete,
            .quickBooksAdministrator,
            "Update QuickBooks to a version that is still supported."),
        FaultEntry(
            "531", "This edition of QuickBooks does not support a field of the request.", .mayBeIncomplete,
            .quickBooksAdministrator,
            "Update QuickBooks to a version that is still supported."),
        FaultEntry("550", "QuickBooks saved it without its notes.", .saved, .nobody, "Nothing to do."),
        FaultEntry("560", "The request has a field that QuickBooks is giving up.", .saved, .us, report),
        FaultEntry(
            "570", "QuickBooks saved it without linking it to another transaction.", .saved, .bookkeeper,
            "A bookkeeper makes the link in QuickBooks if it is wanted."),
    ]

    private static let temporary: [FaultEntry] = [
        FaultEntry(
            "1000", "QuickBooks had an internal error.", .notKnownYet, .nobody,
            "If it comes back: close QuickBooks and open it again, then let it verify its data (File, Utilities).",
            mayPass: true),
        FaultEntry(
            "1010", "QuickBooks is not available.", .nothingChanged, .bookkeeper,
            "Open QuickBooks with the company file and run the Web Connector again.", mayPass: true),
        FaultEntry("1030", "QuickBooks does not support this message.", .nothingChanged, .us, report),
        FaultEntry("1060", "QuickBooks does not accept the request's number.", .nothingChanged, .us, report),
        FaultEntry(
            "3170", "QuickBooks cannot change this now; mostly because somebody else has just changed it.",
            .nothingChanged, .nobody,
            "Nothing to do: it is read and tried again. If it comes back, save and close it in QuickBooks.",
            mayPass: true),
        FaultEntry(
            "3175", "Somebody has this open in QuickBooks.", .nothingChanged, .bookkeeper,
            "Save and close it in QuickBooks; it is tried again.", mayPass: true),
        FaultEntry(
            "3176", "Something that this belongs to is open in QuickBooks.", .nothingChanged, .bookkeeper,
            "Close the windows of the job and its estimate in QuickBooks; it is tried again.", mayPass: true),
        FaultEntry(
            "3180", "QuickBooks could not save it.", .notKnownYet, .nobody,
            "Nothing to do: it is looked up, then tried again. If it comes back, let QuickBooks verify its data.",
            mayPass: true),
        FaultEntry(
            "3200", "It was changed in QuickBooks since it was last read.", .nothingChanged, .nobody,
            "Nothing to do: it is read again and the change is made to what is there now.", mayPass: true),
        FaultEntry(
            "3231", "QuickBooks did not come to it, because something before it failed.", .nothingChanged, .nobody,
            "Mend what failed first; this is then sent again.", mayPass: true),
    ]

    private static let ours: [FaultEntry] = [
        ("3010", "A yes or no is not written as one."),
        ("3020", "A date is not one that QuickBooks reads."), ("3030", "A date range is not one."),
        ("3031", "A range ends before it begins."), ("3035", "A duration is not one."),
        ("3040", "An amount is not written as QuickBooks wants it."),
        ("3045", "A price is not written as QuickBooks wants it."),
        ("3050", "A percentage is not written as QuickBooks wants it."),
        ("3060", "A quantity is not written as QuickBooks wants it."),
        ("3150", "The request lacks something that QuickBooks needs."),
        ("3290", "The lines are not in the order that QuickBooks keeps them in."),
    ].map { FaultEntry($0.0, $0.1, .nothingChanged, .us, report) }

    private static let references: [FaultEntry] = [
        FaultEntry(
            "3000", "QuickBooks does not know the id of something that the request names.", .nothingChanged, .approver,
            "An approver links the job or cost code again under ERP Integrations."),
        FaultEntry(
            "3100", "QuickBooks already has something of this name, perhaps of another kind.", .nothingChanged,
            .bookkeeper,
            "An approver links to the one that is there, or the name is changed on one side."),
        FaultEntry(
            "3120", "Something that the request names is no longer in QuickBooks.", .nothingChanged, .bookkeeper,
            "A bookkeeper looks whether it was deleted or merged, and brings it back; then export again."),
        FaultEntry(
            "3130", "The customer or item above it is not in QuickBooks.", .nothingChanged, .approver,
            "Send the customer or the parent cost code first, or link it to the one in QuickBooks."),
        FaultEntry(
            "3140", "The request names a job, item or account that QuickBooks does not have.", .nothingChanged,
            .approver,
            "An approver links what the message names to the one in QuickBooks."),
        FaultEntry(
            "3270", "An item lacks an account.", .nothingChanged, .bookkeeper,
            "A bookkeeper gives the item its income and expense accounts in QuickBooks."),
    ]

    private static let rules: [FaultEntry] = [
        FaultEntry(
            "3070", "A text is longer than QuickBooks holds.", .nothingChanged, .approver,
            "Shorten the text that the message names, and send again."),
        FaultEntry(
            "3161", "The date lies before the day up to which the books are closed.", .nothingChanged,
            .quickBooksAdministrator,
            "Export with a later date, or the QuickBooks administrator moves the closing date."),
        FaultEntry(
            "3171", "The change touches a day up to which the books are closed.", .nothingChanged,
            .quickBooksAdministrator,
            "The QuickBooks administrator moves the closing date, or a bookkeeper dates the estimate later."),
        FaultEntry(
            "3185", "QuickBooks could not void it.", .nothingChanged, .bookkeeper,
            "A bookkeeper voids it in QuickBooks."),
        FaultEntry("3190", "QuickBooks does not let this field be emptied.", .nothingChanged, .us, report),
        FaultEntry(
            "3210", "QuickBooks does not accept a value.", .nothingChanged, .approver,
            "Correct the value that the message names, and send again."),
        FaultEntry(
            "3250", "This is switched off in QuickBooks, or its edition does not have it.", .nothingChanged,
            .quickBooksAdministrator,
            OwnFault.switchEstimatesOn),
        FaultEntry(
            "3500", "QuickBooks could not merge two entries.", .nothingChanged, .bookkeeper,
            "A bookkeeper merges them in QuickBooks."),
    ]

    private static let rights: [FaultEntry] = [
        FaultEntry(
            "3220", "Plumbline may not do this in the company file.", .nothingChanged, .quickBooksAdministrator,
            integratedApplications),
        FaultEntry(
            "3260", "The QuickBooks user whom Plumbline works as may not do this.", .nothingChanged,
            .quickBooksAdministrator,
            integratedApplications),
        FaultEntry(
            "3261", "Plumbline may not see personal data, and this needs them.", .nothingChanged,
            .quickBooksAdministrator,
            integratedApplications),
        FaultEntry(
            "3262", "This needs a payroll subscription.", .nothingChanged, .us, report),
        FaultEntry(
            "3263", "Plumbline may only read in the company file.", .nothingChanged, .quickBooksAdministrator,
            integratedApplications),
        FaultEntry(
            "3264", "This needs a merchant account.", .nothingChanged, .us, report),
    ]

    private static let integratedApplications = """
        The QuickBooks administrator opens Edit, Preferences, Integrated Applications, Company Preferences, chooses \
        Plumbline and lets it work as a user who may change estimates, customers and items.
        """
}
