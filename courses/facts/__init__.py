"""The facts that a course relies on: who says them, who uses them, and when they are to be checked again."""
