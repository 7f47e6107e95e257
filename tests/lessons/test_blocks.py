"""A teacher puts blocks into a lesson; a learner reads them, in Russian and in Kazakh."""

import pytest
from django.core.exceptions import ValidationError

from lessons.blocks import TableBlock, lesson_blocks
from lessons.blocks.tables import fit
from lessons.models import LessonPage
from tests.quizzes.builders import translate

from .builders import remember, steps, table, terms, variant, worked_example

EVERYTHING = (
    steps("Откройте меню.", "Выберите «Сохранить».\nПодождите."),
    table("Клавиши", "Клавиша | Что делает", "Ctrl + C | копирует", "Пробел | 12,5"),
    worked_example("Сколько банок?", "<p>Хватит ли денег?</p>", "Делим бюджет на цену."),
    terms(("браузер", "браузера", "Программа для страниц.")),
    variant("child", "<p>Позови взрослого.</p>", title="Вместе"),
    remember("Сохраняйте почаще."),
)
WORDS = {
    "Откройте меню.": "Мәзірді ашыңыз.",
    "Выберите «Сохранить».\nПодождите.": "«Сақтау» дегенді таңдаңыз.\nКүтіңіз.",
    "Клавиши": "Пернелер",
    "Клавиша | Что делает": "Перне | Не істейді",
    "Ctrl + C | копирует": "Ctrl + C | көшіреді",
    "Пробел | 12,5": "Бос орын | 12,5",
    "Сколько банок?": "Неше банка?",
    "Хватит ли денег?": "Ақша жете ме?",
    "Делим бюджет на цену.": "Бюджетті бағаға бөлеміз.",
    "Готово.": "Дайын.",
    "браузер": "шолғыш",
    "браузера": "шолғыштың",
    "Программа для страниц.": "Беттерді көрсететін бағдарлама.",
    "Вместе": "Бірге",
    "Позови взрослого.": "Үлкендерді шақыр.",
    "Сохраняйте почаще.": "Жиі сақтаңыз.",
    "Урок": "Сабақ",
}


EXAMPLES = [
    "heading",
    "paragraph",
    "picture",
    "callout",
    "mouse_trainer",
    "keyboard_trainer",
    "files_trainer",
    "steps",
    "table",
    "worked_example",
    "terms",
    "variant",
    "remember",
    "video",
    "audio",
    "document",
    "worksheet",
    "part",
    "tonight",
    "help_lines",
]


def ids_in(raw):
    """Yield every id in raw data, in order."""
    if isinstance(raw, dict):
        yield from [raw["id"]] if "id" in raw else []
        raw = raw.values()
    for part in raw if not isinstance(raw, str) and hasattr(raw, "__iter__") else []:
        yield from ids_in(part)


def test_a_reader_of_kazakh_gets_every_block_in_kazakh(write, read, kazakh):
    translate(write(*EVERYTHING), kazakh, WORDS)
    html = read("/kk/urok/")
    assert not html.article.find(attrs={"lang": True})
    said = html.article.get_text(" ", strip=True)
    shown = {text for text in WORDS.values() if "|" not in text and text != "шолғыштың"}
    assert not {text for text in shown if " ".join(text.split()) not in " ".join(said.split())}
    assert [cell.get_text() for cell in html.select(".table thead th")] == ["Перне", "Не істейді"]


def test_every_block_has_the_same_ids_in_both_languages(write, kazakh):
    page = write(*EVERYTHING)
    other = translate(page, kazakh, WORDS)
    ids = list(ids_in(list(page.body.raw_data)))
    assert len(ids) == 12
    assert list(ids_in(list(LessonPage.objects.get(pk=other.pk).body.raw_data))) == ids


def test_what_nobody_translated_says_its_language_in_every_block(write, read, kazakh):
    translate(write(*EVERYTHING), kazakh, {"Урок": "Сабақ"})
    html = read("/kk/urok/")
    for said in set(WORDS) - {"Урок", "браузера", "Выберите «Сохранить».\nПодождите."}:
        for cell in said.split(" | "):
            if cell not in ("Ctrl + C", "12,5"):
                assert html.find(string=cell).find_parent(attrs={"lang": True})["lang"] == "ru", cell
    assert html.find(class_="notice")
    assert html.summary.get_text() == "Балаларға"


def test_a_table_names_its_columns_and_rows(write, read):
    html = read_table(write, read)
    assert html.caption.get_text() == "Клавиши"
    assert [th["scope"] for th in html.find_all("th")] == ["col", "col", "row", "row"]
    assert [td.get("class") for td in html.find_all("td")] == [None, ["number"]]
    region = html.parent
    assert region["tabindex"] == "0"
    assert region["aria-labelledby"] == html.caption.span["id"]


def read_table(write, read):
    write(EVERYTHING[1])
    return read().table


def test_numbers_and_the_heading_above_them_stand_at_the_right(write, read):
    write(table("Цены", "Вещь | Цена, ₸ | Скидка", "Краска | 7 500 | 10 %", "Кисть | −1,5 | нет"))
    table_read = read().table
    assert [th.get("class") for th in table_read.thead.find_all("th")] == [None, ["number"], None]
    assert [td.get_text() for td in table_read.select("td.number")] == ["7 500", "10 %", "−1,5"]


def test_a_translator_who_loses_a_divider_breaks_no_table(write, read, kazakh):
    translate(write(EVERYTHING[1]), kazakh, WORDS | {"Ctrl + C | копирует": "Ctrl + C көшіреді"})
    rows = read("/kk/urok/").select(".table tbody tr")
    assert [len(row.find_all(["th", "td"])) for row in rows] == [2, 2]


def test_cells_that_are_too_many_stay_readable():
    assert fit(["a", "b", "c"], 2) == ["a", "b c"]
    assert fit(["a"], 3) == ["a", "", ""]


def test_a_row_with_a_cell_too_few_is_named():
    made = TableBlock()
    with pytest.raises(ValidationError) as refused:
        made.clean(made.to_python(table("Клавиши", "Клавиша | Что делает", "a | b", "c")["value"]))
    row = refused.value.block_errors["rows"].block_errors[1].block_errors["cells"]
    assert row.messages == ["Строка 2: ячеек — 1, а заголовков — 2."]


def test_a_step_without_a_picture_is_no_mistake():
    made = dict(lesson_blocks())["steps"]
    value = steps("Откройте меню.")["value"]
    assert made.clean(made.to_python(value))["steps"][0]["image"] is None


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_block_chooser_shows_an_example_in_the_teachers_language(name, admin_client):
    made = dict(LessonPage._meta.get_field("body").stream_block.child_blocks)[name]
    assert made.is_previewable
    response = admin_client.get("/admin/block-preview/", {"id": made.definition_prefix})
    words = response.content.decode()
    assert "lessons/css/lesson" in words
    assert any(letter in words for letter in "абвгд")
    assert made.meta.description


def test_words_are_data_in_every_block(write, client):
    nasty = "<script>alert(1)</script>"
    write(
        steps(nasty),
        table(nasty, f"a | {nasty}", f"{nasty} | b"),
        worked_example(nasty, f"<p>ok{nasty}</p>", nasty, result=f"<p>{nasty}</p>"),
        terms((nasty, nasty, nasty)),
        variant("child", f"<p>{nasty}</p>", title=nasty),
        remember(nasty),
    )
    assert "<script>alert" not in client.get("/ru/urok/").content.decode()


def test_everything_a_learner_reads_can_be_searched_for(write):
    page = write(*EVERYTHING)
    found = " ".join(page.body.stream_block.get_searchable_content(page.body))
    for words in ("Откройте меню.", "копирует", "Делим бюджет", "браузер", "Позови", "Сохраняйте"):
        assert words in found
