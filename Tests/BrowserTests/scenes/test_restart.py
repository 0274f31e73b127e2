"""The server is stopped and started again under pages that stand open."""

import unittest

from playwright.sync_api import expect

from stage import looks
from stage.server import Server
from stage.stage import stage

BUDGET = "/projects/1003/budget?sort=code"
AMOUNT = "#budget-cell-1-amount"
BEFORE = "14,250.00"


class RestartTest(unittest.TestCase):
    """In the order of their names, each with what the one before left stored."""

    @classmethod
    def setUpClass(cls):
        cls.server = Server()
        cls.page = stage().manager(base_url=cls.server.url)

    @classmethod
    def tearDownClass(cls):
        cls.page.context.close()
        cls.server.stop()

    def tearDown(self):
        if not self.server.is_running:
            self.server.start()

    def open_budget(self):
        self.page.goto(BUDGET)
        expect(self.page.locator("#budget[data-grid=ready]")).to_be_visible()

    def type_amount(self, text: str):
        self.page.locator(AMOUNT).click()
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")

    def test_1_an_edit_that_is_typed_meanwhile_is_stored_as_soon_as_the_server_is_back(self):
        page = self.page
        self.open_budget()
        expect(page.locator(AMOUNT)).to_have_text(BEFORE)
        self.server.stop()
        self.type_amount("123.45")

        gone = page.get_by_role("alert").filter(has_text="Plumbline does not answer")
        expect(gone).to_contain_text("Nothing is lost: 1 line with edits on the way, kept in this browser.")
        expect(gone).to_contain_text("Trying again in")
        expect(page.locator(AMOUNT)).to_contain_text("123.45")
        expect(page.locator(".grid-status")).to_contain_text("Not saved yet")
        looks.look_at(page, "grid-server-gone")

        self.server.start()
        # Nobody presses anything.
        expect(page.locator(".grid-status")).to_contain_text("All saved")
        expect(gone).to_be_hidden()
        expect(page.locator(AMOUNT)).to_have_text("123.45")
        self.open_budget()
        expect(page.locator(AMOUNT)).to_have_text("123.45")

    def test_2_an_edit_of_a_page_that_is_closed_meanwhile_is_offered_again(self):
        page = self.page
        self.open_budget()
        self.server.stop()
        self.type_amount("678.90")
        expect(page.get_by_role("alert")).to_contain_text("Plumbline does not answer")
        page.goto("about:blank")
        self.server.start()

        self.open_budget()
        expect(page.get_by_role("status").filter(has_text="Edits of yours were not saved")).to_contain_text("678.90")
        looks.look_at(page, "grid-edits-kept")
        page.get_by_role("button", name="Save them now").click()
        expect(page.locator(".grid-status")).to_contain_text("All saved")
        expect(page.locator(AMOUNT)).to_have_text("678.90")

    def test_3_a_page_on_which_nobody_types_says_so_too(self):
        page = stage().manager(base_url=self.server.url)
        page.clock.install()
        page.goto(BUDGET)
        expect(page.locator("#budget[data-grid=ready]")).to_be_visible()
        self.server.stop()
        page.clock.fast_forward("00:20")
        gone = page.get_by_role("alert").filter(has_text="Plumbline does not answer")
        expect(gone).to_contain_text("Nothing is lost: all your edits are saved.")

        self.server.start()
        page.get_by_role("button", name="Try now").click()
        expect(gone).to_be_hidden()
        page.context.close()

    def test_4_a_page_that_follows_an_export_says_so_and_goes_on(self):
        approver = stage().sign_ins["Accounting approver"]["email"]
        page, status = self.followed_export()

        self.server.stop()
        page.clock.fast_forward("01:00")
        gone = page.locator("main").filter(has_text="Plumbline does not answer")
        expect(gone).to_contain_text("What stands here may be out of date")
        expect(status).to_contain_text("It waits for an accounting approver.")
        looks.look_at(page, "erp-status-server-gone")

        self.server.start()
        page.clock.fast_forward("01:00")
        expect(gone).to_have_count(0)
        self.server.command("erp", "accept", "1001", "--yes", "--as", approver)
        page.clock.fast_forward("01:00")
        expect(status).to_contain_text("Accepted by Ada Okafor, and queued")
        page.context.close()

    def test_5_what_a_proxy_says_for_a_server_that_is_gone_takes_the_place_of_nothing(self):
        page, status = self.followed_export()
        page.route("**/erp/progress*", lambda route: route.fulfill(status=502, body="<h1>Bad gateway</h1>"))
        page.clock.fast_forward("01:00")
        expect(page.locator("main")).to_contain_text("Plumbline does not answer")
        expect(status).to_be_visible()

        page.unroute("**/erp/progress*")
        page.clock.fast_forward("01:00")
        expect(page.locator("main")).not_to_contain_text("Plumbline does not answer")
        page.context.close()

    def followed_export(self):
        """The page of an export that is open, whose clock the scene moves."""
        manager = stage().sign_ins["Project manager"]["email"]
        page = stage().manager(base_url=self.server.url)
        page.clock.install()
        page.goto("/projects/1001/erp")
        status = page.get_by_role("region", name="ERP status")
        if "QuickBooks holds exactly what was accepted" in status.inner_text():
            self.server.command("budget", "modify", "1001", "--from", "03-100.L", "--to", "03-200.M",
                                "--amount", "1.00", "--as", manager)
            self.server.command("budget", "send", "1001", "--as", manager)
            page.reload()
        return page, status


if __name__ == "__main__":
    unittest.main()
