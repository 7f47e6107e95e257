"""The teacher's desk in Wagtail's admin: classes, people, secrets, cards; places and lab computers beside it."""
