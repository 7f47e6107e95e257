from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from people.desk import permitting
from people.desk.views import OfOneClass

from . import keeping
from .forms import PhotoForm
from .views import about


class PhotoView(OfOneClass):
    """A teacher gives somebody in the class a photo, or takes it away."""

    def get(self, request, member):
        return self.ask(request, self.member(member), PhotoForm())

    def post(self, request, member):
        member = self.member(member)
        if "forget" in request.POST:
            keeping.forget(member.learner)
            messages.success(request, _("The photo is gone."))
            return redirect(self.address("class"))
        form = PhotoForm(request.POST, request.FILES)
        if form.is_valid() and keeping.keep(member.learner, form.cleaned_data["photo"]):
            messages.success(request, _("Saved."))
            return redirect(self.address("class"))
        return self.ask(request, member, form)

    def member(self, pk):
        return permitting.member_for(self.request.user, self.cohort.pk, pk)

    def ask(self, request, member, form):
        return self.show(request, "photo", member=member, form=form, **about(member.learner))
