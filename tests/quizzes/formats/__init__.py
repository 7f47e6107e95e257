"""Questions as files of other programs."""
