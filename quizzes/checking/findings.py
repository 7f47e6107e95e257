"""What was found in the questions of a page."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Finding:
    """One sentence, and the id of the block that it is about."""

    sentence: str
    block_id: str
    is_error: bool = False

    @property
    def anchor(self):
        """Where Wagtail's editor opens that block."""
        return f"#block-{self.block_id}-section"


@dataclass(frozen=True)
class Checked:
    """One question with what was found in it; errors come alone, for the rest depends on what they leave open."""

    number: int
    stem: str
    findings: list = field(default_factory=list)

    @property
    def has_errors(self):
        return any(finding.is_error for finding in self.findings)
