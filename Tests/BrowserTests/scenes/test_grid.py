"""The budget in its grid, as somebody who comes from a spreadsheet works in it."""

import re
import unittest

from playwright.sync_api import expect

from stage import looks
from stage.acts import expect_refused
from stage.stage import stage

PAGE = "/projects/1003/budget?sort=code"
LONG = "/projects/1001/budget"
# The budget's lines in their order, and then the row to begin a new one in, where one may be added.
LINES = """
async (address) => {
    const { lines, acts } = await (await fetch(address)).json();
    return acts.addLineItem.length === 0 ? [...lines.code, "+ New line"] : lines.code;
}
"""
# Each row that stands in the page: the number that it has, the code that it shows, and where it is in the whole.
ROWS = """
() => [...document.querySelectorAll(".tabulator-table .tabulator-row")].map((row) => [
    row.ariaRowIndex - 2, row.querySelector("[tabulator-field=code]").lastChild.textContent,
    Math.round(row.offsetTop / row.offsetHeight),
])
"""


class GridTest(unittest.TestCase):
    """In the order of their names, on the budget that the demo leaves open. Each leaves it as it was."""

    @classmethod
    def setUpClass(cls):
        cls.page = stage().manager()
        cls.page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    def setUp(self):
        self.open(self.page)

    def open(self, page, path=PAGE):
        page.goto(path)
        expect(page.locator("#budget[data-grid=ready]")).to_be_visible()

    def cell(self, row: int, key: str, page=None):
        return (page or self.page).locator(f"#budget-cell-{row}-{key}")

    def type_into(self, row: int, key: str, text: str):
        self.cell(row, key).click()
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")

    def paste(self, row: int, key: str, text: str):
        """Returns the window that tells of it."""
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.cell(row, key).click()
        self.page.keyboard.press("Control+v")
        return self.page.get_by_role("dialog")

    def undo(self):
        self.page.keyboard.press("Control+z")

    def test_1_a_sum_that_is_typed_is_worked_out_and_undone_after_the_page_was_closed(self):
        self.type_into(1, "amount", "=1200*1.08")
        expect(self.cell(1, "amount")).to_have_text("1,296.00")
        expect_refused(self.page, "Redo", "Nothing to redo.")

        self.open(self.page)
        expect(self.cell(1, "amount")).to_have_text("1,296.00")
        self.cell(1, "amount").click()
        self.undo()
        expect(self.cell(1, "amount")).to_have_text("14,250.00")

    def test_2_what_is_no_figure_stays_with_its_reason_until_it_is_dropped(self):
        self.type_into(1, "amount", "rubbish")
        self.page.keyboard.press("ArrowUp")
        expect(self.page.locator(".grid-note")).to_contain_text("rubbish")
        looks.look_at(self.page, "grid-refused")

        self.page.get_by_role("button", name="Drop it").click()
        expect(self.cell(1, "amount")).to_have_text("14,250.00")

    def test_3_a_paste_from_a_spreadsheet_is_reported_before_it_is_saved(self):
        report = self.paste(0, "description", "Description\tUnit Qty\r\nPasted\t12\r\nAnother\tx\r\n")
        expect(report).to_contain_text("Pasted")
        expect(report).to_contain_text("“x”")
        expect(self.cell(0, "description")).to_have_text("Site manager")
        looks.look_at(self.page, "grid-paste-report")

        report.get_by_role("button", name=re.compile("^Save the .* accepted")).click()
        expect(self.cell(0, "description")).to_have_text("Pasted")
        expect(self.cell(0, "amount")).to_have_text("1,060.80")
        self.undo()
        expect(self.cell(0, "description")).to_have_text("Site manager")
        expect(self.cell(0, "amount")).to_have_text("91,936.00")

    def test_4_whoever_saves_second_sees_the_other_value_and_chooses(self):
        other = self.page.context.new_page()
        self.open(other)
        self.page.bring_to_front()
        self.cell(1, "amount").click()
        self.page.keyboard.type("111")
        self.cell(1, "amount", other).click()
        other.keyboard.type("222")
        other.keyboard.press("Enter")
        expect(self.cell(1, "amount", other)).to_have_text("222.00")

        self.page.bring_to_front()
        self.page.keyboard.press("Enter")
        self.cell(1, "amount").click()
        expect(self.page.locator(".grid-note")).to_contain_text("222.00")
        looks.look_at(self.page, "grid-conflict")
        self.page.get_by_role("button", name="Save mine").click()
        expect(self.cell(1, "amount")).to_have_text("111.00")
        self.undo()
        expect(self.cell(1, "amount")).to_have_text("222.00")
        self.undo()
        expect(self.cell(1, "amount")).to_have_text("14,250.00")
        other.close()

    def test_5_an_edit_survives_the_end_of_the_session(self):
        other = self.page.context.new_page()
        other.goto("/")
        other.get_by_role("button", name="Sign out").click()
        expect(other.get_by_role("heading", level=1)).to_have_text("Sign in")
        other.close()
        self.page.bring_to_front()
        self.type_into(1, "amount", "55.55")
        expect(self.page.get_by_role("alert")).to_contain_text("Your session has ended")
        looks.look_at(self.page, "grid-session-ended")
        self.page.locator(".grid .notice a").first.click()
        who = stage().sign_ins["Project manager"]
        self.page.get_by_label("E-mail address").fill(who["email"])
        self.page.get_by_label("Password").fill(who["password"])
        self.page.get_by_role("button", name="Sign in").click()

        expect(self.page).to_have_url(re.compile(r"/budget\?sort=code$"))
        self.page.get_by_role("button", name="Save them now").click()
        expect(self.cell(1, "amount")).to_have_text("55.55")
        self.cell(1, "amount").click()
        self.undo()
        expect(self.cell(1, "amount")).to_have_text("14,250.00")

    def test_6_a_row_that_stands_for_another_line_shows_that_one(self):
        self.open(self.page, LONG)
        lines = self.page.evaluate(LINES, f"{LONG}/lines.json")
        self.page.locator("#budget .grid-table").focus()
        for key in ["Control+End", "PageUp", "ArrowUp", "Control+Home", "PageDown", "PageDown", "PageUp"]:
            self.page.keyboard.press(key)
            expect(self.page.locator(".tabulator-cell[data-is~=active]")).to_be_in_viewport()

            rows = self.page.evaluate(ROWS)
            self.assertLess(len(rows), len(lines), key)
            first = rows[0][0]
            expected = [[number, lines[number], number] for number in range(first, first + len(rows))]
            self.assertEqual(expected, rows, key)

    def test_7_the_drawer_shows_the_whole_line_and_what_was_done_to_it(self):
        self.type_into(1, "amount", "1,111.00")
        expect(self.cell(1, "amount")).to_have_text("1,111.00")
        self.cell(1, "description").click()
        self.page.keyboard.press("Alt+Enter")

        drawer = self.page.get_by_role("complementary", name="Line ")
        first = drawer.get_by_role("heading", level=2).inner_text()
        expect(drawer).to_contain_text("Original Budget Amount1,111.00")
        expect(drawer.locator("li").first).to_contain_text("original amount changed")
        expect(drawer.locator("li").first).to_contain_text("1,111.00")
        looks.look_at(self.page, "grid-drawer")

        self.cell(2, "description").click()
        expect(drawer.get_by_role("heading", level=2)).not_to_have_text(first)
        self.page.keyboard.press("ArrowUp")
        expect(drawer.get_by_role("heading", level=2)).to_have_text(first)
        drawer.get_by_role("link", name="The line's own page").click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text(first)
        self.open(self.page)
        self.cell(1, "amount").click()
        self.undo()
        expect(self.cell(1, "amount")).to_have_text("14,250.00")

    def test_8_a_paste_that_is_too_long_is_refused_in_sight_and_long_texts_are_cut(self):
        told = self.paste(0, "description", "Pasted\r\n" * 5_001)
        expect(told).to_contain_text("5,001 rows cannot be pasted at once; 5,000 can.")
        looks.look_at(self.page, "grid-paste-too-long")
        told.get_by_role("button", name="Close").click()
        expect(self.page.locator("#budget .grid-table")).to_be_focused()

        told = self.paste(1, "amount", "x" * 300)
        expect(told).to_contain_text("x" * 200 + "…")
        expect(told).not_to_contain_text("x" * 201)
        told.get_by_role("button", name="Close").click()
        expect(self.cell(1, "amount")).to_have_text("14,250.00")

    def test_9_what_was_typed_into_a_line_that_is_gone_can_be_copied_but_not_saved(self):
        other = self.page.context.new_page()
        self.open(other)
        self.page.bring_to_front()
        # The page hears of the deletion by its own edit alone.
        self.page.route("**/lines.json*", lambda route: route.fulfill(status=204))
        self.cell(1, "amount").click()
        self.page.keyboard.type("77.77")
        self.cell(1, "amount", other).click()
        other.get_by_role("button", name="Delete lines").click()
        other.get_by_role("dialog").get_by_role("button", name="Delete 1 line").click()
        expect(self.cell(1, "amount", other)).not_to_have_text("14,250.00")
        self.page.bring_to_front()
        self.page.keyboard.press("Enter")
        expect(self.page.locator(".grid-status")).to_contain_text("Not saved")
        self.page.unroute("**/lines.json*")

        self.open(self.page)
        notice = self.page.get_by_role("status").filter(has_text="Edits of lines that are no longer on the budget")
        expect(notice).to_contain_text("77.77")
        expect(self.page.get_by_role("button", name="Save them now")).to_have_count(0)
        looks.look_at(self.page, "grid-edits-of-a-line-that-is-gone")
        notice.get_by_role("button", name="Throw them away").click()
        self.open(self.page)
        expect(notice).to_have_count(0)

        other.bring_to_front()
        self.cell(1, "amount", other).click()
        other.keyboard.press("Control+z")
        expect(self.cell(1, "amount", other)).to_have_text("14,250.00")
        other.close()

    def test_a_the_sum_of_what_is_chosen_keeps_the_columns_of_money_apart(self):
        self.cell(0, "amount").click()
        self.cell(2, "revised").click(modifiers=["Shift"])
        expect(self.page.locator(".grid-summary")).to_have_text(
            "3 lines · Original Budget Amount 119,361.00 · Budget Modifications 0.00 · Revised Budget 119,361.00 USD")

    def test_b_an_amount_that_clears_what_it_was_worked_out_from_says_so(self):
        self.type_into(0, "amount", "1234")
        expect(self.page.locator(".grid-summary")).to_have_text(
            "Quantity, UOM and unit cost were cleared, since the amount was typed: Undo brings them back.")
        expect(self.cell(0, "quantity")).to_have_text("")
        self.undo()
        expect(self.cell(0, "quantity")).to_have_text("1,040")


if __name__ == "__main__":
    unittest.main()
