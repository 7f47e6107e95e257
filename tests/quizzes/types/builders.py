"""Questions of the later types, raw as an editor stores them and frozen as a learner is asked."""

from quizzes import registry
from quizzes.items import Item
from tests.quizzes.builders import new_id


def raw(kind, stem, **value):
    """A raw question, as the body of a page holds it."""
    value = {"stem": stem, "explanation": "", "points": "1"} | value
    return {"type": kind, "id": new_id(), "value": value}


def members(*values):
    return [{"type": "item", "id": new_id(), "value": value} for value in values]


def frozen(kind, rules, spellings=None):
    """An item without a database, written in Russian."""
    content = {"type": kind, "source_language": "ru", "points": "1", "words": {}, "rules": rules}
    return Item("q", "d", content | {"spellings": spellings or {}})


def true_false(is_true=True, **more):
    words = {"feedback_true": "Почему «верно»", "feedback_false": "Почему «неверно»"}
    return raw("true_false", "Экран показывает текст.", **{"is_true": is_true, **words, **more})


def option(text, is_key=False, percent=None, is_none_of_these=False):
    feedback = f"О варианте «{text}»"
    return {
        "text": text,
        "is_key": is_key,
        "percent": percent,
        "is_none_of_these": is_none_of_these,
        "feedback": feedback,
    }


def multiple_choice(*options, rule="shares", **more):
    options = options or (option("Мышь", True), option("Клавиатура", True), option("Стол"))
    return raw(
        "multiple_choice", "Что подключают к компьютеру?", options=members(*options), rule=rule, **more
    )


def number(value, percent="100", tolerance="", kind="nominal"):
    feedback = f"О числе {value}"
    return {
        "value": value,
        "tolerance": tolerance,
        "tolerance_kind": kind,
        "percent": percent,
        "feedback": feedback,
    }


def unit(spellings, factor="1"):
    return {"spellings": spellings, "factor": factor}


def numerical(*answers, units=(), unit_rule="none", **more):
    value = {
        "answers": members(*(answers or (number("2.5"),))),
        "units": members(*units),
        "unit_rule": unit_rule,
    }
    return raw("numerical", "Сколько?", **{"feedback_wrong": "Посчитайте ещё раз.", **value, **more})


def clean(question):
    """Clean a raw question as the editor does; raises what the editor would show."""
    block = registry.get(question["type"]).block()
    return block.clean(block.to_python(question["value"]))


def complaints(error):
    """Return the words of an editor's error, by field."""
    return {name: " ".join(one.messages) for name, one in error.block_errors.items()}


def pair(prompt, match, image=None, alt=""):
    picture = {"image": image, "alt_text": alt, "decorative": False}
    return {"prompt": prompt, "match": match, "feedback": f"О паре «{prompt}»", "picture": picture}


def matching(*pairs, extras=("Спать",), **more):
    pairs = pairs or (pair("Мышь", "Указывать"), pair("Клавиатура", "Печатать"), pair("Экран", "Смотреть"))
    value = {"pairs": members(*pairs), "extras": members(*({"text": text} for text in extras))}
    return raw("matching", "Что для чего?", **(value | more))


def ordering(*steps, grading="all_or_nothing", **more):
    steps = steps or ("Включить", "Войти", "Открыть", "Напечатать")
    value = {
        "steps": members(*({"text": step} for step in steps)),
        "grading": grading,
        "feedback_wrong": "С чего начинают?",
    }
    return raw("ordering", "Расставьте по порядку.", **(value | more))


def row(text, column):
    return {"text": text, "column": column, "feedback": f"О строке «{text}»"}


def matrix(*rows, columns=("Можно", "Нельзя"), **more):
    rows = rows or (row("Протирать экран сухой тканью", 1), row("Ставить чай на клавиатуру", 2))
    value = {"columns": members(*({"text": text} for text in columns)), "rows": members(*rows)}
    return raw("matrix", "Что можно делать?", **(value | more))


def area(name, x, y, width=20, height=20, right=False, shape="rectangle"):
    box = {"x": str(x), "y": str(y), "width": str(width), "height": str(height)}
    return {"name": name, "shape": shape, "right": right, "feedback": f"О месте «{name}»", **box}


def hotspot(*areas, image=None, alt="Экран компьютера", **more):
    areas = areas or (area("Кнопка внизу слева", 0, 80, right=True), area("Значок вверху", 0, 0))
    picture = {"image": image, "alt_text": alt, "decorative": False}
    value = {"picture": picture, "areas": members(*areas), "feedback_wrong": "Здесь ничего нет."}
    return raw("hotspot", "Где кнопка «Пуск»?", **(value | more))


def rubric(*criteria):
    """Raw criteria of (name, [(points, words), …])."""
    return members(
        *(
            {
                "criterion": name,
                "levels": members(*({"points": points, "description": words} for points, words in levels)),
            }
            for name, levels in criteria
        )
    )


def open_text(stem="Расскажите о себе.", **more):
    value = {"least_words": None, "most_words": None, "lines": 6, "model_answer": "", "rubric": []}
    return raw("open_text", stem, **(value | more))


def hand_in(stem="Сфотографируйте свой план.", **more):
    value = {"kinds": ["photo", "pdf", "document"], "most_files": 3, "model_answer": "", "rubric": []}
    return raw("hand_in", stem, **(value | more))


def reflection(stem="Чему вы научились?"):
    return raw("reflection", stem, lines=6)


def gap(spellings, kind="typed", distractors="", weight="1"):
    feedback = f"О слове «{spellings.splitlines()[0]}»"
    return {
        "kind": kind,
        "spellings": spellings,
        "distractors": distractors,
        "feedback": feedback,
        "weight": weight,
    }


def gaps(text="На столе стоит [1].", *listed, **more):
    value = {"text": text, "gaps": members(*(listed or (gap("экран\nмонитор"),)))}
    return raw(
        "gaps", "Заполните пропуски.", **(value | {"case_sensitive": False, "strict_spelling": False} | more)
    )
