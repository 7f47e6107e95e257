"""The ways in which people look at the site: a language, a width, the colours, larger words, no script."""

from dataclasses import dataclass, field

WIDE = {"width": 1024, "height": 768}
NARROW = {"width": 320, "height": 640}
ZOOMED = {"width": 320, "height": 256}  # what is left of 1280 × 1024 at 400 %


@dataclass(frozen=True)
class Look:
    language: str
    size: dict = field(default_factory=lambda: WIDE)
    media: dict = field(default_factory=dict)
    has_script: bool = True
    percent: int = 100
    is_paper: bool = False

    @property
    def context(self):
        """Return what a browser is opened with."""
        return {"viewport": self.size, "java_script_enabled": self.has_script}

    def sit_down(self, page):
        """Set the colours that this reader has."""
        page.emulate_media(reduced_motion="reduce", **self.media)

    def prepare(self, page):
        """Set the words as large as this reader has them, or send the page to the printer: there is no pressing there."""
        if self.is_paper:
            page.emulate_media(media="print")
        if self.percent != 100:
            page.evaluate(f"document.documentElement.style.fontSize = '{self.percent * 1.125}%'")

    def go_on(self, page):
        """Come back from the printer."""
        if self.is_paper:
            page.emulate_media(media="screen")


LOOKS = {
    **{f"{language}-wide": Look(language) for language in ("kk", "ru", "en")},
    **{f"{language}-narrow": Look(language, NARROW) for language in ("kk", "ru", "en")},
    "dark": Look("ru", media={"color_scheme": "dark"}),
    "forced": Look("kk", media={"forced_colors": "active"}),
    "larger": Look("ru", percent=140),
    "zoomed": Look("kk", ZOOMED),
    "no-script": Look("kk", has_script=False),
    "paper": Look("ru", {"width": 674, "height": 985}, is_paper=True),
}
