import ArgumentParser
import Testing

@testable import plumbline

@Suite struct ParsingTests {
    static let commands: [(line: String, type: String)] = [
        ("company add Acme --currency CAD", "CompanyAdd"),
        ("company list --json", "CompanyList"),
        ("company settings --sub-items on --separate-duties off", "CompanySettingsCommand"),
        ("user add pat@x.example --name Pat --template viewer", "UserAdd"),
        ("user list", "UserList"),
        ("user templates", "UserTemplates"),
        ("user add-template foreman --level budget=standard", "UserAddTemplate"),
        ("user change-template foreman --name crew --level reports=none --json", "UserChangeTemplate"),
        ("user delete-template foreman --as p@x", "UserDeleteTemplate"),
        ("user permit pat@x.example --template viewer --project 1001", "UserPermit"),
        ("user permit pat@x.example --level erp-integrations=standard --level budget=read-only", "UserPermit"),
        ("user allow-accounting pat@x.example", "UserAllowAccounting"),
        ("user revoke-accounting pat@x.example", "UserRevokeAccounting"),
        ("user may pat@x.example --project 1001", "UserMay"),
        ("project add 1001 Clinic --not-integrated", "ProjectAdd"),
        ("project rename 1001 House", "ProjectRename"),
        ("project list", "ProjectList"),
        ("cost-codes add 03-100 Formwork --parent 03", "CostCodesAdd"),
        ("cost-codes import codes.csv --column code=Phase", "CostCodesImport"),
        ("cost-codes list", "CostCodesList"),
        ("cost-codes types", "CostCodesTypes"),
        ("cost-codes add-type R Rental", "CostCodesAddType"),
        ("budget import 1001 b.csv --add-cost-codes --column amount=Subtotal --as p@x", "BudgetImport"),
        ("budget show 1001 --acts --as p@x", "BudgetShow"),
        ("budget add-line 1001 --code 03-100 --type L --amount -5.00 --as p@x", "BudgetAddLine"),
        ("budget set-amount 1001 03-100.L --quantity 2 --unit h --unit-cost 40 --as p@x", "BudgetSetAmount"),
        ("budget delete-line 1001 03-100.L --as p@x", "BudgetDeleteLine"),
        ("budget lock 1001 --as p@x", "BudgetLock"),
        ("budget unlock 1001 --modifications delete --as p@x", "BudgetUnlock"),
        ("budget send 1001 --as p@x", "BudgetSend"),
        ("budget retrieve 1001 --as p@x", "BudgetRetrieve"),
        ("budget modify 1001 --from 03-100.L --to 03-200.L --amount 5 --notes why --as p@x", "BudgetModify"),
        ("erp list --as p@x", "ERPList"),
        ("erp show 1001 --as p@x", "ERPShow"),
        ("erp preview 1001 --all --as p@x", "ERPPreview"),
        ("erp accept 1001 --yes --as p@x", "ERPAccept"),
        ("erp reject 1001 --comment wrong --as p@x", "ERPReject"),
        ("erp export-again 1001 --as p@x", "ERPExportAgain"),
        ("erp list-jobs --refresh --as p@x", "ERPListJobs"),
        ("erp import-job Acme:House --number 1002 --name House --as p@x", "ERPImportJob"),
        ("erp archive-job Acme:House --as p@x", "ERPArchiveJob"),
        ("erp restore-job Acme:House --as p@x", "ERPRestoreJob"),
        ("erp take-job-name 1001 --as p@x", "ERPTakeJobName"),
        ("erp keep-project-name 1001 --as p@x", "ERPKeepProjectName"),
        ("erp export-job 1001 --customer Acme --as p@x", "ERPExportJob"),
        ("erp link-job 1001 --job Acme:House --as p@x", "ERPLinkJob"),
        ("erp export-cost-codes 03-100 --income-account I --expense-account E --as p@x", "ERPExportCostCodes"),
        ("connector add --json", "ConnectorAdd"),
        ("connector qwc --public-url https://b.example -o b.qwc", "ConnectorQWC"),
        ("connector status", "ConnectorStatus"),
        ("connector rotate-password", "ConnectorRotatePassword"),
        ("webhook set https://hooks.example", "WebhookSet"),
        ("webhook show", "WebhookShow"),
        ("webhook deliveries --limit 10 --json", "WebhookDeliveries"),
        ("webhook remove", "WebhookRemove"),
        ("job-costs 1001 --refresh --documents --csv --as p@x", "JobCosts"),
        ("audit --limit 10 --before 40", "Audit"),
        ("migrate --data elsewhere", "Migrate"),
        ("migrate --from sqlite:/srv/p.sqlite --to postgres://db1,db2/plumbline", "Migrate"),
        ("migrate --from sqlite:/srv/p.sqlite", "Migrate"),
        ("doctor --database postgres://db/plumbline --database-connections 20 --json", "Doctor"),
        ("company list --database sqlite:/srv/p.sqlite", "CompanyList"),
        ("serve --database postgresql://db/p?sslmode=verify-full --database-connections 40", "Serve"),
        ("serve --host 0.0.0.0 --port 0 --public-url https://b.example", "Serve"),
        ("user invite p@x", "UserInvite"),
        ("user reset-password p@x --public-url https://b.example", "UserResetPassword"),
        ("user remove-second-factor p@x", "UserRemoveSecondFactor"),
        ("user deactivate p@x --as a@x", "UserDeactivate"),
        ("user reactivate p@x --json", "UserReactivate"),
        ("demo --examples files --data elsewhere", "Demo"),
    ]

    @Test(arguments: commands) func `every command can be written`(_ command: (line: String, type: String)) throws {
        let parsed = try PlumblineCommand.parseAsRoot(command.line.split(separator: " ").map(String.init))

        #expect("\(type(of: parsed))" == command.type)
    }

    static let refusals: [(line: String, message: String)] = [
        (
            "budget lock 1001",
            "Say who acts, with --as EMAIL. `plumbline user list` shows the people."
        ),
        (
            "company add Acme --currency XYZ",
            "There is no currency “XYZ” here; use one of USD, CAD, AUD, NZD, GBP, EUR."
        ),
        (
            "user permit p@x --template viewer --level budget=admin",
            "Give --template, or --level and --right, one of the two."
        ),
        (
            "user change-template foreman",
            "Name what changes, with --name, --level, --right or --without-right."
        ),
        (
            "budget set-amount 1001 03-100.L --amount 5 --quantity 2 --as p@x",
            "Give --amount, or --quantity with --unit-cost, not both."
        ),
        (
            "budget set-amount 1001 03-100.L --quantity 2 --as p@x",
            "Give --amount, or --quantity together with --unit-cost."
        ),
        ("job-costs 1001 --csv --json --as p@x", "Choose --csv or --json."),
        ("audit --limit 0", "--limit is from 1 to 500."),
        ("serve --port 70000", "--port is from 0 to 65535."),
        ("company list --data a --database sqlite:b", "Give --data or --database, not both."),
        ("doctor --database-connections 0", "--database-connections is from 1 to 1000."),
        ("migrate --to sqlite:b", "Give --from together with --to."),
        (
            "migrate --from sqlite:a --to sqlite:b --data c",
            "--from and --to name both databases; leave --data and --database out."
        ),
        (
            "migrate --from postgres://a/b --to postgres://c/d",
            "--from is an SQLite database; a server's is moved with its own tools, as pg_dump."
        ),
    ]

    @Test(arguments: refusals) func `what does not go together is said`(
        _ refusal: (line: String, message: String)
    ) throws {
        let error = #expect(throws: (any Error).self) {
            try PlumblineCommand.parseAsRoot(refusal.line.split(separator: " ").map(String.init))
        }

        #expect(PlumblineCommand.message(for: try #require(error)) == refusal.message)
        #expect(ExitStatus(ending: try #require(error)) == .usage)
    }
}
