"""What the two people do, in the words of the pages."""

import re

from playwright.sync_api import Page, expect

from stage import looks

CUSTOMER = "Harbour Health & Logistics"


def button(page: Page, name: str):
    return page.locator("main").get_by_role("button", name=name, exact=True)


def expect_refused(page: Page, name: str, reason: str):
    """The control is there, cannot be pressed, and says why beside it."""
    control = button(page, name)
    expect(control).to_have_attribute("aria-disabled", "true")
    described = page.locator("#" + control.get_attribute("aria-describedby"))
    expect(described).to_contain_text(reason)


def export_job(approver: Page, project: str):
    approver.goto(f"/erp/jobs/{project}")
    looks.look_at(approver, "erp-jobs-x-ready")
    approver.get_by_label("Customer").fill(CUSTOMER)
    expect(approver.locator("#field-customer-counter")).to_have_text("26 of 41")
    button(approver, "Export").click()
    expect(approver.get_by_role("status")).to_contain_text("Requested.")


def export_cost_codes(approver: Page):
    approver.goto("/erp/cost-codes")
    looks.look_at(approver, "erp-cost-codes-ready")
    for box in approver.locator("main input[type=checkbox]").all():
        box.check()
    approver.get_by_label("Income account").fill("Construction Income")
    approver.get_by_label("Expense account").fill("Job Expenses")
    button(approver, "Export the chosen cost codes").click()
    expect(approver.get_by_role("status")).to_contain_text("Requested.")


def modify(manager: Page, project: str, giver: str, receiver: str, amount: str):
    manager.goto(f"/projects/{project}/new-modification")
    manager.get_by_label("From").fill(giver)
    manager.get_by_label("To").fill(receiver)
    manager.get_by_label("Transfer Amount").fill(amount)
    manager.get_by_label("Notes").fill("A scene of the browser tests")
    button(manager, "Create modification").click()
    expect(manager.get_by_role("status")).to_contain_text("modification")


def send(manager: Page, project: str):
    manager.goto(f"/projects/{project}")
    manager.locator("main").get_by_role("button", name=re.compile("^(Send|Re-send) to ERP$")).click()
    expect(manager.get_by_role("status")).to_contain_text("The budget was sent to ERP Integrations.")


def accept(approver: Page, project: str):
    approver.goto(f"/erp/budgets/{project}")
    looks.look_at(approver, "erp-budgets-x-ready")
    approver.get_by_role("link", name=re.compile("^Accept")).click()
    expect(button(approver, "Export")).to_be_visible()
    looks.look_at(approver, "erp-budgets-x-export")
    for box in approver.locator("main input[type=checkbox]").all():
        box.check()
    button(approver, "Export").click()
    expect(approver.get_by_role("status")).to_contain_text("Accepted.")


def open_and_leave_by_keys(approver: Page, project: str):
    approver.goto(f"/erp/budgets?q={project}")
    approver.keyboard.press("j")
    expect(approver.get_by_role("link", name=f"Details of {project}")).to_be_focused()
    approver.keyboard.press("Enter")
    # The list has the same button.
    expect(approver).to_have_url(re.compile(f"/erp/budgets/{project}[?]"))
    button(approver, "Turn keys off").click()
    approver.keyboard.press("l")
    button(approver, "Turn keys on").click()
    expect(approver).to_have_url(re.compile(f"/erp/budgets/{project}[?]"))
    approver.keyboard.press("l")
    expect(approver).to_have_url(re.compile("/erp/budgets[?]"))


def reject(approver: Page, project: str, comment: str):
    approver.goto(f"/erp/budgets/{project}")
    approver.get_by_role("link", name=re.compile("^Reject")).click()
    looks.look_at(approver, "erp-budgets-x-reject")
    approver.get_by_label(re.compile("omment")).fill(comment)
    button(approver, "Reject").click()
    expect(approver.get_by_role("status")).to_contain_text("Rejected.")


def wait_for(page: Page, path: str, text: str, turns: int = 40):
    """Looks again until the page says so: the emulated Web Connector runs every few seconds."""
    for _ in range(turns):
        page.goto(path)
        if text in page.locator("main").inner_text():
            return
        page.wait_for_timeout(1_500)
    raise AssertionError(f"{path} does not say “{text}”:\n{page.locator('main').inner_text()[:3000]}")


def estimate_in_quickbooks(page: Page, name: str) -> list[str]:
    """The job, its TxnID, lines and total, for each estimate of the job that the emulated QuickBooks holds."""
    page.goto("/demo")
    rows = page.locator("table", has_text="Estimates that QuickBooks holds").locator("tbody tr", has_text=name)
    return [row.locator("td, th").all_inner_texts()[2:4] for row in rows.all()]
