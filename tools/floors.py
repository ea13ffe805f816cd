"""Pinned floors of quality: what they are, whether scores hold them, how they rise, and how they may be lowered."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol


class FloorsError(Exception):
    """The file of floors cannot be used, or a change of it was refused."""


class Measured(Protocol):
    """What was measured on one corpus."""

    def value(self, name: str) -> float | None:
        """The share from 0 to 1 of that name. Raises KeyError for one that was not measured."""
        ...


@dataclass(frozen=True, slots=True)
class Pinned:
    """One corpus: the SHA-256 of each input by its path under the corpora folder, and a floor from 0 to 1 by slot.

    `required` are floors that an update keeps even where the measured value minus the tolerance lies below them.
    `tolerance` stands for the file's where a corpus is so large that less is enough.
    """

    inputs: Mapping[str, str]
    floors: Mapping[str, float]
    required: Mapping[str, float]
    tolerance: float | None = None


@dataclass(frozen=True, slots=True)
class Floors:
    """The file of floors. `changes` is its history of floors lowered and inputs accepted, each with its reason."""

    tolerance: float
    tolerance_because: str
    corpora: Mapping[str, Pinned]
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Below:
    """A slot that fell below its floor; `value` is None where it was no longer scored at all."""

    corpus: str
    slot: str
    value: float | None
    floor: float

    def __str__(self) -> str:
        told = "no score" if self.value is None else f"{100 * self.value:.1f}"
        return f"{self.corpus}: {self.slot} is {told}, its floor is {100 * self.floor:.1f}"


def load(path: Path) -> Floors:
    """The floors in a file. Raises `FloorsError`."""
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
        corpora = {
            name: Pinned(each["inputs"], each["floors"], each.get("required", {}), each.get("tolerance"))
            for name, each in fields["corpora"].items()
        }
        return Floors(fields["tolerance"], fields["tolerance_because"], corpora, tuple(fields["changes"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise FloorsError(f"{path} cannot be read as floors: {error!r}") from error


def save(floors: Floors, path: Path) -> None:
    """Write floors so that a diff shows what moved."""
    corpora = {
        name: {
            "inputs": dict(each.inputs),
            **({} if each.tolerance is None else {"tolerance": each.tolerance}),
            "required": dict(each.required),
            "floors": dict(each.floors),
        }
        for name, each in floors.corpora.items()
    }
    fields = {
        "tolerance": floors.tolerance,
        "tolerance_because": floors.tolerance_because,
        "corpora": corpora,
        "changes": list(floors.changes),
    }
    path.write_text(json.dumps(fields, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def below(floors: Floors, measured: Mapping[str, Measured]) -> tuple[Below, ...]:
    """All slots of the measured corpora that lie below their floors, in the file's order."""
    return tuple(
        Below(name, slot, value, floor)
        for name, scores in measured.items()
        for slot, floor in floors.corpora[name].floors.items()
        if (value := _value(scores, slot)) is None or value < floor
    )


def changed_inputs(pinned: Pinned, folder: Path) -> tuple[str, ...]:
    """The inputs whose bytes are not those that the floors were measured on. Raises `FloorsError` for a missing one."""
    return tuple(name for name, pin in pinned.inputs.items() if _sha256(folder / name) != pin)


def accept_inputs(floors: Floors, folder: Path, reason: str) -> Floors:
    """Pin the inputs as they are now, with the reason. Raises `FloorsError` for an empty reason or a missing input."""
    reason = _given(reason)
    changes, corpora = list(floors.changes), dict(floors.corpora)
    for name, pinned in floors.corpora.items():
        changed = changed_inputs(pinned, folder)
        if changed:
            corpora[name] = replace(pinned, inputs={each: _sha256(folder / each) for each in pinned.inputs})
            changes.append(f"{name}: new {', '.join(changed)}: {reason}")
    return replace(floors, corpora=corpora, changes=tuple(changes))


def raised(floors: Floors, measured: Mapping[str, Measured], allow_lower: str | None = None) -> Floors:
    """Floors at the measured values less the tolerance, where that is higher than now.

    A slot that lies below its floor is refused with a `FloorsError`, unless `allow_lower` gives the reason, which
    is then kept in the file; its floor falls to the measured value less the tolerance, required floors included.
    """
    failing = below(floors, measured)
    if failing and allow_lower is None:
        told = "; ".join(map(str, failing))
        raise FloorsError(f"refused to lower floors ({told}): mend it, or give --allow-lower REASON")
    reason = _given(allow_lower) if allow_lower is not None else ""
    corpora, changes = dict(floors.corpora), list(floors.changes)
    for name, scores in measured.items():
        pinned = floors.corpora[name]
        fallen = {each.slot for each in failing if each.corpus == name}
        new = {slot: _new_floor(floors, pinned, slot, _value(scores, slot), slot in fallen) for slot in pinned.floors}
        changes += [f"{name}: {slot} {pinned.floors[slot]} to {new[slot]}: {reason}" for slot in new if slot in fallen]
        required = {slot: new[slot] if slot in fallen else least for slot, least in pinned.required.items()}
        corpora[name] = replace(pinned, floors=new, required=required)
    return replace(floors, corpora=corpora, changes=tuple(changes))


def _new_floor(floors: Floors, pinned: Pinned, slot: str, value: float | None, fallen: bool) -> float:
    # Rounded down, so that a floor is never above what it was made from.
    tolerance = floors.tolerance if pinned.tolerance is None else pinned.tolerance
    offered = max(0.0, math.floor(1000 * ((value or 0.0) - tolerance) + 1e-9) / 1000)
    return offered if fallen else max(offered, pinned.floors[slot], pinned.required.get(slot, 0.0))


def _value(scores: Measured, slot: str) -> float | None:
    try:
        return scores.value(slot)
    except KeyError:
        return None


def _given(reason: str) -> str:
    if not reason.strip():
        raise FloorsError("a reason is needed, and an empty one is none")
    return reason.strip()


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise FloorsError(f"{path} is missing: {error.strerror}") from error
