"""A course as a path, in plain values: modules are stretches, lessons and quizzes are steps."""

from dataclasses import dataclass, replace
from functools import cached_property


@dataclass(frozen=True)
class Step:
    """A lesson or a quiz. `language` is that of its words and its page.

    `is_led` is false for one that the course has in this language only: nobody has to do it.
    """

    key: str
    title: str
    url: str
    language: str
    is_quiz: bool
    is_led: bool = True


@dataclass(frozen=True)
class Stretch:
    """A module with its steps."""

    key: str
    title: str
    intro: str
    language: str
    steps: tuple = ()


@dataclass(frozen=True)
class Outline:
    """A course as it is walked in one language."""

    key: str
    title: str
    url: str
    language: str
    stretches: tuple = ()
    sources: Step | None = None  # the page of sources: no step, and nothing anybody has to do

    @cached_property
    def steps(self):
        return [step for stretch in self.stretches for step in stretch.steps]

    def find(self, key):
        """Return (stretch, step, its number in the stretch) for a page's key, or None."""
        for stretch in self.stretches:
            for number, step in enumerate(stretch.steps, 1):
                if step.key == str(key):
                    return stretch, step, number
        return None

    def after(self, key):
        """Return the step that follows, or None at the end of the course."""
        keys = [step.key for step in self.steps]
        return dict(zip(keys, self.steps[1:], strict=False)).get(str(key))


def merge(own, led):
    """Return the stretches that lead, in this language's words where it has them, and what only it has.

    `own` are the stretches of the course in this language, `led` those of the page it was written in.
    """
    words = {step.key: step for stretch in own for step in stretch.steps}
    leading = {step.key for stretch in led for step in stretch.steps}
    steps_of = {stretch.key: stretch.steps for stretch in led}

    def walked(stretch):
        here = [words.get(step.key, step) for step in steps_of.get(stretch.key, ())]
        steps = in_leading_order(_fitting(stretch.steps, here, leading), here)
        return replace(stretch, steps=tuple(replace(step, is_led=step.key in leading) for step in steps))

    return [walked(stretch) for stretch in in_leading_order(own, led)]


def in_leading_order(own, led):
    """Return what leads, in its order, each as it is in `own` if it is there.

    What only `own` has follows the neighbour that it follows there.
    """
    known, leading = {one.key: one for one in own}, {one.key for one in led}
    order = [known.get(one.key, one) for one in led]
    for left, one in zip([None, *own], own, strict=False):
        if one.key not in leading:
            keys = [other.key for other in order]
            order.insert(keys.index(left.key) + 1 if left and left.key in keys else 0, one)
    return order


def _fitting(steps, here, leading):
    """Leave out a step that leads in another stretch: it stands here because a move was not mirrored."""
    keys = {step.key for step in here}
    return [step for step in steps if step.key in keys or step.key not in leading]
