"""Every page, as both people see it: what axe finds, narrow screens, large text, and pictures to look at."""

import unittest

from stage import looks
from stage.stage import stage


class PagesTest(unittest.TestCase):
    def test_no_page_has_a_serious_violation_in_light_or_dark(self):
        seen = set()
        for role in ("Accounting approver", "Project manager"):
            visited = [path for path in looks.pages_from(stage().signed_in(role)) if looks.kind(path) not in seen]
            seen.update(map(looks.kind, visited))
            for scheme in ("light", "dark"):
                page = stage().signed_in(role, color_scheme=scheme)
                for path in visited:
                    with self.subTest(role=role, scheme=scheme, path=path):
                        page.said.clear()
                        page.goto(path)
                        looks.take_picture(page, f"{scheme}/{looks.kind(path)}")
                        self.assertEqual([], looks.violations(page))
                        self.assertEqual([], page.said)
                page.context.close()

    def test_no_page_is_wider_than_a_telephone_or_than_large_text(self):
        visited = looks.pages_from(stage().approver())
        # Text of twice the size on 1280 pixels is a page of 640.
        for name, width in (("telephone", 360), ("large-text", 640)):
            page = stage().approver(viewport={"width": width, "height": 800}, device_scale_factor=2)
            for path in visited:
                with self.subTest(screen=name, path=path):
                    page.goto(path)
                    looks.take_picture(page, f"{name}/{looks.kind(path)}")
                    self.assertFalse(looks.is_wider_than_screen(page))
            page.context.close()

    def test_pages_before_signing_in(self):
        for scheme in ("light", "dark"):
            page = stage().visitor(color_scheme=scheme)
            for path in ("/sign-in", "/no-such-page", "/password-link?token=x"):
                with self.subTest(scheme=scheme, path=path):
                    page.goto(path)
                    looks.take_picture(page, f"{scheme}/guest-{looks.kind(path)}")
                    self.assertEqual([], looks.violations(page))


if __name__ == "__main__":
    unittest.main()
