"""Rules for one learner: those of the test, and what they or their group are allowed beyond them. Plain values."""

from dataclasses import replace


def rules_with(rules, allowances):
    """Return `rules` as they hold for somebody with these allowances.

    What no allowance speaks of stays as it is. Where several speak of the same thing, the most lenient one wins.
    """
    return replace(
        rules,
        **_chosen("attempt_limit", allowances, _most),
        **_chosen("time_limit", allowances, _most),
        **_chosen("opens_at", allowances, min),
        **_chosen("closes_at", allowances, max),
    )


def _chosen(name, allowances, choose):
    values = [value for allowance in allowances if (value := getattr(allowance, name)) is not None]
    return {name: choose(values)} if values else {}


def _most(numbers):
    return 0 if 0 in numbers else max(numbers)  # 0: no limit at all
