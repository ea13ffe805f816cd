"""Every exception that kibaru raises, named by who must act.

    KibaruError
    ├── UsageError      the caller: an argument or option is wrong
    ├── InputError      whoever supplies the input: it cannot be read as a report
    ├── KnowledgeError  whoever builds or installs kibaru: a data artefact is missing or damaged
    └── InternalError   kibaru's authors: a promise of the code was broken

Bad *data* inside a batch is no exception: it becomes an `Issue` row (see `kibaru.model.issue`).
"""


class KibaruError(Exception):
    """The root of all errors that kibaru raises."""


class UsageError(KibaruError):
    """The caller passed a value that makes no sense; the message says which would."""


class InputError(KibaruError):
    """The input cannot be read as a report; the message says what to change."""


class KnowledgeError(KibaruError):
    """A shipped data artefact is missing or damaged; reinstalling or rebuilding helps."""


class InternalError(KibaruError):
    """A promise inside kibaru was broken: please report it with the input."""
