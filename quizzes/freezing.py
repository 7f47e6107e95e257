"""Freezing: what learners are asked becomes rows that never change.

The canonical content of an item is JSON:

    {"type": "single_choice", "schema": 1, "source_language": "ru", "points": "1",
     "words": {"stem": "…", "options.<id>.text": "…"},
     "rules": {"options": [{"id": "…", "is_key": true, "percent": null}], …},
     "spellings": {"ru": {"answers.<id>.spellings": ["…"]}, "kk": {…}}}

A path in `words` is the path wagtail-localize knows the string by, without the
field and the item. A translated *word* is an `ItemWording` and disturbs nobody;
an accepted *spelling* is part of the key in any language, so it makes a version.
"""

import hashlib
import json
from decimal import Decimal
from operator import attrgetter

from django.db import transaction
from wagtail import blocks
from wagtail.images.blocks import ImageBlock
from wagtail_localize.models import StringTranslation
from wagtail_localize.strings import StringValue

from . import registry
from .blocks import LABELS, LineBlock, SpellingsBlock, WordsBlock
from .items import Item
from .models.versions import ItemVersion, ItemWording, PublishedQuiz, QuizVersion

# Rules that were invented later: where they are empty they are left out, and what was frozen before keeps its digest.
LATER_RULES = {"hints", "keep_last", "illustration"}


def describe(page):
    """Return the questions of a page in its source language as `Item`s, frozen or not. Runs one query."""
    translated = translated_strings(page)
    source = page.locale.language_code
    return [describe_question(child, source, translated) for child in page.get_question_blocks()]


def freeze(page):
    """Return the `QuizVersion` of a published source page as it stands, and its items with their rows.

    Makes what is new. Safe to call twice and by two at once; where nothing changed it writes nothing.
    """
    items = describe(page)
    pairs = [[item.id, item.digest] for item in items]
    settings = page.get_quiz_settings()
    digest = digest_of({"items": pairs, "settings": settings})
    published = PublishedQuiz.objects.filter(pk=page.translation_key).select_related("version").first()
    with transaction.atomic():
        _freeze_items(page.translation_key, items)
        if published and published.version.digest == digest:
            return published.version, items
        version, _ = QuizVersion.objects.get_or_create(
            page_key=page.translation_key, digest=digest, defaults={"items": pairs, "settings": settings}
        )
        PublishedQuiz.objects.update_or_create(pk=page.translation_key, defaults={"version": version})
    return version, items


def digest_of(value):
    """Return the SHA-256 of a plain value's canonical JSON."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _freeze_items(key, items):
    rows = ItemVersion.objects.filter(page_key=key, digest__in=[item.digest for item in items])
    known = {(str(row.item_id), row.digest): row for row in rows.prefetch_related("wordings")}
    for item in items:
        row = known.get((item.id, item.digest))
        if row is None:
            row, _ = ItemVersion.objects.get_or_create(
                page_key=key, item_id=item.id, digest=item.digest, defaults={"content": item.content}
            )
        item.pk = row.pk
        _add_wordings(row, item.wordings)


def _add_wordings(row, wordings):
    """Append the wordings that differ from the newest kept of their language. An absent one is an empty one."""
    newest = {wording.language: wording.words for wording in sorted(row.wordings.all(), key=attrgetter("pk"))}
    for language in sorted(wordings.keys() | newest.keys()):
        words = wordings.get(language, {})
        if newest.get(language, {}) != words:
            ItemWording.objects.create(item=row, language=language, words=words)


def describe_question(child, source, translated):
    """Return one question, a child of a stream, as an `Item`; `translated` is of `translated_strings`."""
    words, spellings = {}, {}
    kind = registry.get(child.block_type)
    rules = _read(child.block, child.value, "", words, spellings)
    for label in LABELS:
        rules.pop(label, None)
    rules = kind.complete_rules(rules, words)
    content = {
        "type": child.block_type,
        "schema": kind.schema,
        "source_language": source,
        "points": rules.pop("points", "0"),
        "words": words,
        "rules": rules,
        "spellings": {source: _lines(spellings)},
    }
    for language, texts in _by_language(child.id, spellings, translated).items():
        content["spellings"][language] = _lines(texts)
    return Item(child.id, digest_of(content), content, _by_language(child.id, words, translated))


def _read(block, value, prefix, words, spellings):
    """Return the rules of a struct; put its words and spellings where they belong."""
    rules = {}
    for name, child in block.child_blocks.items():
        path, inside = prefix + name, value.get(name)
        if isinstance(child, SpellingsBlock):
            spellings[path] = inside or ""
        elif isinstance(child, LineBlock | WordsBlock):
            if inside:
                words[path] = inside
        elif isinstance(child, blocks.ListBlock):
            rules[name] = [
                {
                    "id": member.id,
                    **_read(child.child_block, member.value, f"{path}.{member.id}.", words, spellings),
                }
                for member in inside.bound_blocks
            ]
        elif isinstance(child, ImageBlock):
            rules[name] = _picture(inside, path, words)
        elif isinstance(child, blocks.StructBlock):
            rules[name] = _read(child, inside, f"{path}.", words, spellings)
        else:
            rules[name] = _plain(child.get_prep_value(inside))
    return {name: rule for name, rule in rules.items() if rule or name not in LATER_RULES}


def _picture(image, path, words):
    """Return the id of a picture, or None where there is none; put what is read instead of it among the words."""
    if image and image.contextual_alt_text:
        words[f"{path}.alt_text"] = image.contextual_alt_text
    return image and image.pk


def _plain(value):
    """Make 1, 1.0 and Decimal("1.00") one and the same."""
    if isinstance(value, Decimal | float):
        return format(Decimal(str(value)).normalize(), "f")
    return value


def _lines(spellings):
    return {
        path: [line.strip() for line in text.splitlines() if line.strip()] for path, text in spellings.items()
    }


def translated_strings(page):
    """Return {path below the page: {language: [(source text, text), …]}} of what translators wrote for `page`."""
    found = {}
    rows = StringTranslation.objects.filter(
        context__object_id=page.translation_key, translation_of__locale=page.locale, has_error=False
    ).values_list("context__path", "locale__language_code", "translation_of__data", "data")
    for path, language, source, text in rows:
        pair = (StringValue(source).render_text(), StringValue(text).render_text())
        found.setdefault(path, {}).setdefault(language, []).append(pair)
    return found


def _exact(source, pairs):
    """Return the translation made for exactly this source text, or None: old words never stand for new ones."""
    wanted = source.strip()
    return next((text for of, text in pairs if of.strip() == wanted and text.strip()), None)


def _by_language(item_id, texts, translated):
    """Return {language: {path: text}} for the source `texts` that have an exact translation."""
    found = {}
    for path, source in texts.items():
        for language, pairs in translated.get(f"body.{item_id}.{path}", {}).items():
            text = _exact(source, pairs)
            if text is not None:
                found.setdefault(language, {})[path] = text
    return found
