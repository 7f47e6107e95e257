"""Somebody who has only keys, and who can always see where they are."""

ELSEWHERE = ("BODY", "HTML", "IFRAME")  # in the browser's own bar, or within the page of a frame
FOCUSED = """() => {
  const node = document.activeElement
  const seen = [node, node.closest('.option, label, .pair') ?? node]
  const style = one => getComputedStyle(one)
  return {
    tag: node.tagName,
    isSeen: seen.some(one => style(one).outlineStyle !== 'none' && parseFloat(style(one).outlineWidth) >= 2),
  }
}"""


class Keyboard:
    """A person who has only keys, and who can always see where they are."""

    def __init__(self, page):
        self.page = page

    def reach(self, target):
        """Press Tab until the target is reached; whatever has the focus on the way shows it."""
        for _ in range(150):
            if target.evaluate("node => node === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
            focused = self.page.evaluate(FOCUSED)
            assert focused["isSeen"] or focused["tag"] in ELSEWHERE, self.where()
        raise AssertionError(f"The Tab key does not lead to {target}; it ended at {self.where()}")

    def where(self):
        return self.page.evaluate("document.activeElement.outerHTML.slice(0, 200)")

    def press(self, target, key="Enter"):
        self.reach(target)
        self.page.keyboard.press(key)

    def write(self, target, text):
        self.reach(target)
        self.page.keyboard.type(text)
