"""The activities that come with lessons."""

from .activities.files_trainer import FilesTrainerBlock
from .activities.keyboard_trainer import KeyboardTrainerBlock
from .activities.mouse_trainer import MouseTrainerBlock
from .activities.registry import register

register("mouse_trainer")(MouseTrainerBlock)
register("keyboard_trainer")(KeyboardTrainerBlock)
register("files_trainer")(FilesTrainerBlock)
