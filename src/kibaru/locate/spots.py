"""Finds the words of a report that may name places, longest names first, with what the words around them say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from kibaru.clean.names import fold
from kibaru.lang.en import place_words
from kibaru.lang.en import places as english
from kibaru.lang.en.places import Frame
from kibaru.model.annotation import Sentence, Token
from kibaru.model.knowledge import PlaceEntry
from kibaru.ports import Gazetteer

LONGEST: Final = 6
_CONNECTORS: Final = frozenset(
    "of the de del des du la las le les los el al and es ez ad ed an as ash at sur en y e i in".split()
)
_JOINING: Final = frozenset({"and", "in", "y", "e", "i", "of", "at", "as", "an"})
_ACRONYMS: Final = frozenset("US USA UK UAE DRC CAR PRC KSA FATA ARMM BARMM DPRK VRAEM KPK".split())
# After these and capitals a name may go on.
_GO_ON: Final = _CONNECTORS | place_words.REGION_NOUNS | english.POSSESSIVE | {"."}
_SPACES: Final = frozenset(" \u00a0")
_ENDS: Final = frozenset(".!?")
_SHORTENED: Final = frozenset({"st", "mt", "ft"})
_SMALL_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz")
_SMALL_STARTS: Final = ("three", "tri-")
_TITLE_SHARE: Final = 0.6
_KNOWN: Final = 10_000
_WELL_KNOWN: Final = 100_000


class Spot(NamedTuple):
    """A candidate: tokens `[i, j)` of a sentence, the name there (no possessive), and the entries of that name.

    `part_of_name` says that capitalised words beside it belong to the same name ("Paris Hilton", "Bank of Gao"),
    `leads` that the place begins that name ("Boston Marathon"), `facility` that the whole is a street or site.
    `title` marks a headline in capitals throughout, `owned` a possessive ("Mali's").
    """

    sentence: int
    i: int
    j: int
    start: int
    end: int
    name: str
    entries: tuple[PlaceEntry, ...]
    frame: Frame
    part_of_name: bool
    facility: bool
    title: bool
    owned: bool
    leads: bool = False

    @property
    def single(self) -> bool:
        """Whether the name is one word."""
        return self.j - self.i == 1


class _Words:
    """One sentence prepared for spotting: which of its words are capitalised and what stands in them."""

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.text = text
        self.sentence = sentence
        self.tokens = tokens = sentence.tokens
        self.words = sentence.words
        self.capital = _capitals(text, tokens)
        self.title = not (tokens and tokens[-1].lower in _ENDS) and self._mostly_capitals()
        self._ends: dict[int, int] = {}
        self._strict_ends: dict[int, int] = {}

    def _mostly_capitals(self) -> bool:
        long = capitals = 0
        capital = self.capital
        for at, token in enumerate(self.tokens):
            if token.end - token.start > 3 and token.lower[0].isalpha():
                long += 1
                if capital[at]:
                    capitals += 1
        return long >= 4 and capitals / long > _TITLE_SHARE

    def starts(self, small: bool) -> list[int]:
        """Where names may begin: at capitals, and where a region has none, if `small` ("the tri-border area")."""
        capital = self.capital
        if not small:
            return [at for at, is_capital in enumerate(capital) if is_capital]
        return [i for i, t in enumerate(self.tokens) if capital[i] or t.lower.startswith(_SMALL_STARTS)]

    def plain(self, i: int) -> bool:
        """Whether word `i` is a common word with nothing after it that a name could go on with: no name begins there.

        Most sentences begin with such a word, so that this is asked before anything is looked up.
        """
        lowers, capital = self.words, self.capital
        if not capital[i]:
            return i + 1 == len(lowers)
        if not english.never_place(lowers[i]):
            return False
        return i + 1 == len(lowers) or not (capital[i + 1] or lowers[i + 1] in _GO_ON)

    def owned(self, j: int) -> bool:
        """Whether the name that ends before `j` is a possessive."""
        return j < len(self.words) and self.words[j] in english.POSSESSIVE

    def name(self, i: int, j: int) -> tuple[int, int, str]:
        """Bounds and words of tokens `[i, j)`."""
        start, end = self.tokens[i].start, self.tokens[j - 1].end
        return start, end, self.text[start:end]

    def joined(self, k: int) -> bool:
        """Whether word `k` follows the one before it with nothing but a space or a stop of an abbreviation between."""
        before, start = self.tokens[k - 1].end, self.tokens[k].start
        return before == start or (start - before == 1 and self.text[before] in _SPACES)

    def run_end(self, i: int, strict: bool = False) -> int:
        """One past the last word of the capitalised run that begins at `i`, connectors inside included.

        `strict` leaves out "and" and "in", which join names as often as they stand inside one.
        """
        ends = self._strict_ends if strict else self._ends
        end = ends.get(i)
        if end is None:
            end = ends[i] = self._read_run(i + 1, strict)
        return end

    def _read_run(self, j: int, strict: bool) -> int:
        tokens, capital, lowers = self.tokens, self.capital, self.words
        text, count = self.text, len(tokens)
        end = tokens[j - 1].end
        while j < count:
            lower = lowers[j]
            if not capital[j] and lower != "." and lower not in _CONNECTORS:
                break
            start, stop = tokens[j].start, tokens[j].end
            if start != end and not (start - end == 1 and text[end] in _SPACES):
                break
            if capital[j]:
                j, end = j + 1, stop
                continue
            if lower in _CONNECTORS and not (strict and lower in _JOINING) and (step := self._bridge(j)):
                j += step
                end = tokens[j - 1].end
            elif lower == "." and lowers[j - 1] in _SHORTENED:
                j, end = j + 1, stop
            else:
                break
        return j

    def _bridge(self, j: int) -> int:
        """How many words from `j` on a connector and the capital after it make; 0 if there is none ("of the Congo")."""
        for step in (1, 2):
            if j + step >= len(self.words) or self.words[j + step - 1] not in _CONNECTORS:
                return 0
            if not self.joined(j + step):
                return 0
            if self.capital[j + step]:
                return step + 1
        return 0


def _capitals(text: str, tokens: Sequence[Token]) -> list[bool]:
    """Which words are capitalised, articles tied to a capital included."""
    small = _SMALL_LETTERS
    capital: list[bool] = []
    for token in tokens:
        start, stop = token.start, token.end
        first = text[start]
        # Most words begin with a plain small letter, for which one look will do.
        found = first not in small and first.isupper()
        if not found and stop - start > 2 and not token.lower.isalpha():
            found = _late_capital(text[start:stop])
        capital.append(found)
    return capital


def spot_places(text: str, sentences: Sequence[Sentence], gazetteer: Gazetteer) -> list[Spot]:
    """The candidates of all sentences in reading order; none overlap."""
    found: list[Spot] = []
    lower = text.lower()
    small = any(start in lower for start in _SMALL_STARTS)
    for sentence in sentences:
        words = _Words(text, sentence)
        free_from = 0
        for i in words.starts(small):
            spot = None if i < free_from or words.plain(i) else _spot(words, i, gazetteer)
            if spot is not None:
                found.append(spot)
                free_from = spot.j
    return found


def _spot(words: _Words, i: int, gazetteer: Gazetteer) -> Spot | None:
    end = words.run_end(i)
    if words.owned(end) and (spot := _past_possessive(words, i, end, gazetteer)):
        return spot
    tokens, text = words.tokens, words.text
    start = tokens[i].start
    for j in range(_reach(words, i, end), i, -1):
        stop = tokens[j - 1].end
        name = text[start:stop]
        if j - i == 1 and not _word_may_name(words, i, name):
            break
        entries = gazetteer.exact(name)
        if entries and not (j > end and not _lower_case_name(entries)):
            if _inside_a_longer_name(words, i, j, entries):
                break
            return _made(words, (i, j), (start, stop, name), tuple(entries))
    return _unknown(words, i, words.run_end(i, strict=True), gazetteer)


def _past_possessive(words: _Words, i: int, end: int, gazetteer: Gazetteer) -> Spot | None:
    """A name with a possessive inside: "People's Republic of China", "Queen Anne's County"."""
    if end + 1 >= len(words.tokens) or not words.capital[end + 1] or not words.joined(end + 1):
        return None
    for j in range(min(words.run_end(end + 1), end + LONGEST), end + 1, -1):
        start, stop, name = words.name(i, j)
        if entries := gazetteer.exact(name):
            return _made(words, (i, j), (start, stop, name), tuple(entries))
    return None


def _reach(words: _Words, i: int, end: int) -> int:
    """How far a name from `i` on may go: the capitals, and after them a noun of regions ("Lake Chad basin")."""
    # Where the name itself is in small letters ("three borders area"), one more word may stand before the noun.
    lowers = words.words
    for j in range(end, min(len(lowers), end + (1 if words.capital[i] else 2))):
        lower = lowers[j]
        if lower in place_words.REGION_NOUNS:
            return j + 1 if words.joined(j) else min(end, i + LONGEST)
        if not lower[0].isalpha() or not words.joined(j):
            break
    return min(end, i + LONGEST)


def _inside_a_longer_name(words: _Words, i: int, j: int, entries: Sequence[PlaceEntry]) -> bool:
    """Whether a hamlet's name only begins a longer name that no gazetteer has ("Ain" in "Ain Issa")."""
    end = words.run_end(i, strict=True)
    best = entries[0]
    large = best.feature.startswith(("A.PCLI", "A.TERR", "A.ADM1", "L.", "H."))
    if end <= j or words.title or large or best.population >= _KNOWN:
        return False
    rest = words.words[j:end]
    return not any(english.is_time(w) or english.kind_of(w) or english.never_place(w) for w in rest)


def _lower_case_name(entries: Sequence[PlaceEntry]) -> bool:
    """Names with lower-case words count only for regions and waters: "Sahel region", not a hamlet named "Gao an"."""
    return entries[0].feature[0] in "LHT"


def _word_may_name(words: _Words, i: int, name: str) -> bool:
    bare = words.words[i]
    if name[1:2] not in _SMALL_LETTERS and name.isupper() and len(name.replace(".", "")) <= 4:
        return name.replace(".", "") in _ACRONYMS
    return words.capital[i] and len(bare) > 1 and not english.never_place(bare)


def _made(words: _Words, bounds: tuple[int, int], place: tuple[int, int, str], entries: tuple[PlaceEntry, ...]) -> Spot:
    i, j = bounds
    begin, end = _run_around(words, i, j)
    lowers = words.words[begin:end]
    frame = english.frame(words.tokens, i, j)
    facility = frame.facility
    part = leads = False
    if (begin, end) != (i, j) and not words.title:
        if english.facility_name(lowers):
            facility, i, j = True, begin, end
            frame = english.frame(words.tokens, i, j)
            start, stop, name = words.name(i, j)
            place = (start, stop, name)
        else:
            part = True
            # The word after the name belongs to the longer name ("Gao District Court") and says nothing of the place.
            frame = frame._replace(first=i, last=j, kind=None) if end > j else frame
            leads = begin == i and place_words.ORGANISATIONS.isdisjoint(lowers)
    owned = words.owned(j)
    return Spot(words.sentence.index, i, j, *place, entries, frame, part, facility, words.title, owned, leads)


def _run_around(words: _Words, i: int, j: int) -> tuple[int, int]:
    """The capitalised words that belong to the same name, without openings, directions, kinds, titles and days."""
    end = j
    if not words.owned(j):
        run = max(words.run_end(j - 1, strict=True), j)
        lowers = words.words[j:run]
        if lowers and not _apart(lowers):
            end = run
    begin = i
    while begin > 0 and words.capital[begin - 1] and words.joined(begin) and not words.owned(begin):
        lower = words.words[begin - 1]
        if english.never_place(lower) and lower not in place_words.TITLES:
            break
        if lower in place_words.BEFORE_NAMES or english.kind_of(lower) or english.demonym_like(lower):
            break
        begin -= 1
    # "Bank of Gao" is a bank, "the president of Mali" names a country.
    if begin >= 2 and words.words[begin - 1] == "of" and words.capital[begin - 2]:
        begin -= 2 if words.words[begin - 2] in place_words.ORGANISATIONS else 0
    return begin, end


def _apart(after: Sequence[str]) -> bool:
    """Whether capitalised words after a name are no part of it: a day, a kind of unit, the title of an office."""
    return english.is_time(after[0]) or after[0] in place_words.OFFICES or (len(after) == 1 and _unit(after[0]))


def _unit(lower: str) -> bool:
    return english.kind_of(lower) is not None and lower != "department"


def _late_capital(word: str) -> bool:
    """Whether an article or particle in small letters is tied to a capital: "al-Bab", "ez-Zor", "d'Ivoire"."""
    for mark in "-'’":
        head, found, rest = word.partition(mark)
        if found and rest[:1].isupper() and (head in _CONNECTORS or head == "d"):
            return True
    return False


def _known_within(words: _Words, i: int, end: int, gazetteer: Gazetteer) -> tuple[PlaceEntry, ...]:
    """The well-known town inside the name of a site: Caracas in "Hospital Universitario de Caracas"."""
    for k in range(i + 1, end):
        if words.capital[k] and not english.never_place(words.words[k]):
            entries = tuple(gazetteer.exact(words.name(k, end)[2]))
            if entries and entries[0].population >= _WELL_KNOWN:
                return entries
    return ()


def _unknown(words: _Words, i: int, end: int, gazetteer: Gazetteer) -> Spot | None:
    """A capitalised run that no gazetteer knows: a street or building, or a place if the words before it say so."""
    if not words.capital[i] or words.title:
        return None
    lowers = words.words[i:end]
    if english.never_place(lowers[0]) and not english.facility_name(lowers):
        return None
    start, stop, name = words.name(i, end)
    if english.is_time(lowers[0]) or lowers[-1] in place_words.ORGANISATIONS or not fold(name):
        return None
    frame = english.frame(words.tokens, i, end)
    facility = english.facility_name(lowers) or frame.facility
    entries = _known_within(words, i, end, gazetteer) if facility else ()
    if not facility and frame.kind is None and english.demonym_like(lowers[-1]):
        return None
    listed = frame.before >= 0 and words.words[frame.before] in {"and", ","} and end - i > 1
    if not facility and (
        not (frame.locative or listed) or not place_words.ORGANISATIONS.isdisjoint(lowers) or name.isupper()
    ):
        return None
    return Spot(
        words.sentence.index, i, end, start, stop, name, entries, frame, False, facility, False, words.owned(end)
    )
