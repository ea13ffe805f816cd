"""How the frozen values of the model travel between processes.

Compiled classes take no state once they are made, so each value is made anew from its fields; in pure Python it is the
same, so that both ways are tested by the same tests.
"""

from __future__ import annotations

import copyreg
from dataclasses import fields, is_dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import kibaru.model


def register() -> None:
    """Teach `pickle` every frozen class of the model; to be called once in each process."""
    for info in iter_modules(kibaru.model.__path__, "kibaru.model."):
        module = import_module(info.name)
        for value in vars(module).values():
            if isinstance(value, type) and is_dataclass(value) and value.__module__ == info.name:
                copyreg.pickle(value, _parts)


def _parts(value: Any) -> tuple[type, tuple[Any, ...]]:  # noqa: ANN401  # any class of the model
    return type(value), tuple(getattr(value, field.name) for field in fields(value))
