"""Names for learners that say nothing of them, by which browsers and kept forms are told apart."""

from django.utils.crypto import constant_time_compare, salted_hmac

LENGTH = 16


def alias_of(learner):
    """Return a learner's alias, "" for a visitor. Nobody can make one up: its second half seals the first."""
    if not learner.is_authenticated:
        return ""
    name = _digest("lifelong-learner", str(learner.pk))
    return name + _seal(name)


def is_alias(text):
    """Tell whether this is the alias of somebody, without asking whose."""
    name, seal = text[:LENGTH], text[LENGTH:]
    return constant_time_compare(seal, _seal(name))


def _seal(name):
    return _digest("lifelong-learner-seal", name)


def _digest(salt, value):
    return salted_hmac(salt, value).hexdigest()[:LENGTH]
