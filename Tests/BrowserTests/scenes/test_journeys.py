"""The two journeys, and what goes wrong on them, as the two people live them."""

import unittest

from playwright.sync_api import expect

from stage import looks
from stage.acts import (
    accept, button, estimate_in_quickbooks, expect_refused, export_cost_codes, export_job, modify,
    open_and_leave_by_keys, reject, send, wait_for)
from stage.stage import stage

SYNCED = "QuickBooks holds exactly what was accepted"


class JourneysTest(unittest.TestCase):
    """In the order of their names: the second begins where the first ends."""

    @classmethod
    def setUpClass(cls):
        cls.manager = stage().manager()
        cls.approver = stage().approver()

    def test_1_an_original_budget_is_rejected_then_accepted_and_read_back(self):
        manager, approver = self.manager, self.approver
        manager.goto("/projects/1003")
        button(manager, "Lock Budget").click()
        expect_refused(manager, "Send to ERP", "is not synced with a QuickBooks job")
        expect_refused(manager, "Send to ERP", "14-200")

        export_job(approver, "1003")
        export_cost_codes(approver)
        wait_for(approver, "/erp/jobs/1003", "In QuickBooks and active.")
        looks.look_at(approver, "erp-jobs-x-synced")
        # Not ready any more is only asked for; nothing asked for any more is done.
        wait_for(approver, "/erp/cost-codes", "Requested 0")
        manager.goto("/projects/1003")
        button(manager, "Send to ERP").click()
        expect(manager.get_by_role("status")).to_contain_text("The budget was sent to ERP Integrations.")
        open_and_leave_by_keys(approver, "1003")
        reject(approver, "1003", "The elevator has a second stop: please add it.")

        wait_for(manager, "/projects/1003", "The elevator has a second stop: please add it.")
        button(manager, "Lock Budget").click()
        send(manager, "1003")
        stage().press(approver, "Switch the Web Connector off")
        accept(approver, "1003")
        manager.goto("/projects/1003")
        for act in ("Unlock Budget", "Re-send to ERP", "Create Budget Modification"):
            expect_refused(manager, act, "being exported to QuickBooks")
        stage().press(approver, "Switch the Web Connector on")

        wait_for(manager, "/projects/1003", SYNCED)
        self.assertEqual([["13", "1,142,229.75"]], estimate_in_quickbooks(approver, "Riverside School"))
        expect(manager.get_by_role("link", name="Unlock Budget")).to_be_visible()

    def test_2_a_modification_is_sent_accepted_and_read_back_as_an_update_of_the_same_estimate(self):
        manager, approver = self.manager, self.approver
        modify(manager, "1001", "03-100.L", "03-200.M", "1,234.56")
        send(manager, "1001")
        accept(approver, "1001")

        wait_for(manager, "/projects/1001", SYNCED)
        self.assertEqual([["130", "7,758,174.43"]], estimate_in_quickbooks(approver, "Harbour Street Clinic"))

    def test_3_an_answer_that_is_lost_makes_no_second_estimate_line(self):
        manager, approver = self.manager, self.approver
        modify(manager, "1002", "01-01-005.L", "01-01-010.L", "1.01")
        stage().press(approver, "Lose the next answer")
        send(manager, "1002")
        accept(approver, "1002")

        wait_for(manager, "/projects/1002", SYNCED)
        self.assertEqual([["133", "8,484,617.05"]], estimate_in_quickbooks(approver, "Mill Road Warehouse"))

    def test_4_an_estimate_that_a_bookkeeper_deletes_is_noticed_and_written_again_once(self):
        manager, approver = self.manager, self.approver
        approver.goto("/demo")
        approver.locator("tr", has_text="Riverside School").get_by_role("button", name="Delete the estimate").click()
        approver.locator("tr", has_text="Mill Road Warehouse").get_by_role("button", name="Add 1,250.00").click()
        expect(approver.get_by_role("status")).to_contain_text("a reading of job costs is asked for")
        expect(approver.get_by_role("link", name="Compare 1003")).to_be_visible()
        looks.look_at(approver, "demo-where-to-watch")
        wait_for(approver, "/erp/budgets/1003", "Compare and decide")
        manager.goto("/projects/1003")
        expect_refused(manager, "Unlock Budget", "QuickBooks")
        approver.goto("/erp/budgets/1003/compare")
        expect(approver.locator("main")).to_contain_text("it was deleted there")
        looks.look_at(approver, "erp-budgets-x-compare")
        button(approver, "Write again").click()
        wait_for(manager, "/projects/1003", SYNCED)
        self.assertEqual([["13", "1,142,229.75"]], estimate_in_quickbooks(approver, "Riverside School"))

    def test_5_an_amount_that_a_bookkeeper_changes_is_compared_and_kept(self):
        manager, approver = self.manager, self.approver
        wait_for(approver, "/erp/budgets/1002", "Compare and decide")
        approver.get_by_role("link", name="Compare and decide").click()
        lines = approver.get_by_role("table", name="Line by line")
        expect(lines.get_by_role("row", name="01-01-005.L")).to_contain_text("60,067.2561,317.25")
        looks.look_at(approver, "erp-budgets-x-compare-lines")
        button(approver, "Keep").click()
        expect(approver.get_by_role("status")).to_be_visible()
        wait_for(manager, "/projects/1002", SYNCED)

    def test_6_nobody_accepts_without_the_privilege(self):
        manager = self.manager
        for path in ("/erp/budgets/1001", "/erp/budgets/1001/export", "/erp/budgets/1001/compare"):
            answer = manager.goto(path)
            self.assertEqual(403, answer.status)
            expect(manager.get_by_role("alert")).to_contain_text(
                "Pat Lindqvist may not view the lists of ERP Integrations: that needs ERP Integrations Standard or "
                "higher. Ask someone with Directory Admin to change your permissions.")

    def test_7_a_job_that_quickbooks_has_becomes_a_project(self):
        approver = self.approver
        approver.goto("/erp/jobs?filter=import")
        button(approver, "Read from QuickBooks").click()
        expect(approver.get_by_role("status")).to_contain_text("Requested.")
        wait_for(approver, "/erp/jobs?filter=import", "Old Mill Warehouse")
        approver.get_by_role("link", name="Open Harbour Health & Logistics:Old Mill Warehouse").click()
        approver.get_by_label("Project number").fill("1004")
        button(approver, "Add").click()
        expect(approver.get_by_role("status")).to_contain_text("The project is there, with an empty budget.")
        wait_for(approver, "/erp/jobs/1004", "In QuickBooks and active.")


if __name__ == "__main__":
    unittest.main()
