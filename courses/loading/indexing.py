"""What Wagtail indexes at every save of a page is indexed once a page: a page that is loaded is saved five times."""

from contextlib import contextmanager

from django.db.models.signals import post_save
from modelsearch import index
from modelsearch.signal_handlers import post_save_signal_handler
from modelsearch.tasks import insert_or_update_object_task
from wagtail.models import Page
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.tasks import update_reference_index_task


@contextmanager
def indexing_put_off():
    """Index what is saved inside when it ends; put it inside a transaction, and a power cut parts no page from it."""
    saved = {}

    def remember(sender, instance, **kwargs):
        saved[sender, instance.pk] = None

    models = [model for model in index.get_indexed_models() if issubclass(model, Page)]
    found = [model for model in models if post_save.disconnect(post_save_signal_handler, sender=model)]
    try:
        for model in found:
            post_save.connect(remember, sender=model)
        with disable_reference_index_auto_update():
            yield
    finally:
        for model in found:
            post_save.disconnect(remember, sender=model)
            post_save.connect(post_save_signal_handler, sender=model)
    for model, pk in saved:
        if model.objects.filter(pk=pk).exists():  # the page of a new Wagtail site was saved, and has gone
            name = model._meta.app_label, model._meta.model_name, str(pk)
            update_reference_index_task.call(*name)
            insert_or_update_object_task.call(*name)
