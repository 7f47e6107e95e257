"""What the settings need to know of the machine they run on."""

import os
import secrets
import socket
from pathlib import Path


def secret_key(path: Path) -> str:
    """Return the secret kept in `path`, making it on the first call, readable by its owner only."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return path.read_text()


def own_names() -> list[str]:
    """Return the names and addresses by which a lab's computers reach this machine.

    Connecting a datagram socket sends nothing; it only asks the kernel which of
    its addresses faces the network.
    """
    names = ["localhost", "127.0.0.1", "[::1]", socket.gethostname(), socket.gethostname() + ".local"]
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            names.append(probe.getsockname()[0])
        except OSError:
            pass
    return names
