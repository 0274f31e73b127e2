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
            # In the dark a page differs by its colours alone.
            for scheme, rule in (("light", None), ("dark", "color-contrast")):
                page = stage().signed_in(role, color_scheme=scheme)
                for path in visited:
                    with self.subTest(role=role, scheme=scheme, path=path):
                        page.said.clear()
                        page.goto(path)
                        looks.take_picture(page, f"{scheme}/{looks.kind(path)}")
                        self.assertEqual([], looks.violations(page, only=rule))
                        self.assertEqual([], page.said)
                page.context.close()

    def test_no_page_is_wider_than_a_telephone_or_than_large_text(self):
        visited = looks.pages_from(stage().approver())
        for name, width in looks.NARROW.items():
            page = stage().approver(viewport={"width": width, "height": 800}, device_scale_factor=2)
            for path in visited:
                with self.subTest(screen=name, path=path):
                    page.goto(path)
                    looks.take_picture(page, f"{name}/{looks.kind(path)}")
                    self.assertFalse(looks.is_wider_than_screen(page))
            page.context.close()


if __name__ == "__main__":
    unittest.main()
