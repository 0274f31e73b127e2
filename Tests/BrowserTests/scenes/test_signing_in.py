"""Signing in with a second factor, in a real browser."""

import base64
import hashlib
import hmac
import re
import struct
import time
import unittest

from playwright.sync_api import expect

from stage import looks
from stage.stage import stage


def code_at(secret: str, moment: float) -> str:
    """RFC 6238 with SHA-1, six digits, thirty seconds."""
    key = base64.b32decode(secret.replace(" ", "") + "=" * (-len(secret.replace(" ", "")) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(moment) // 30), hashlib.sha1)
    offset = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[offset:offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


class SigningInTest(unittest.TestCase):
    def test_a_wrong_password_says_no_more_than_that(self):
        page = stage().visitor()
        page.goto("/sign-in")
        page.get_by_label("E-mail address").fill("pat@harbour.example")
        page.get_by_label("Password").fill("not this one at all")
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_be_visible()
        self.assertTrue(page.url.endswith("/sign-in"))

    def test_a_second_factor_is_set_up_asked_for_and_replaced_by_a_recovery_code(self):
        who = stage().sign_ins["Project manager"]
        page = stage().manager()
        page.goto("/account/second-factor")
        key = re.sub(r"\s", "", page.locator("main code").first.inner_text())
        page.get_by_role("textbox", name="Code").fill(code_at(key, time.time()))
        page.get_by_label("Your password").fill(who["password"])
        page.get_by_role("button", name="Turn it on").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("The second factor is on")
        looks.look_at(page, "second-factor-codes")
        recovery = page.locator("main li code").first.inner_text()

        other = stage().visitor()
        self.give_password(other, who)
        other.get_by_role("textbox", name="Code").fill("000000")
        other.get_by_role("button", name="Sign in").click()
        expect(other.get_by_role("alert")).to_contain_text("You are not signed in")
        looks.look_at(other, "guest-second-factor-refused")
        # A code signs in once, so that nobody uses one that was looked at: this is the next one.
        other.get_by_role("textbox", name="Code").fill(code_at(key, time.time() + 30))
        other.get_by_role("button", name="Sign in").click()
        expect(other.get_by_role("heading", level=1)).to_have_text("Dashboard")

        third = stage().visitor()
        self.give_password(third, who)
        third.get_by_role("textbox", name="Code").fill(recovery)
        third.get_by_role("button", name="Sign in").click()
        expect(third.get_by_role("heading", level=1)).to_have_text("Dashboard")

        third.goto("/account/second-factor/off")
        looks.look_at(third, "second-factor-off")
        third.get_by_role("textbox", name="Code").fill(page.locator("main li code").nth(1).inner_text())
        third.get_by_label("Your password").fill(who["password"])
        third.get_by_role("button", name="Turn it off").click()
        expect(third.get_by_role("status")).to_contain_text("The second factor is off.")

    def give_password(self, page, who):
        page.goto("/sign-in")
        page.get_by_label("E-mail address").fill(who["email"])
        page.get_by_label("Password").fill(who["password"])
        page.get_by_role("button", name="Sign in").click()


if __name__ == "__main__":
    unittest.main()
