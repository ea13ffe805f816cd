"""Read one English sentence for tests of grammar, without knowledge of places or actors."""

from kibaru.lang.en.pack import English
from kibaru.model.reading import Reading


class Told:
    """A reading with its text, so that tests can speak of words."""

    def __init__(self, text: str) -> None:
        english = English()
        self.text = text
        self.reading: Reading = english.read(text, english.sentences(text)[0], (), ())

    def parties(self) -> list[str]:
        return [self.text[p.span.start : p.span.end] for p in self.reading.parties]

    def roles(self, word: str) -> tuple[list[str], list[str]]:
        trigger = next(t for t in self.reading.triggers if self.text[t.span.start : t.span.end].lower() == word)
        names = self.parties()
        return [names[k] for k in trigger.agents], [names[k] for k in trigger.patients]

    def trigger(self, word: str):
        return next(t for t in self.reading.triggers if self.text[t.span.start : t.span.end].lower() == word)

    def claimants(self) -> list[str]:
        return [self.text[a.claimant.start : a.claimant.end] for a in self.reading.attributions]

    def scopes(self) -> list[str]:
        return [self.text[a.scope.start : a.scope.end].strip() for a in self.reading.attributions]
