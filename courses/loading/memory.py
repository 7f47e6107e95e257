"""What the files last put into the site, page by page."""

from courses.models.loaded import LoadedContent

COMPLETE = "complete"
WAITING, DONE = "waiting", "done"


class Memory:
    """The digests of one page and its translated sentences. Reading runs one query, `save` at most one."""

    def __init__(self, page_key):
        self.page_key = str(page_key)
        rows = LoadedContent.objects.filter(key__startswith=self.page_key)
        self._digests = dict(rows.values_list("key", "digest"))
        self._new = {}

    @property
    def page(self):
        return self._digests.get(self.page_key)

    @page.setter
    def page(self, digest):
        self._remember(self.page_key, digest)

    def is_waiting(self, language):
        """Say whether the page in this language has still to be brought up to date with its sentences."""
        return self._digests.get(f"{self.page_key}/{language}") == WAITING

    def is_done(self, language):
        """Say whether the page was in this language once; if it is not there now, somebody has deleted it."""
        return self._digests.get(f"{self.page_key}/{language}") == DONE

    def set_waiting(self, language):
        self._remember(f"{self.page_key}/{language}", WAITING)

    def set_done(self, language):
        self._remember(f"{self.page_key}/{language}", DONE)

    def sentence(self, language, place):
        return self._digests.get(self._key(language, place))

    def remember_sentence(self, language, place, digest):
        self._remember(self._key(language, place), digest)

    def save(self):
        rows = [LoadedContent(key=key, digest=digest) for key, digest in self._new.items()]
        if rows:
            LoadedContent.objects.bulk_create(
                rows, update_conflicts=True, unique_fields=["key"], update_fields=["digest"]
            )
        self._new = {}

    def _remember(self, key, digest):
        if self._digests.get(key) != digest:
            self._digests[key] = self._new[key] = digest

    def _key(self, language, place):
        path, number = place
        return f"{self.page_key}/{language}/{path}/{number}"


def is_complete():
    """Say whether a load has ever come to its end."""
    return LoadedContent.objects.filter(key=COMPLETE).exists()


def is_begun():
    """Say whether anything was ever loaded."""
    return LoadedContent.objects.exists()


def set_complete():
    LoadedContent.objects.get_or_create(key=COMPLETE)
