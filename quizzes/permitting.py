"""Who may answer on a page."""

from wagtail import hooks


def may_answer(page, request):
    """Tell whether the person of `request` may answer the questions of `page`.

    Whoever is signed in may, unless a function under the Wagtail hook `lifelong_may_answer`
    (called with page and request) returns False: that is how a course asks for enrolment.
    """
    if getattr(request, "is_preview", False) or not request.user.is_authenticated:
        return False
    return all(rule(page, request) is not False for rule in hooks.get_hooks("lifelong_may_answer"))
