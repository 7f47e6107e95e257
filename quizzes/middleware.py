"""Two content security policies, by path: learners' pages are strict, Wagtail's admin has its own."""

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.urls import NoReverseMatch, reverse

# Its date pickers, inline panels and translation pages use inline script; previews are frames and blobs.
ADMIN_DIRECTIVES = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "connect-src": [SELF],
}


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """Sends the policy of `CONTENT_SECURITY_POLICY`, relaxed below the admin's address only."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if request.path.startswith(_admin_prefix()):
            parts.replace = {**(parts.replace or {}), **ADMIN_DIRECTIVES}
        return parts


def _admin_prefix():
    try:
        return reverse("wagtailadmin_home")
    except NoReverseMatch:
        return "/admin/"
