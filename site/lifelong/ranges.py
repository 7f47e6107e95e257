"""Sending a part of a file, as a player asks for when somebody seeks in a video (RFC 9110, section 14)."""

import re
from http import HTTPStatus

from django.http import HttpResponse, StreamingHttpResponse

CHUNK = 64 * 1024


class Unsatisfiable(Exception):
    """The part that was asked for lies outside the file."""


def with_range(request, response):
    """Return `response` (a FileResponse of a whole file), or the one part of it that the request asks for.

    Several parts at once are not answered: a server may send the whole instead, and no player minds.
    """
    if response.status_code != HTTPStatus.OK:
        return response
    response["Accept-Ranges"] = "bytes"
    size = int(response["Content-Length"])
    try:
        wanted = wanted_range(request.headers.get("Range", ""), size)
    except Unsatisfiable:
        return _unsatisfiable(response, size) if _applies(request, response) else response
    return _part(response, *wanted, size) if wanted and _applies(request, response) else response


def wanted_range(header, size):
    """Return (first, last) of the bytes asked for, or None where the whole file will do.

    Raises Unsatisfiable for what begins beyond the end.
    """
    asked = re.fullmatch(r"bytes=(\d{0,18})-(\d{0,18})", header.strip())
    if not asked or not any(asked.groups()):
        return None
    first, last = asked.groups()
    if not first:  # "the last so many bytes"
        if not int(last) or not size:
            raise Unsatisfiable
        return max(size - int(last), 0), size - 1
    if last and int(last) < int(first):
        return None
    if int(first) >= size:
        raise Unsatisfiable
    return int(first), min(int(last or size), size - 1)


def _applies(request, response):
    """Say whether a Range counts: only for GET, and only while the file is still the one it began with."""
    began_with = request.headers.get("If-Range")
    return request.method == "GET" and (began_with is None or began_with == response.get("Last-Modified"))


def _part(response, first, last, size):
    file = response.file_to_stream
    part = StreamingHttpResponse(_chunks(file, first, last - first + 1), status=HTTPStatus.PARTIAL_CONTENT)
    for name in ("Content-Type", "Last-Modified", "Accept-Ranges"):
        if name in response:
            part[name] = response[name]
    part._resource_closers.append(file.close)  # also where nobody reads the first chunk
    part["Content-Length"] = last - first + 1
    part["Content-Range"] = f"bytes {first}-{last}/{size}"
    return part


def _chunks(file, first, length):
    with file:
        file.seek(first)
        while length > 0 and (chunk := file.read(min(CHUNK, length))):
            length -= len(chunk)
            yield chunk


def _unsatisfiable(response, size):
    response.file_to_stream.close()
    refused = HttpResponse(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
    refused["Content-Range"] = f"bytes */{size}"
    return refused
