"""Signing in with a second factor, in a real browser."""

import base64
import hashlib
import hmac
import re
import struct
import time
import unittest

from playwright.sync_api import expect

from stage.stage import close, stage


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


def tearDownModule():
    close()


if __name__ == "__main__":
    unittest.main()
