"""The question types that come with the engine, each in a folder of its own."""

from .hand_ins.storage import is_ready
from .registry import register
from .types.gaps import Gaps
from .types.hand_in import HandIn
from .types.hotspot import Hotspot
from .types.matching import Matching
from .types.matrix import Matrix
from .types.multiple_choice import MultipleChoice
from .types.numerical import Numerical
from .types.open_text import OpenText
from .types.ordering import Ordering
from .types.reflection import Reflection
from .types.short_answer import ShortAnswer
from .types.single_choice import SingleChoice
from .types.true_false import TrueFalse

register(SingleChoice)
register(MultipleChoice)
register(TrueFalse)
register(ShortAnswer)
register(Numerical)
register(Matching)
register(Ordering)
register(Matrix)
register(Hotspot)
register(OpenText)
register(Reflection)
register(Gaps)
if is_ready():  # a site that does not say where files go is not asked for any
    register(HandIn)
