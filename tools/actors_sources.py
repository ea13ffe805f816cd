"""What outside lists add to the reviewed actors: UCDP's groups, UN and OFAC names, leaders of the Factbook."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from actors_rows import Name, Row, last_day, table
from kibaru.clean.names import fold

# UCDP's Org: 1 is a formally organised non-state group, 3 a communal group, 4 a government; 2 are supporters.
_FORMAL, _COMMUNAL, _STATE = "1", "3", "4"
_KIN = re.compile(r"\s+(?:sub-?clan|clan|sub-?tribe|tribe|community|communities|long-term inmates)\b.*", re.IGNORECASE)
_ARMED_MEN = ("communal militia", "militia", "militias", "militiamen", "fighters")
_NOT_A_NAME = re.compile(
    r"military faction|forces of|supporters|insurgents|faction|opposition coalition|irregulars| - |royalists"
    r"|neutralists|gang$|sector|^jama.at$|^unity party",
    re.IGNORECASE,
)
_TIES = {"ActorIdPrev": "split from", "ActorIdGroup": "joined", "ActorIdAlliance": "allied with"}
_PARENTHESIS = re.compile(r"\s*\(([^)]*)\)")
_SPLIT = re.compile(r"\s*;\s*|\s*\|\s*|\s+/\s+")
# Listed for money, goods or charity: names that speak of no armed group.
_BUSINESS = re.compile(
    r"company|compan|trading|foundation|bank|airline|trust|society|charit|exchange|\bco\b|ltd|llc|inc\b|corp|relief|fund"
    r"|committee|office|association|institute|bureau|minist|industr|shipping|exports?|import|group of companies|holding"
    r"|university|telecom|services|holy|enterprise|establishment|agency|aid|media|broadcast|investment|real estate"
    r"|haramain|jam.yah|tameer|khidamat|selselat|tous pour|furqan|^irgc|\bbranch\b",
    re.IGNORECASE,
)
TITLES = re.compile(
    r"^(?:(?:acting|interim|transition|transitional|caretaker|first|second|deputy|executive|vice|co-?)[ -]+)*"
    r"(?:president(?: elect| of the swiss confederation| of the republic of \w+)?|prime minister|premier|chancellor"
    r"|federal chancellor|supreme leader|taoiseach)[, ]+",
    re.IGNORECASE,
)
_RANKS = re.compile(
    r"^(?:(?:sr\.?|lt\.?|maj\.?|brig\.?|gen\.?|col\.?|capt\.?|adm\.?|dr\.?|general|colonel|captain|field marshal"
    r"|sir|sheikh|ayatollah)\s+)+",
    re.IGNORECASE,
)
OPEN = "2025-11"
_ISO = {"Burma": "MMR", "Congo, Democratic Republic of the": "COD", "Congo, Republic of the": "COG"}
_LOCATION = {
    "United States of America": "USA",
    "Ivory Coast": "CIV",
    "Bosnia-Herzegovina": "BIH",
    "Macedonia, FYR": "MKD",
    "Kingdom of eSwatini (Swaziland)": "SWZ",
}


class Countries:
    """Country names of the sources as ISO3, by the names of resources/actors/states.tsv."""

    def __init__(self, states: Sequence[Row]) -> None:
        self._iso3 = {
            fold(name.text): row.country
            for row in states
            for name in row.names
            if name.role == "country" and name.alone
        } | {fold(name): iso3 for name, iso3 in (_ISO | _LOCATION).items()}

    def iso3(self, name: str) -> str:
        """The ISO3 of a name, also of "Myanmar (Burma)"; empty where it is unknown."""
        parts = [name, _PARENTHESIS.sub("", name), *_PARENTHESIS.findall(name)]
        return next((self._iso3[fold(part)] for part in parts if fold(part) in self._iso3), "")

    def many(self, cell: str) -> list[str]:
        """The ISO3 of all names of a cell, in order, without those unknown."""
        found = [self.iso3(part.strip()) for part in cell.split(",")]
        return list(dict.fromkeys(code for code in found if code))


def ucdp(path: Path, countries: Countries) -> Iterator[Row]:
    """UCDP's formally organised groups. Acronyms and single words need their country in the report."""
    for line in table(path):
        if line["org"] != _FORMAL or _NOT_A_NAME.search(line["name_data"]):
            continue
        where = countries.many(line["location"])
        texts = [line["name_data"], line["name_full_eng"], *line["new_name_eng"].split(", ")]
        names = list(_names(texts))
        if not names or not where:
            continue
        full = next((name.text for name in names if " " in name.text), names[0].text)
        row = Row(
            f"ucdp-{line['actor_id']}", full, "rebel_group", "group", "", where, source=f"UCDP ucdp:{line['actor_id']}"
        )
        row.add(*names)
        yield row


def communal(path: Path, countries: Countries, taken: frozenset[str]) -> Iterator[Row]:
    """UCDP's communal groups: clans under their own names, peoples only with a noun for their armed men.

    "Misseriya" is a people; "Misseriya militia" takes a side. All need their country in the report. `taken` are folded
    names that must not be shadowed (demonyms).
    """
    for line in table(path):
        base = " ".join(_PARENTHESIS.sub("", line["name_data"].replace("’", "'")).split())
        where = countries.many(line["location"])
        people = _KIN.split(base)[0].strip()
        if line["org"] != _COMMUNAL or not where or not people or fold(people) in taken or "," in base:
            continue
        kin = people != base
        row = Row(f"ucdp-{line['actor_id']}", base if kin else f"{base} communal militia", "identity_militia", "group")
        row.countries, row.source = where, f"UCDP ucdp:{line['actor_id']}"
        row.add(*(Name(text, alone=False) for text in ([base] if kin else [])))
        row.add(*(Name(f"{people} {noun}", alone=False) for noun in _ARMED_MEN))
        yield row


def ties(path: Path) -> Iterator[tuple[str, str, str]]:
    """How UCDP's actors hang together: the id of one, "split from", "joined" or "allied with", the id of the other."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for line in csv.DictReader(lines):
            for column, tie in _TIES.items():
                for other in filter(None, line[column].split(", ")):
                    yield line["ActorId"], tie, other


def left_out(path: Path, taken: Collection[str]) -> int:
    """How many of UCDP's actors that are no governments have no row; `taken` are the ids that have one."""
    return sum(line["org"] != _STATE and line["actor_id"] not in taken for line in table(path))


def _names(texts: Sequence[str]) -> Iterator[Name]:
    for raw in texts:
        text = _PARENTHESIS.sub("", raw.replace("’", "'").replace("n/a", "")).strip(" '\"")
        if len(fold(text)) >= 2 and "," not in text and not _NOT_A_NAME.search(text):
            yield Name(text, alone=len(fold(text).split()) >= 3)


def united_nations(path: Path) -> Iterator[tuple[str, list[Name]]]:
    """Entities of the UN list that are armed groups: reference and names."""
    for line in table(path):
        if line["kind"] == "entity" and line["list"] in {
            "Al-Qaida",
            "DRC",
            "CAR",
            "Somalia",
            "Taliban",
            "Yemen",
            "Haiti",
        }:
            yield from _listed(f"UN {line['ref']}", line["name"], line["aliases"])


def ofac(path: Path) -> Iterator[tuple[str, list[Name]]]:
    """Organisations that OFAC lists as foreign terrorist organisations: id and names."""
    for line in table(path):
        if "individual" not in line["type"] and "FTO" in line["programs"]:
            yield from _listed(f"OFAC {line['ofac_id']}", line["name"], line["aliases"])


def _listed(ref: str, name: str, aliases: str) -> Iterator[tuple[str, list[Name]]]:
    if _BUSINESS.search(name):
        return
    names: list[Name] = []
    for raw in (name, *aliases.split("|")):
        for part in _SPLIT.split(raw):
            inner = _PARENTHESIS.findall(part)
            for text in (_PARENTHESIS.sub("", part), *inner):
                text = text.strip(" \"'“”").replace("’", "'")
                if (
                    text.isascii()
                    and len(fold(text)) >= 3
                    and not _BUSINESS.search(text)
                    and "original script" not in text
                ):
                    names.append(Name(_cased(text), alone=len(fold(text).split()) >= 3))
    if names:
        yield ref, names


def _cased(text: str) -> str:
    """An upper-case name in title case; acronyms stay."""
    words = text.split()
    if len(words) == 1 or not text.isupper():
        return text
    small = {"of", "the", "and", "for", "in", "to"}
    return " ".join(w.lower() if w.lower() in small else "-".join(p.capitalize() for p in w.split("-")) for w in words)


def leaders(path: Path, countries: Countries) -> Iterator[Row]:
    """Presidents, prime ministers and their like, with the days of office that the Factbook's editions show."""
    lines = [line for line in table(path) if countries.iso3(line["country"]) and TITLES.match(line["title_and_name"])]
    since: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for line in lines:
        since[_office(line)].append(line["since_iso"])
    people: dict[tuple[str, str], Row] = {}
    for line in lines:
        name, family = person_name(line["title_and_name"])
        if not name or not family:
            continue
        iso3 = countries.iso3(line["country"])
        row = people.setdefault((iso3, fold(name)), _leader(name, family, iso3))
        row.terms.append((_whole(line["since_iso"]), _end(line, since[_office(line)])))
    for row in people.values():
        row.terms = _merged(row.terms)
        yield row


def _office(line: dict[str, str]) -> tuple[str, str, str]:
    title = TITLES.match(line["title_and_name"])
    return line["country"], line["role"], "vice" if title and "vice" in title[0].lower() else ""


def person_name(text: str) -> tuple[str, str]:
    """Name in normal case and family name of "President Idriss DEBY Itno, Lt. Gen."."""
    bare = _RANKS.sub("", TITLES.sub("", text)).split(",")[0]
    words = bare.split()
    upper = [w for w in words if len(w) > 1 and sum(c.isupper() for c in w) >= 2 and not w.endswith(".")]
    if not 2 <= len(words) <= 6 or not upper:
        return "", ""
    fixed = [_capitals(w) if w in upper else w for w in words]
    return " ".join(fixed), " ".join(_capitals(w) for w in upper)


def _capitals(word: str) -> str:
    return "-".join(
        p if p[:1].islower() else p.capitalize() for p in re.sub(r"(?<=-)([A-Z]+)", _lowered, word).split("-")
    )


def _lowered(match: re.Match[str]) -> str:
    return match[0].capitalize()


def _leader(name: str, family: str, iso3: str) -> Row:
    slug = fold(name).replace(" ", "-")
    row = Row(f"person-{iso3.lower()}-{slug}", name, "other", "person", iso3, [iso3], f"{iso3.lower()}-government")
    row.source = "factbook"
    row.add(Name(name))
    given = name.split()[0]
    if given not in family.split():
        row.add(Name(f"{given} {family}"))
    return row


def _whole(iso: str) -> str:
    return iso if len(iso) == 10 else ""


def _end(line: dict[str, str], others: Sequence[str]) -> str:
    if line["last_seen_in_factbook"] >= OPEN:
        return ""
    later = sorted(s for s in others if s > line["since_iso"] and s >= line["last_seen_in_factbook"][:4])
    # Without a successor the later editions write the same person in another way.
    return last_day(later[0]) if later else ""


def _merged(terms: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Terms in order, those that touch made one."""
    out: list[tuple[str, str]] = []
    for first, last in sorted(set(terms)):
        if out and (not out[-1][1] or first <= out[-1][1]):
            begin, end = out[-1]
            out[-1] = (begin, "" if not end or not last else max(end, last))
        else:
            out.append((first, last))
    return out
