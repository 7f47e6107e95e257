"""Documents: which of the known kinds the bytes are. What is in them is for whoever opens them, never for a browser."""

import zipfile

# Word, Excel and PowerPoint name their main part; LibreOffice says what it is in a file `mimetype`.
OFFICE = {
    "word/document.xml": (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xl/workbook.xml": (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "ppt/presentation.xml": (
        ".pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
}
OPEN_DOCUMENT = {
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/vnd.oasis.opendocument.presentation": ".odp",
}
MOST_PARTS = 2000
MOST_UNPACKED = 200 * 1024 * 1024
MOST_RATIO = 100
TEXT = (".txt", "text/plain; charset=utf-8")


def office_kind(file):
    """Return (ending, content type) of an office document, or None for anything else, also one with macros.

    Nothing is unpacked but the few bytes of `mimetype`; an archive that would unpack to a flood is refused by its list.
    """
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if not _is_sound(parts) or any(_is_macro(name) for name in names):
                return None
            if "mimetype" in names:
                with archive.open("mimetype") as told:
                    kind = told.read(100).decode("ascii", "replace").strip()
                return (OPEN_DOCUMENT[kind], kind) if kind in OPEN_DOCUMENT else None
            return next((OFFICE[name] for name in OFFICE if name in names), None)
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        return None


def _is_sound(parts):
    unpacked, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    return len(parts) <= MOST_PARTS and unpacked <= MOST_UNPACKED and unpacked <= MOST_RATIO * max(packed, 1)


def _is_macro(name):
    return "vbaproject" in name.lower() or name.lower().startswith(("basic/", "scripts/"))


def plain_text(content):
    """Return a text of any of the usual encodings as UTF-8 bytes, or None for what is no text."""
    for mark, encoding in (
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
        (b"", "utf-8-sig"),
        (b"", "cp1251"),
    ):
        if content.startswith(mark):
            try:
                text = content.decode(encoding)
            except UnicodeDecodeError:
                continue
            return text.encode() if text.strip() and not _is_binary(text) else None
    return None


def _is_binary(text):
    return any(character < " " and character not in "\t\r\n\f" for character in text)
