"""What date expressions count from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kibaru.model.values import DatePrecision, DateRange, When

Meaning = tuple[When | None, str]


@dataclass(frozen=True, slots=True)
class Setting:
    """The publication day, the ranges told elsewhere in the text (the one to count from first), and the tense."""

    published: date | None
    context: tuple[DateRange, ...] = ()
    future: bool = False

    @property
    def year(self) -> int | None:
        """The year of which the text speaks: that of the first range in it which is finer than a year."""
        return next((c.first.year for c in self.context if c.precision is not DatePrecision.YEAR), None)
