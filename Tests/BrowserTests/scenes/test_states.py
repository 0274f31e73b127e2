"""Pages in states that no link leads to: after a form, after somebody else's, with something wrong in it."""

import pathlib
import unittest

from playwright.sync_api import expect

from stage import looks
from stage.acts import button
from stage.server import Server
from stage.stage import EXAMPLES, stage
from stage.web_connector import WebConnector


class StatesTest(unittest.TestCase):
    """In the order of their names, on one server: what the fourth sends is what the fifth sees fail."""

    @classmethod
    def setUpClass(cls):
        cls.server = Server()
        cls.manager = stage().manager(base_url=cls.server.url)
        cls.approver = stage().approver(base_url=cls.server.url)

    @classmethod
    def tearDownClass(cls):
        cls.manager.context.close()
        cls.approver.context.close()
        cls.server.stop()

    def test_1_an_import_shows_what_is_wrong_in_its_place_or_what_it_would_do(self):
        page = self.manager
        for file, told, name in (
                ("broken-budget.csv", "Nothing was imported", "import-problems"),
                ("riverside-school.csv", "Everything in the file can be imported", "import-ready")):
            page.goto("/projects/1003/import")
            page.get_by_label("Budget file").set_input_files(pathlib.Path(EXAMPLES) / file)
            button(page, "Show what it would do").click()
            expect(page.locator("main")).to_contain_text(told)
            looks.look_at(page, name)

    def test_2_two_people_change_one_line(self):
        first, second = self.manager, self.manager.context.new_page()
        first.goto("/projects/1003/budget")
        line = first.evaluate(
            "async () => (await (await fetch('/projects/1003/budget/lines.json')).json()).lines.id[0]")
        for page in (first, second):
            page.goto(f"/projects/1003/budget/line?line={line}")
        looks.look_at(first, "budget-line")
        for page, text in ((second, "Theirs"), (first, "Mine")):
            page.get_by_label("Description").fill(text)
            button(page, "Save").click()
        expect(first.get_by_role("alert")).to_contain_text("Somebody else changed this line while you looked at it")
        looks.look_at(first, "budget-line-conflict")
        button(first, "Save mine").click()
        expect(first.get_by_label("Description")).to_have_value("Mine")
        second.close()

    def test_3_a_form_outlives_its_session(self):
        page = stage().manager(base_url=self.server.url)
        other = page.context.new_page()
        page.goto("/projects/1002/new-modification")
        page.get_by_label("To", exact=True).fill("01-01-005.L")
        page.get_by_label("Transfer Amount").fill("12.00")
        page.get_by_label("Notes").fill("Typed before the session ended")
        other.goto("/")
        other.get_by_role("button", name="Sign out").click()
        page.get_by_label("From").fill("01-01-010.L")
        button(page, "Create modification").click()
        expect(page.locator("main")).to_contain_text("Nothing you typed is lost")
        looks.look_at(page, "form-kept-sign-in")
        self.sign_in(page)
        expect(page.get_by_role("heading", level=1)).to_have_text("You are signed in again")
        expect(page.locator("main")).to_contain_text("Typed before the session ended")
        looks.look_at(page, "form-kept")

        page.goto("/account/password")
        other.goto("/")
        other.get_by_role("button", name="Sign out").click()
        self.sign_in(other)
        page.get_by_label("Present password").fill("anything at all")
        page.get_by_label("New password").fill("something else entirely")
        page.locator("main form button").first.click()
        expect(page.locator("main")).to_contain_text("Passwords and codes are not kept")
        looks.look_at(page, "form-stale-secret")
        page.context.close()

    def test_4_several_budgets_are_accepted_at_once(self):
        who = stage().sign_ins["Project manager"]["email"]
        for project, giver, receiver in (("1001", "03-100.L", "03-200.M"), ("1002", "01-01-005.L", "01-01-010.L")):
            self.server.command("budget", "modify", project, "--from", giver, "--to", receiver, "--amount", "2.50",
                                "--as", who)
            self.server.command("budget", "send", project, "--as", who)
        page = self.approver
        page.goto("/erp/budgets")
        looks.look_at(page, "erp-budgets-ready")
        page.get_by_role("link", name="Export several at once").click()
        looks.look_at(page, "erp-several-budgets")
        page.get_by_role("checkbox", name="1001").check()
        button(page, "Export those that are ticked").click()
        expect(page.get_by_role("row", name="1001")).to_contain_text("Accepted")
        looks.look_at(page, "erp-several-budgets-done")

    def test_5_an_export_that_failed_and_a_transcript(self):
        approver = stage().sign_ins["Accounting approver"]["email"]
        self.server.command("erp", "accept", "1002", "--yes", "--as", approver)
        connector = WebConnector(self.server)
        connector.fail_to_open_quickbooks("0x80012345", "Something that nobody has seen before.")
        connector.find_estimates_switched_off()
        page = self.approver
        page.goto("/erp/budgets/1002")
        expect(page.locator("main")).to_contain_text("Why it failed")
        looks.look_at(page, "erp-budgets-x-failed")
        page.goto("/projects/1002/erp")
        expect(page.locator("main")).to_contain_text("Not written in QuickBooks")
        looks.look_at(page, "erp-status-failed")
        page.goto("/erp/log?view=troubles")
        looks.look_at(page, "erp-log-troubles")
        page.get_by_role("table", name="Exchanges that ended in trouble").get_by_role("link").first.click()
        expect(page.locator("main")).to_contain_text("Something that nobody has seen before.")
        looks.look_at(page, "erp-log-transcript")

    def test_6_the_requests_of_the_log(self):
        page = self.approver
        page.goto("/erp/log?view=requests")
        looks.look_at(page, "erp-log-requests")
        page.get_by_role("table", name="Requests that write").get_by_role("link").first.click()
        expect(page.get_by_role("heading", level=2, name="Answered")).to_be_visible()
        looks.look_at(page, "erp-log-request")

    def test_7_somebody_elses_page_in_the_directory(self):
        page = self.approver
        page.goto("/directory")
        page.get_by_role("link", name="Pat Lindqvist").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Pat Lindqvist")
        looks.look_at(page, "directory-person")
        page.get_by_role("link", name="Deactivate").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Deactivate Pat Lindqvist")
        looks.look_at(page, "directory-deactivation")
        page.go_back()
        button(page, "Make a link to reset the password").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("A link for Pat Lindqvist")
        looks.look_at(page, "directory-reset-link")
        page.goto("/directory")
        page.get_by_role("link", name="Ann Reyes").click()
        button(page, "Make an invitation link").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("An invitation for Ann Reyes")
        looks.look_at(page, "directory-invitation-link")

    def sign_in(self, page):
        who = stage().sign_ins["Project manager"]
        page.get_by_label("E-mail address").fill(who["email"])
        page.get_by_label("Password").fill(who["password"])
        button(page, "Sign in").click()


if __name__ == "__main__":
    unittest.main()
