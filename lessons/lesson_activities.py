"""The activities that come with lessons."""

from .activities.mouse_trainer import MouseTrainerBlock
from .activities.registry import register

register("mouse_trainer")(MouseTrainerBlock)
