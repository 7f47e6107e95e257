"""What a page costs on the wire, as the browser itself counts it: headers and compressed bodies together."""

from dataclasses import dataclass, field


@dataclass
class Wire:
    """Counts what a browser's page fetches from the moment it is made, or since `clear`."""

    page: object
    addresses: dict = field(default_factory=dict)
    sizes: dict = field(default_factory=dict)

    def __post_init__(self):
        devtools = self.page.context.new_cdp_session(self.page)
        devtools.send("Network.enable")
        devtools.on("Network.responseReceived", self._begins)
        devtools.on("Network.loadingFinished", self._ends)

    def _begins(self, event):
        self.addresses[event["requestId"]] = event["response"]["url"]

    def _ends(self, event):
        self.sizes[event["requestId"]] = event["encodedDataLength"]

    def fetch(self, path):
        """Go to a page; return {address: bytes} of what came over the line and not out of the browser's own cache."""
        self.addresses.clear()
        self.sizes.clear()
        self.page.goto(path, wait_until="networkidle")
        return {self.addresses[one]: size for one, size in self.sizes.items() if size}


def without_pictures(fetched):
    """Leave out the pictures of the lesson; those of the frame count."""
    return {address: size for address, size in fetched.items() if "/media/" not in address}
