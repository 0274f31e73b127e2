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
    """In the order of their names; each begins and ends with a server that answers."""

    @classmethod
    def setUpClass(cls):
        cls.server = Server()
        cls.page = stage().manager(base_url=cls.server.url)

    @classmethod
    def tearDownClass(cls):
        cls.page.context.close()
        cls.server.stop()

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
        expect(page.locator(".grid-status")).to_contain_text("Saving…")
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

    def test_3_a_page_that_follows_an_export_goes_on_where_it_was(self):
        approver = stage().sign_ins["Accounting approver"]["email"]
        manager = stage().sign_ins["Project manager"]["email"]
        self.server.command("budget", "modify", "1001", "--from", "03-100.L", "--to", "03-200.M",
                            "--amount", "1.00", "--as", manager)
        self.server.command("budget", "send", "1001", "--as", manager)
        page = stage().manager(base_url=self.server.url)
        page.clock.install()
        page.goto("/projects/1001/erp")
        status = page.get_by_role("region", name="ERP status")
        expect(status).to_contain_text("It waits for an accounting approver.")

        self.server.stop()
        with page.expect_event("requestfailed", lambda request: "/erp/progress" in request.url):
            page.clock.fast_forward("01:00")
        expect(status).to_contain_text("It waits for an accounting approver.")
        self.server.start()
        self.server.command("erp", "accept", "1001", "--yes", "--as", approver)
        page.clock.fast_forward("01:00")

        expect(status).to_contain_text("Accepted by Ada Okafor, and queued")
        page.context.close()


if __name__ == "__main__":
    unittest.main()
