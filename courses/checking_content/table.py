"""The reading level of the courses as a table."""

from .content import LANGUAGES, Content
from .counting import count, longest, mean_length, share_of_long_words
from .rules.reading_level import LONG_WORDS, LONGEST, MEAN

START = """\
# Reading level

How long the sentences of the starter courses are, module by module. Made from the course files by
`manage.py check_content --table > docs/reading-level.md`; a test holds that it is up to date. For each language:
words in a sentence on average / in the longest sentence / percent of words of thirteen letters and more.
Words are those of the lessons on average, with their questions.

"""


def as_markdown(folder):
    """Return the whole page, with the limits as its last line."""
    content = Content(folder)
    lines = [
        "| module | lessons | " + " | ".join(f"{language} | words" for language in LANGUAGES) + " |",
        "|---|--:|" + "--:|" * (2 * len(LANGUAGES)),
    ]
    for module in content.of_type("module"):
        lines.append(_line(module, content))
    lines.append(_limits())
    return START + "\n".join(lines) + "\n"


def _line(module, content):
    pages = [page for page in content.pages if page.page_file.parent is module.page_file]
    lessons = [page for page in pages if page.kind == "lesson"]
    course = module.page_file.parent.slug
    cells = [f"{course} / {module.page_file.slug}", str(len(lessons))]
    for language in LANGUAGES:
        texts = [text for page in [module, *pages] for text in page.shown(language)]
        words = count([text for page in lessons for text in page.shown(language)])
        share = 100 * share_of_long_words(texts)
        cells.append(f"{mean_length(texts):.1f} / {longest(texts)} / {share:.0f} %")
        cells.append(str(round(words / len(lessons))) if lessons else "")
    return f"| {' | '.join(cells)} |"


def _limits():
    cells = ["at most", ""]
    for language in LANGUAGES:
        share = f"{100 * LONG_WORDS[language]:.0f} %" if language in LONG_WORDS else "—"
        cells += [f"{MEAN[language]} / {LONGEST[language]} / {share}", ""]
    return f"| {' | '.join(cells)} |"
