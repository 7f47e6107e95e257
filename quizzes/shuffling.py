"""Orders and names that give nothing away.

Whoever knows an item still cannot work out in which order its parts were written: the order, and the names
under which they are posted, come from the site's secret. They are the same for everybody who reads a shared
page, and stay so for as long as the secret does.
"""

from operator import itemgetter

from django.utils.crypto import salted_hmac

TOKEN_LENGTH = 12


def shuffled(things, seed, *, name_of=itemgetter("id"), is_last=None):
    """Return `things` in an order that depends on `seed` and their names, and on nothing else.

    The seed is a text, such as an item's id, with an attempt's seed where every attempt has an order of its
    own. Those for which `is_last` is true follow at the end, as they came.
    """
    is_last = is_last or (lambda thing: False)
    free = sorted(
        (thing for thing in things if not is_last(thing)),
        key=lambda thing: _secret("order", seed, name_of(thing)),
    )
    return free + [thing for thing in things if is_last(thing)]


def disordered(things, seed, *, name_of=itemgetter("id")):
    """Return `things` shuffled, and never in the order in which they came, unless there is only one."""
    found = shuffled(things, seed, name_of=name_of)
    return found if found != list(things) else found[1:] + found[:1]


def token_of(seed, name):
    """Return what a form calls the part `name` of the item `seed`, where its own id would give it away."""
    return _secret("token", seed, name)[:TOKEN_LENGTH]


def _secret(salt, seed, name):
    return salted_hmac(f"lifelong-shuffling-{salt}", f"{seed} {name}").hexdigest()
