from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from .readers import keep_reader


@require_POST
def choose_reader(request):
    """Keep who is reading, for somebody who has no form of answers to post; then back to the lesson."""
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    response = redirect(wanted if is_ours else "/")
    keep_reader(request, response, request.POST.get("reader", ""))
    return response
