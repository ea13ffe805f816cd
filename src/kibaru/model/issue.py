"""What could not be read, resolved or decided: a row, not a crash and not silence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kibaru.model.span import Span


class Level(StrEnum):
    """How much an issue matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Issue:
    """One problem with the data.

    `code` is stable and machine-readable ("input.empty"), `message` says what is wrong, `remedy` what the reader can
    do about it. `source` names the file or stream, `line` is 1-based, `span` lies in the report's text.
    """

    code: str
    level: Level
    message: str
    remedy: str = ""
    source: str | None = None
    line: int | None = None
    span: Span | None = None
