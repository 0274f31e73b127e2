"""Pages before anybody is signed in, and a firm on its first day."""

import unittest
import urllib.parse

from playwright.sync_api import expect

from stage import looks
from stage.acts import button
from stage.server import Server
from stage.stage import stage

ADDRESS, PASSWORD = "jo@first.example", "correct horse battery"


class GuestsTest(unittest.TestCase):
    """In the order of their names: the first makes the firm."""

    @classmethod
    def setUpClass(cls):
        cls.server = Server(is_empty=True)

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()

    def setUp(self):
        self.page = stage().visitor(base_url=self.server.url)

    def tearDown(self):
        self.page.context.close()

    def open_link(self, link: str):
        """Links that people are given name the server as it is reached from outside."""
        parts = urllib.parse.urlsplit(link)
        self.page.goto(f"{parts.path}?{parts.query}")

    def test_1_the_first_firm_is_set_up(self):
        page = self.page
        self.open_link(self.server.set_up)
        looks.look_at(page, "guest-set-up")
        page.get_by_label("Company").fill("First Day Builders")
        page.get_by_label("Your name").fill("Jo Meyer")
        page.get_by_label("Your e-mail address").fill(ADDRESS)
        page.get_by_label("Password").fill("short")
        button(page, "Set up").click()
        expect(page.get_by_role("alert")).to_contain_text("The company was not made")
        looks.look_at(page, "guest-set-up-refused")
        page.get_by_label("Password").fill(PASSWORD)
        button(page, "Set up").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Dashboard")
        looks.look_at(page, "first-day-dashboard")
        for path, name in (("/projects", "projects"), ("/erp/connections", "connections"), ("/erp/budgets", "budgets"),
                           ("/erp/cost-codes", "cost-codes"), ("/erp/log", "log")):
            with self.subTest(path=path):
                page.goto(path)
                looks.look_at(page, f"first-day-{name}")
        page.goto("/erp/connections")
        button(page, "Add a connection").click()
        expect(page.locator("main")).to_contain_text("password")
        looks.look_at(page, "first-day-connection-added")

    def test_2_somebody_is_invited_to_a_second_firm_and_chooses_one(self):
        page = self.page
        self.server.command("company", "add", "Second Firm of the Same Person")
        firm = ("--company", "Second Firm of the Same Person")
        self.server.command("user", "add", ADDRESS, "--name", "Jo Meyer", "--template", "administrator", *firm)
        self.open_link(self.server.command("user", "invite", ADDRESS, *firm)["url"])
        expect(page.get_by_role("heading", level=1)).to_have_text("Welcome, Jo Meyer")
        looks.look_at(page, "guest-invitation")
        page.get_by_label("New password").fill("short")
        button(page, "Set the password").click()
        expect(page.get_by_role("alert")).to_contain_text("The password was not set")
        looks.look_at(page, "guest-invitation-refused")
        page.get_by_label("New password").fill(PASSWORD)
        button(page, "Set the password").click()
        expect(page.get_by_role("status")).to_be_visible()
        looks.look_at(page, "guest-sign-in-after-invitation")

        self.sign_in("not this one at all")
        expect(page.get_by_role("alert")).to_be_visible()
        looks.look_at(page, "guest-sign-in-refused")
        self.sign_in(PASSWORD)
        expect(page.get_by_role("heading", level=1)).to_have_text("Choose a company")
        looks.look_at(page, "guest-sign-in-next")
        button(page, "Second Firm of the Same Person").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Dashboard")

    def test_3_a_link_that_was_used_and_a_page_that_is_not_there(self):
        for path, name in (("/sign-in", "sign-in"), ("/password-link?link=x", "password-link-used"),
                           ("/no-such-page", "no-such-page")):
            with self.subTest(path=path):
                self.page.goto(path)
                looks.look_at(self.page, f"guest-{name}")

    def sign_in(self, password: str):
        self.page.get_by_label("E-mail address").fill(ADDRESS)
        self.page.get_by_label("Password").fill(password)
        button(self.page, "Sign in").click()


if __name__ == "__main__":
    unittest.main()
