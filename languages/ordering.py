"""The order of children, worked out with plain values."""

from bisect import bisect_left


def led_order(children, leading_keys):
    """Return the ids of `children`, (id, key) pairs as they stand, in the order of the leading keys.

    A child whose key does not lead keeps following the leading child that it follows now.
    """
    ids = {key: pk for pk, key in children}
    led = [key for key in leading_keys if key in ids]
    followers, leader = {}, None
    for pk, key in children:
        if key in led:
            leader = key
        else:
            followers.setdefault(leader, []).append(pk)
    order = followers.get(None, [])
    for key in led:
        order = [*order, ids[key], *followers.get(key, [])]
    return order


def moves_to_order(current, wanted):
    """Return the fewest moves, (id, id to stand right of or None for first), that lead from one order to the other."""
    place = {pk: index for index, pk in enumerate(wanted)}
    staying = longest_rising([place[pk] for pk in current])
    lefts = dict(zip(wanted, [None, *wanted], strict=False))
    return [(pk, lefts[pk]) for pk in wanted if place[pk] not in staying]


def longest_rising(numbers):
    """Return the set of a longest rising subsequence of distinct numbers."""
    tails, before = [], {}
    for number in numbers:
        length = bisect_left(tails, number)
        before[number] = tails[length - 1] if length else None
        tails[length : length + 1] = [number]
    rising = set()
    number = tails[-1] if tails else None
    while number is not None:
        rising.add(number)
        number = before[number]
    return rising
