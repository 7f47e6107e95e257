"""A learner meets a new word: it leads to its explanation, once, and only as a whole word."""

from .builders import paragraph, remember, terms, variant, worksheet

BROWSER = ("браузер", "браузера\nБраузере", "Программа, которая показывает страницы.")


def linked(html):
    return [link.get_text() for link in html.select("a.term")]


def test_the_first_place_of_a_word_leads_to_its_explanation(write, read):
    write(terms(BROWSER), paragraph("<p>Откройте браузер. В браузере есть строка.</p>"))
    html = read()
    (link,) = html.select("a.term")
    assert link.get_text() == "браузер"
    assert html.select_one(link["href"]).dd.get_text() == BROWSER[2]
    assert html.select_one(".prose p").get_text() == "Откройте браузер. В браузере есть строка."


def test_a_word_is_found_in_another_form_and_at_the_beginning_of_a_sentence(write, read):
    write(terms(BROWSER), paragraph("<p>Окно БРАУЗЕРА</p>"), remember("Браузер"))
    assert linked(read()) == ["БРАУЗЕРА"]


def test_kazakh_words_are_met_in_capitals_too(write, read):
    write(terms(("шолғыш", "шолғышты", "Бағдарлама")), paragraph("<p>ШОЛҒЫШТЫ ашыңыз</p>"))
    assert linked(read()) == ["ШОЛҒЫШТЫ"]


def test_a_part_of_a_longer_word_is_not_the_word(write, read):
    write(terms(("сайт", "", "Страницы")), paragraph("<p>сайты, веб-сайт, подсайт и сайт</p>"))
    html = read()
    assert linked(html) == ["сайт"]
    assert (
        html.select_one("a.term").next_sibling is None or not html.select_one("a.term").next_sibling.strip()
    )


def test_links_and_headings_stay_as_they_are(write, read):
    write(
        terms(BROWSER),
        {"type": "heading", "id": "11111111-1111-4111-8111-111111111111", "value": "Браузер"},
        paragraph('<p><a href="https://example.org">браузер</a></p><h3>Браузер</h3>'),
    )
    assert linked(read()) == []


def test_the_name_of_a_column_to_fill_in_is_not_linked_where_nobody_hears_it(write, read):
    write(terms(BROWSER), worksheet("Браузер | Кто", " | "), paragraph("<p>браузера</p>"))
    assert linked(read()) == ["браузера"]


def test_text_above_the_list_is_not_linked(write, read):
    write(paragraph("<p>браузер</p>"), terms(BROWSER), paragraph("<p>браузера</p>"))
    assert linked(read()) == ["браузера"]


def test_a_passage_for_children_takes_the_word_from_nobody(write, read):
    write(terms(BROWSER), variant("child", "<p>браузер</p>"), paragraph("<p>браузера</p>"))
    assert linked(read()) == ["браузер", "браузера"]


def test_a_term_that_looks_like_a_pattern_is_only_a_word(write, read):
    write(terms(("C++ (язык)", "", "Язык")), paragraph("<p>Пишут на C++ (язык) и C</p>"))
    assert linked(read()) == ["C++ (язык)"]
