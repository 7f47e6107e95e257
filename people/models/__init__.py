"""Who people are, where they belong, and how they come in."""

from .families import Consent, Guardianship
from .keeping import KeepingRules
from .lab_computers import LabComputer
from .own_data import Erasure, ErasureRequest, FormerName
from .photos import Photo
from .places import Cohort, Membership, Place
from .profiles import LearnerProfile, language_of, name_of
from .sign_in_secrets import SignInSecret

__all__ = [
    "Cohort",
    "Consent",
    "Erasure",
    "ErasureRequest",
    "FormerName",
    "Guardianship",
    "KeepingRules",
    "LabComputer",
    "LearnerProfile",
    "Membership",
    "Photo",
    "Place",
    "SignInSecret",
    "language_of",
    "name_of",
]
