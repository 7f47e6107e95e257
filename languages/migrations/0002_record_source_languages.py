"""Pages that were there before this app: the language they are translated from, else the first one."""

from django.db import migrations


def record_source_languages(apps, schema_editor):
    Page = apps.get_model("wagtailcore", "Page")
    SourceLanguage = apps.get_model("lifelong_languages", "SourceLanguage")
    TranslationSource = apps.get_model("wagtail_localize", "TranslationSource")
    pages = Page.objects.filter(depth__gt=1, alias_of=None).order_by("-pk")
    languages = dict(
        pages.values_list("translation_key", "locale_id")
    )  # the oldest page comes last and stays
    translated = TranslationSource.objects.filter(translations__enabled=True).order_by("-pk")
    for key, locale in translated.values_list("object_id", "locale_id"):
        if key in languages:  # snippets have translation sources too
            languages[key] = locale
    rows = [SourceLanguage(translation_key=key, locale_id=locale) for key, locale in languages.items()]
    SourceLanguage.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [
        ("lifelong_languages", "0001_initial"),
        ("wagtail_localize", "0010_overridablesegment"),
    ]

    operations = [migrations.RunPython(record_source_languages, migrations.RunPython.noop)]
