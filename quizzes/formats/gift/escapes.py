r"""What a backslash takes the meaning from: \~ \= \# \{ \} \: and \n for a new line."""

import re

SPECIAL = "~=#{}:"
# While a question is taken apart, an escaped character is one that no text holds: a noncharacter of Unicode.
HIDDEN = {f"\\{char}": chr(0xFDD0 + number) for number, char in enumerate(SPECIAL)} | {"\\n": chr(0xFDDF)}
SHOWN = {hidden: "\n" if escaped == "\\n" else escaped[1] for escaped, hidden in HIDDEN.items()}
ESCAPED = re.compile(r"\\[~=#{}:n]")
FOUND = re.compile("[\ufdd0-\ufddf]")


def hide(text):
    """Put a stand-in for each escaped character."""
    return ESCAPED.sub(lambda found: HIDDEN[found[0]], FOUND.sub("", text))


def reveal(text):
    """Put the characters back that `hide` took away."""
    return FOUND.sub(lambda found: SHOWN.get(found[0], ""), text)


def escape(text):
    """Return words as they are written in a GIFT file."""
    return re.sub(r"[~=#{}:]", r"\\\g<0>", text).replace("\n", "\\n")
