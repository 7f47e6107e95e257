"""Where a request came from, for counting failed sign-ins."""

from ipaddress import ip_address, ip_network

from django.conf import settings


def client_address(request) -> str | None:
    """Return the sender's address, an IPv6 one as its network, or None where there is none.

    `X-Forwarded-For` is believed only as far as LIFELONG_PROXY_COUNT proxies of
    ours wrote it: whatever stands further left was written by the sender.
    """
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    proxies = getattr(settings, "LIFELONG_PROXY_COUNT", 0)
    if 0 < proxies <= len(hops):
        return readable(hops[-proxies]) or readable(request.META.get("REMOTE_ADDR", ""))
    return readable(request.META.get("REMOTE_ADDR", ""))


def readable(text: str) -> str | None:
    """Return `text` as an address without a port, or None if it is not one (a Unix socket has none)."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return str(address) if address.version == 4 else network_of(address)


def network_of(address) -> str:
    """Return what one subscriber has of IPv6: whoever holds a /64 has 2**64 addresses to guess from."""
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ip_network((int(address), 64), strict=False).network_address)
