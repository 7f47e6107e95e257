"""A StreamField whose blocks are nobody's migration."""

from wagtail.fields import StreamField

from .streams import KeepingStreamBlock


class BlocksField(StreamField):
    """A StreamField that names its blocks late and leaves them out of migrations.

    `blocks` is a function that returns a list of (name, block). It is called when the
    blocks are first needed, after every app had its say, so a site can register a block
    or a question type and `makemigrations` has nothing to report.
    """

    stream_block_class = KeepingStreamBlock

    def __init__(self, blocks=None, **kwargs):
        self.blocks = blocks
        kwargs.pop("block_types", None)
        super().__init__([], **kwargs)

    @property
    def block_types_arg(self):
        return self.stream_block_class(self.blocks() if self.blocks else [])

    @block_types_arg.setter
    def block_types_arg(self, value):
        """Wagtail sets this in its constructor; ours come from `blocks`."""

    def deconstruct(self):
        name, _path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, "quizzes.fields.BlocksField", [], kwargs

    def clone(self):
        """Keep the blocks, which `deconstruct` leaves out, in Django's own copies of the field."""
        _, _, _, kwargs = self.deconstruct()
        return self.__class__(self.blocks, **kwargs)
