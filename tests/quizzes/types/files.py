"""Files as people and their enemies send them."""

import io
import struct
import zipfile
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

WORD = "word/document.xml"


def upload(name, content, content_type="application/octet-stream"):
    return SimpleUploadedFile(name, content, content_type)


def photo(kind="JPEG", size=(40, 30), **more):
    written = io.BytesIO()
    Image.new(more.pop("mode", "RGB"), size, more.pop("color", "teal")).save(written, kind, **more)
    return written.getvalue()


def photo_with_place(comment=b"Abai 5, flat 7"):
    """A photo that says where it was taken and is to be turned upright."""
    exif = Image.Exif()
    exif[0x0112] = 6  # lay the camera on its side
    exif[0x010E] = comment.decode()
    exif.get_ifd(0x8825)[1] = "N"
    return photo(size=(40, 20), exif=exif, comment=comment)


def archive(parts, compression=zipfile.ZIP_DEFLATED):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", compression) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return written.getvalue()


def docx(**more):
    return archive({"[Content_Types].xml": "<Types/>", WORD: "<w:document/>"} | more)


def odt(kind="application/vnd.oasis.opendocument.text"):
    return archive({"mimetype": kind, "content.xml": "<office/>"}, zipfile.ZIP_STORED)


def huge_picture(width=60_000, height=60_000):
    """A PNG of a few bytes that would be opened as gigabytes."""

    def chunk(name, content):
        body = name + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(100_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
