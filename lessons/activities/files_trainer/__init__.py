"""Folders and files on a drawn desktop, where nothing can be lost."""

from .block import FilesTrainerBlock

__all__ = ["FilesTrainerBlock"]
