"""What a handed in file is called. The name that came is a stranger's; the ending is ours."""

import re
import unicodedata

LONGEST = 80
# Control characters, those that turn the direction of writing round, and what some systems take for a path.
UNFIT = re.compile(r'[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff<>:"|?*]')
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)  # Windows keeps these for itself


def name_sent(sent, instead):
    """Return the name that was sent, without a path and on one line; `instead` where nothing of it is left."""
    name = unicodedata.normalize("NFC", sent.replace("\\", "/").rpartition("/")[2])
    return re.sub(r"\s+", " ", UNFIT.sub("", name)).strip(" .")[-2 * LONGEST :] or instead


def safe_name(sent, ending, instead):
    """Return a name to show and to save under: letters of any language, one line, ending as the bytes are."""
    name = name_sent(sent, instead)
    stem = name.rpartition(".")[0] or name
    stem = stem.removesuffix(ending).strip(" .")[:LONGEST].strip(" .")
    if not stem or RESERVED.fullmatch(stem.partition(".")[0]):
        stem = f"{instead} {stem}".strip()
    return stem + ending
