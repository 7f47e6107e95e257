"""The rules, each in a file of its own. A rule is a function of the content that yields findings."""

from .dates import find_wrong_dates
from .drawings import find_bad_drawings
from .feedback import find_missing_reasons
from .glossary import find_avoided_words
from .letters import find_foreign_letters
from .licence import find_courses_without_licence
from .numbers import find_unequal_numbers
from .numerical import find_keys_that_nobody_explains
from .pictures import find_forgotten_pictures
from .places import find_unequal_places
from .products import find_unfair_products
from .quantity import find_too_much_or_too_little
from .reading_level import find_hard_sentences
from .shape import find_lessons_out_of_shape
from .spellings import find_answers_that_miss
from .sums import find_wrong_sums
from .typography import find_wrong_marks

RULES = [
    find_lessons_out_of_shape,
    find_too_much_or_too_little,
    find_hard_sentences,
    find_foreign_letters,
    find_wrong_marks,
    find_avoided_words,
    find_unequal_numbers,
    find_unequal_places,
    find_wrong_sums,
    find_keys_that_nobody_explains,
    find_missing_reasons,
    find_answers_that_miss,
    find_unfair_products,
    find_forgotten_pictures,
    find_bad_drawings,
    find_wrong_dates,
    find_courses_without_licence,
]
