"""Whole numbers written in digits, in any script, with or without separators. Knows no language."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

# Longer runs are account numbers and the like; Python also refuses to read very long ones.
_MOST_DIGITS: Final = 15
_SPACES: Final = "\u00a0\u2009\u202f "
_GROUPED: Final = re.compile(
    rf"\d{{1,3}}(?:(?:,\d{{3}})+|(?:,\d{{2}})*,\d{{3}}|(?:['’]\d{{3}})+|(?:[{_SPACES}]\d{{3}})+)"
)
_DECIMAL: Final = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)\.(\d{1,4})")


def whole_number(run: str) -> int | None:
    """The number that digits with separators spell ("1,200", "1 200", "1'200", "1,00,000"); None for anything else."""
    if len(run) > 2 * _MOST_DIGITS:
        return None
    if not run.isdecimal():
        if _GROUPED.fullmatch(run) is None:
            return None
        run = "".join(c for c in run if c.isdecimal())
    return int(run) if len(run) <= _MOST_DIGITS else None


def scaled_number(run: str, scale: int) -> int | None:
    """The whole number that digits, with a decimal point or not, give times `scale` ("1.2" times a million)."""
    value = whole_number(run)
    if value is not None:
        return value * scale
    match = _DECIMAL.fullmatch(run) if len(run) <= 2 * _MOST_DIGITS else None
    if match is None:
        return None
    head = whole_number(match[1])
    if head is None:
        return None
    total = (head + Decimal(int(match[2])).scaleb(-len(match[2]))) * scale
    return int(total) if total == int(total) else None
