"""Bringing the pictures of a file of questions into the site, each once, and taking them out again if that fails."""

from contextlib import contextmanager, suppress

from django.core.files.base import ContentFile
from wagtail.images import get_image_model

from .pictures import digest_of, pictures_in

LONGEST_TITLE = 255


def collection_for(user):
    """Return the collection into which somebody may put new images, or None."""
    from wagtail.images.permissions import permission_policy  # it asks the apps, which are not ready before

    return permission_policy.collections_user_has_permission_for(user, "add").first()


@contextmanager
def brought(questions, user):
    """Give {picture: image} for the pictures of questions; the images are not saved yet unless the site had them.

    Their bytes are on disk, so that the transaction in which they are saved is short. Should it fail, they go again.
    """
    images, made = {}, {}
    try:
        for picture in {one: None for question in questions for one in pictures_in(question.value)}:
            digest = digest_of(picture.content)
            images[picture] = made.get(digest) or _known(picture, digest)
            if images[picture] is None:
                images[picture] = made[digest] = _written(picture, digest, user)
        yield images
    except BaseException:
        for image in made.values():
            with suppress(OSError):
                image.file.storage.delete(image.file.name)
        raise


def _known(picture, digest):
    """Return the image that has these bytes, as they came or as they were drawn anew, or None."""
    known = get_image_model().objects.filter(file_hash__in={picture.given, digest} - {""})
    return known.order_by("pk").first()


def _written(picture, digest, user):
    image = get_image_model()(
        title=(picture.alt or picture.name)[:LONGEST_TITLE],
        collection=collection_for(user),
        uploaded_by_user=user,
        file_size=len(picture.content),
        file_hash=digest,
    )
    image.file.save(picture.name, ContentFile(picture.content), save=False)
    image.width, image.height = image.file.width, image.file.height
    return image
