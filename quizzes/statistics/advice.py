"""What the figures of a question mean, in plain words. A question rather than a verdict: the teacher knows more."""

from django.utils.translation import gettext as _

from ..judged import shown_number
from ..rounding import rounded
from ..types.warnings import quoted

FEWEST = 20  # below this, figures are chance
VERY_EASY, VERY_HARD = 95, 20  # per cent
WORTH_A_LOOK = 10  # per cent of those asked


def advice_for(figures):
    """Return sentences about one question, the most urgent first."""
    if figures.asked < FEWEST:
        return [_("Too few answers to say anything: %(count)s of %(fewest)s.") % _counts(figures)]
    stronger = [sentence for part in _parts(figures) for sentence in _stronger_options(*part)]
    idle = [] if figures.has_parts else _idle(figures)  # of many pairings, most are rightly never chosen
    return [*stronger, *_about_the_whole(figures), *idle]


def _parts(figures):
    """Return (wrong, right) of what was chosen, for each part of an answer."""
    for part in dict.fromkeys(one.part for one in figures.drawn):
        own = [one for one in figures.drawn if one.part == part]
        yield [one for one in own if not one.is_right], [one for one in own if one.is_right]


def _named(one):
    return quoted(f"{one.part} — {one.text}" if one.part else one.text)


def _counts(figures):
    return {"count": figures.asked, "fewest": FEWEST}


def _stronger_options(wrong, right):
    """Name wrong answers that drew more than the right one, or the better learners."""
    most = max((one.count for one in right), default=0)
    best = max((one.mean_result for one in right if one.mean_result is not None), default=None)
    for one in wrong:
        names = {"option": _named(one), "share": shown_number(rounded(one.share, 0))}
        if one.count > most:
            yield _("%(option)s drew %(share)s %%: is the key right?") % names
        elif best is not None and one.share >= WORTH_A_LOOK and one.mean_result > best:
            yield _("Those who chose %(option)s do better in the test: is it right, too?") % names


def _about_the_whole(figures):
    if figures.discrimination is not None and figures.discrimination < 0:
        yield _("Those who do well in the test do worse here: is the question clear, is the key right?")
    if figures.facility is not None and figures.facility > VERY_EASY:
        yield _("Nearly everybody has it right: does it still ask anything?")
    if figures.facility is not None and figures.facility < VERY_HARD:
        yield _("Hardly anybody has it right: was it taught, is it clear?")


def _idle(figures):
    """Name options that nobody chose."""
    idle = [quoted(one.text) for one in figures.drawn if not one.is_right and not one.count]
    if idle and figures.answered:
        yield _("Nobody chose %(options)s: something more tempting could stand there.") % {
            "options": ", ".join(idle)
        }
