"""One page is cheap: it is rendered once with holes in it, and each learner gets the holes filled.

`route` finds the page without Wagtail's queries and proves that it may be shown;
`body` renders and keeps what everybody shares; `fillers` knows what goes into the holes.
"""

from .pages import SharedPageMixin

__all__ = ["SharedPageMixin"]
