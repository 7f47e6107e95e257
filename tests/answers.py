"""Answering any item rightly or wrongly, as a form does: {name of a field: what is sent}."""

from quizzes.shuffling import token_of
from quizzes.types.gaps.choices import right_word
from quizzes.types.gaps.marking import TYPED

NONSENSE = "?"


def right_answer(item, language):
    """Return the form fields that earn the whole mark of an item, for a reader of `language`."""
    return _WAYS[item.content["type"]](item, language, True)


def wrong_answer(item, language):
    """Return form fields that are an answer and earn nothing."""
    return _WAYS[item.content["type"]](item, language, False)


def _single_choice(item, language, rightly):
    chosen = next(one["id"] for one in item.rules["options"] if bool(one["is_key"]) == rightly)
    return {item.field_name: chosen}


def _multiple_choice(item, language, rightly):
    return {item.field_name: [one["id"] for one in item.rules["options"] if bool(one["is_key"]) == rightly]}


def _true_false(item, language, rightly):
    return {item.field_name: str(bool(item.rules["is_true"]) == rightly).lower()}


def _short_answer(item, language, rightly):
    best = next(one["id"] for one in item.rules["answers"] if float(one["percent"]) == 100)
    right = item.spellings_in(language)[f"answers.{best}.spellings"][0]
    return {item.field_name: right if rightly else NONSENSE}


def _numerical(item, language, rightly):
    best = next(one["value"] for one in item.rules["answers"] if float(one["percent"]) == 100)
    return {item.field_name: best if rightly else str(float(best) + 1_000_003)}


def _matching(item, language, rightly):
    pairs = item.rules["pairs"]
    matches = [pair["match"] for pair in pairs]
    if not rightly:
        matches = [next(one for one in matches if one != match) for match in matches]
    return {
        f"{item.field_name}-{pair['id']}": token_of(item.field_name, match)
        for pair, match in zip(pairs, matches, strict=True)
    }


def _ordering(item, language, rightly):
    steps = item.rules["steps"] if rightly else item.rules["steps"][::-1]
    return {
        f"{item.field_name}-{token_of(item.field_name, step['id'])}": str(place)
        for place, step in enumerate(steps, 1)
    }


def _gaps(item, language, rightly):
    return {
        f"{item.field_name}-{gap['id']}": _gap(gap, item, language, rightly) for gap in item.rules["gaps"]
    }


def _gap(gap, item, language, rightly):
    if gap["kind"] == TYPED:
        return right_word(gap["id"], item.spellings_in(language)) if rightly else NONSENSE
    return token_of(item.field_name, f"{gap['id']}:{0 if rightly else 1}")


def _matrix(item, language, rightly):
    columns = [column["id"] for column in item.rules["columns"]]
    return {
        f"{item.field_name}-{row['id']}": next(one for one in columns if (one == row["column"]) == rightly)
        for row in item.rules["rows"]
    }


def _hotspot(item, language, rightly):
    chosen = next(area["id"] for area in item.rules["areas"] if bool(area["right"]) == rightly)
    return {item.field_name: token_of(item.field_name, chosen)}


_WAYS = {
    "single_choice": _single_choice,
    "multiple_choice": _multiple_choice,
    "true_false": _true_false,
    "short_answer": _short_answer,
    "numerical": _numerical,
    "matching": _matching,
    "ordering": _ordering,
    "gaps": _gaps,
    "matrix": _matrix,
    "hotspot": _hotspot,
}
