"""Kibaru turns news reports of political violence into conflict-event records, every value with its words.

    import kibaru

    record = kibaru.code("Gunmen killed 12 farmers near Djibo on Friday.", published="2022-02-19")
    for incident in record.incidents:
        print(incident.mentions[0].event.value.sub_event, incident.reconciled.best)

Heavy parts load when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = ["Incident", "Issue", "Pipeline", "Record", "Report", "__version__", "code", "code_many", "read_reports"]

if TYPE_CHECKING:
    from kibaru.model.incident import Incident, Record
    from kibaru.model.issue import Issue
    from kibaru.model.report import Report
    from kibaru.run.api import code, code_many, read_reports
    from kibaru.run.pipeline import Pipeline

_HOME = {
    "Incident": "kibaru.model.incident",
    "Record": "kibaru.model.incident",
    "Issue": "kibaru.model.issue",
    "Report": "kibaru.model.report",
    "Pipeline": "kibaru.run.pipeline",
    "code": "kibaru.run.api",
    "code_many": "kibaru.run.api",
    "read_reports": "kibaru.run.api",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  # a module's attribute may be anything
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module 'kibaru' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(home), name)
    globals()[name] = value
    return value
