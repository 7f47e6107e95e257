"""The marking queue: what waits for a person's mark, in Wagtail's admin, one answer a screen."""
