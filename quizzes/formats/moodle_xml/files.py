"""The files of a text: pictures stand in it by an address, their bytes beside it as base64."""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from django.utils.translation import gettext as _

from ..pictures import LONGEST_NAME, NotKept

PLACE = "@@PLUGINFILE@@/"
INLINE = re.compile(r"data:image/[a-z.+-]*;base64,([A-Za-z0-9+/=\s]*+)")
PARKED = "data:"
LONGEST_DESCRIPTION = 255


@dataclass
class Files:
    """What stands beside a text, and in it where a picture was pasted right into the words."""

    nodes: list
    inline: list = field(default_factory=list)
    used: set = field(default_factory=set)

    def __post_init__(self):
        self.named = {_place_of(node): node for node in self.nodes}

    def park(self, text):
        """Return a text with short stand-ins for the pictures that were pasted into it."""

        def parked(found):
            self.inline.append(found[1])
            return f"{PARKED}{len(self.inline) - 1}"

        return INLINE.sub(parked, text)

    def keep(self, pictures, draft, room):
        """Return the first of `pictures` that can be kept, where there is `room` for one; the others are told."""
        kept = None
        for address, alt in pictures:
            name, description = self._name_of(address), " ".join((alt or "").split())
            try:
                if not room or kept:
                    raise NotKept(_("there is no room for it here"))
                found = self._find(address)
                kept = draft.lightbox.look_at(name, found, description[:LONGEST_DESCRIPTION])
                if alt is None:
                    draft.lose(_("The picture “%(name)s” has no description. Write one.") % {"name": name})
            except NotKept as why:
                told = _("The picture “%(name)s” is not kept: %(why)s.")
                draft.lose(told % {"name": name, "why": why})
        for place in self.named.keys() - self.used:
            draft.lose(_("The file “%(name)s” is not kept.") % {"name": place[:LONGEST_NAME]})
        return kept

    def _find(self, address):
        """Return the base64 of a picture. Raises NotKept."""
        if address.startswith(PARKED) and address.removeprefix(PARKED).isdecimal():
            return self.inline[int(address.removeprefix(PARKED))]
        if not address.startswith(PLACE):
            raise NotKept(_("what lies elsewhere is not fetched"))
        node = self.named.get(_place_in(address))
        if node is None:
            raise NotKept(_("it is not in the file"))
        if node.attributes.get("encoding") != "base64":
            raise NotKept(_("it is damaged"))
        return node.text

    def _name_of(self, address):
        if address.startswith(PLACE):
            self.used.add(_place_in(address))
            return _place_in(address)[:LONGEST_NAME]
        return _("in the text") if address.startswith(PARKED) else address[:LONGEST_NAME]


def _place_of(node):
    return f"{node.attributes.get('path', '/')}/{node.attributes.get('name', '')}".replace("//", "/").strip(
        "/"
    )


def _place_in(address):
    return unquote(address.removeprefix(PLACE).split("?")[0]).strip("/")
