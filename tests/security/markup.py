"""What a browser would run, embed or fetch in a page."""

from bs4 import BeautifulSoup

EMBEDDING = (
    "iframe",
    "frame",
    "object",
    "embed",
    "applet",
    "svg",
    "math",
    "style",
    "base",
    "template",
    "portal",
)
ADDRESSES = (
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "srcdoc",
    "xlink:href",
    "background",
    "ping",
)
OWN = ("/", "#", "?")


def dangers(html):
    """Return what a learner's page may not hold: anything inline, embedded, or from another host."""
    return [found for tag in BeautifulSoup(html, "html.parser").find_all(True) for found in _dangers_of(tag)]


def _dangers_of(tag):
    if tag.name in EMBEDDING or (tag.name == "meta" and tag.has_attr("http-equiv")):
        yield f"<{tag.name}>"
    if tag.name == "script" and (tag.get_text(strip=True) or not tag.get("src")):
        yield f"inline script: {tag}"
    for name, value in tag.attrs.items():
        if name.startswith("on") or name == "style":
            yield f"{name}={value!r} on <{tag.name}>"
        if name in ADDRESSES and not is_own(value):
            yield f"{name}={value!r} on <{tag.name}>"


def is_own(address):
    """Tell whether an address stays on this host; an empty one is the page itself."""
    return not address or (address.startswith(OWN) and not address.startswith(("//", "/\\")))


def runs(html, call):
    """Return what would call `call` in a page that has scripts of its own, as Wagtail's admin does."""
    found = []
    for tag in BeautifulSoup(html, "html.parser").find_all(True):
        if (
            tag.name == "script"
            and "json" not in tag.get("type", "")
            and tag.get_text(strip=True).startswith(call)
        ):
            found.append(str(tag))
        for name, value in tag.attrs.items():
            is_address = name in ADDRESSES and str(value).strip().lower().startswith(
                ("javascript:", "data:", "<")
            )
            if call in str(value) and (name.startswith("on") or is_address):
                found.append(f"{name}={value!r} on <{tag.name}>")
    return found
