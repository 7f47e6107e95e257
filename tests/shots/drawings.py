"""`make drawings`: every .svg drawing of the starter courses becomes the .png beside it, small enough for slow lines."""

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.browsing import FLAGS, needed_chromium  # noqa: E402 - found by the line above

COLOURS = 64  # flat drawings need no more; few colours make small files


def main():
    drawings = sorted((ROOT / "content").rglob("pictures/*.svg"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=needed_chromium(), args=FLAGS)
        page = browser.new_page()
        for drawing in drawings:
            if is_older(drawing.with_suffix(".png"), drawing):
                render(page, drawing)
        browser.close()


def is_older(picture, drawing):
    return not picture.exists() or picture.stat().st_mtime < drawing.stat().st_mtime


def render(page, drawing):
    """Draw it in the browser at its own size, and keep it with few colours."""
    page.goto(drawing.as_uri())
    width, height = page.evaluate(
        "[document.rootElement.width, document.rootElement.height].map(one => one.baseVal.value)"
    )
    page.set_viewport_size({"width": int(width), "height": int(height)})
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture = drawing.with_suffix(".png")
    shot.quantize(COLOURS, dither=Image.Dither.NONE).save(picture, optimize=True)
    print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size // 1000} kB", flush=True)


if __name__ == "__main__":
    main()
