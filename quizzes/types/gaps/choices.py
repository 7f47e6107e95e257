"""What can be put into a gap that is chosen or dragged.

A word is known as "<gap id>:<number>", 0 being the right one and the wrong ones following. That is kept on the
server; in a form it goes by a token.
"""

from dataclasses import dataclass

from languages.folding import fold
from quizzes.items import Words
from quizzes.shuffling import shuffled, token_of

from .marking import CHOSEN, DRAGGED, RIGHT


@dataclass(frozen=True)
class Choice:
    """One word of a list or of the tray."""

    ref: str
    words: Words
    token: str


def lines_in(text):
    """Return the lines of a text that are not empty."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def refs_for(gap, rules):
    """Return the refs that may be put into a gap: its own, or, where it is dragged, those of all that are."""
    gaps = [gap] if gap["kind"] == CHOSEN else [one for one in rules["gaps"] if one["kind"] == DRAGGED]
    return [f"{one['id']}:{number}" for one in gaps for number in range(one["choices"])]


def tokens_for(gap, rules, name):
    """Return {token: ref} of what a form may hold for a gap."""
    return {token_of(name, ref): ref for ref in refs_for(gap, rules)}


def choices_for(gap, item, language, seed):
    """Return the `Choice`s of a gap in their order on screen, the same words once."""
    words = {}
    for ref in sorted(refs_for(gap, item.rules), key=_right_ones_first):
        said = words_of(ref, item, language)
        if said:
            words.setdefault(fold(said.text, case_sensitive=True), (ref, said))
    found = [Choice(ref, said, token_of(item.field_name, ref)) for ref, said in words.values()]
    return shuffled(found, seed, name_of=lambda choice: choice.ref)


def right_word(gap_id, spellings):
    """Return the right word of a gap, as it is shown; `spellings` are those of an item in one language."""
    return next(iter(spellings.get(f"gaps.{gap_id}.spellings", [])), "").replace(r"\*", "*")


def _right_ones_first(ref):
    return not ref.endswith(f":{RIGHT}")


def words_of(ref, item, language):
    """Return the words of a ref in `language`, or None where a translation has fewer of them."""
    gap_id, _, number = ref.rpartition(":")
    if int(number) == RIGHT:
        path = f"gaps.{gap_id}.spellings"
        own = item.content["spellings"].get(language, {})
        said_in = language if path in own else item.source_language
        return Words(right_word(gap_id, item.spellings_in(language)), said_in)
    said = item.say(f"gaps.{gap_id}.distractors", language)
    lines = lines_in(said.text)
    return Words(lines[int(number) - 1], said.language) if int(number) <= len(lines) else None
