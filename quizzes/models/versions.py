"""What learners are asked, frozen item by item. Rows here are never changed, only added."""

from django.db import models


class ItemVersion(models.Model):
    """One item as it once stood: its keys, its rules and its words in the source language.

    `content` is canonical JSON, described in `quizzes.freezing`; `digest` is its SHA-256.
    """

    page_key = models.UUIDField()
    item_id = models.UUIDField()
    digest = models.CharField(max_length=64)
    content = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["page_key", "item_id", "digest"], name="lifelong_one_item_version"
            )
        ]

    def __str__(self):
        return f"{self.item_id} {self.digest[:8]}"


class ItemWording(models.Model):
    """The words of one exact item version in another language. The newest row of a language counts.

    `words` holds only what is translated: a path of the source's words and the text in `language`.
    """

    item = models.ForeignKey(ItemVersion, models.CASCADE, related_name="wordings")
    language = models.CharField(max_length=16)
    words = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return f"{self.item} {self.language}"


class QuizVersion(models.Model):
    """The items of a page in their order, and the settings they are taken under.

    `items` is a list of [item id, digest]; `settings` holds plain JSON values.
    """

    page_key = models.UUIDField()
    digest = models.CharField(max_length=64)
    items = models.JSONField()
    settings = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page_key", "digest"], name="lifelong_one_quiz_version")
        ]

    def __str__(self):
        return f"{self.page_key} {self.digest[:8]}"


class PublishedQuiz(models.Model):
    """Which version of a page's quiz new attempts get. An edit that is taken back points to the old version again."""

    page_key = models.UUIDField(primary_key=True)
    version = models.ForeignKey(QuizVersion, models.PROTECT, related_name="+")

    def __str__(self):
        return str(self.page_key)
