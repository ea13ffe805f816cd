"""Build src/kibaru/data/lexicon_en.json from resources/lexicon/en: every form of every word, in one file.

    python tools/build_lexicon.py

The output is deterministic: the same tables give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "resources" / "lexicon" / "en"
TARGET = ROOT / "src" / "kibaru" / "data"
VOWELS = "aeiou"


def rows(name: str) -> Iterator[list[str]]:
    for line in (SOURCE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def third_person(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in VOWELS else verb + "s"


def past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in VOWELS else verb + "ed"


def gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    return verb[:-1] + "ing" if verb.endswith("e") and not verb.endswith("ee") else verb + "ing"


def verb_forms(lemma: str, irregular: str) -> list[tuple[str, str]]:
    """(form, tag) pairs; tags are base, s, past, part, ed (past and participle alike) and ing."""
    if irregular.startswith("shot and killed"):
        return [(lemma, "base"), ("shoots and kills", "s"), ("shot and killed", "ed"), ("shooting and killing", "ing")]
    verb, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    forms = [(verb + tail, "base"), (third_person(verb) + tail, "s")]
    given, _, ing = irregular.partition(",")
    if given in {"", "-"}:
        forms.append((past(verb) + tail, "ed"))
    else:
        first, _, second = given.partition("/")
        forms += [(first + tail, "ed")] if first == second else [(first + tail, "past"), (second + tail, "part")]
    forms.append(((ing or gerund(verb)) + tail, "ing"))
    return forms


def plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


def triggers() -> list[list[str]]:
    found: dict[str, list[str]] = {}
    for lemma, irregular, sense, frame, strength in rows("verbs.tsv"):
        for form, tag in verb_forms(lemma, irregular):
            found[form] = [form, lemma, sense, tag, frame, strength]
    for row in rows("nouns.tsv"):
        noun, many, sense, strength = row
        forms = [noun] if many == "-" else [noun, many or plural(noun)]
        for form, tag in zip(forms, ("sg", "pl"), strict=False):
            # A form that is a verb too ("attack", "killing") keeps both readings; grammar chooses.
            entry = [form, noun, sense, tag, "n", strength]
            found[form if form not in found else form + "\0n"] = entry
    return sorted(found.values())


def acts() -> list[list[str]]:
    """Rows of (form, alternatives behind the gap, lemma, tag, type, mode, frame, needs, default); tag n is a noun."""
    found: list[list[str]] = []
    for pattern, irregular, *kind in rows("acts.tsv"):
        head, _, tail = pattern.partition(" ~ ")
        if kind[2] == "n":
            forms = [(form, "n") for form in (head, irregular) if form != "-"]
        else:
            forms = verb_forms(head, irregular)
            # "Cut" is read as a past form; what stands before it tells an infinitive.
            past = {form for form, tag in forms if tag in {"past", "ed"}}
            forms = [(form, tag) for form, tag in forms if tag != "base" or form not in past]
        lemma = pattern.partition("|")[0].replace(" ~ ", " ")
        found += [[form, tail, lemma, tag, *kind] for form, tag in forms]
    return sorted(found)


def main() -> None:
    persons = sorted([s, p, c] for s, p, c in rows("persons.tsv"))
    weapons = sorted([w, n] for w, n in rows("weapons.tsv"))
    data = {"triggers": triggers(), "persons": persons, "weapons": weapons, "acts": acts()}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("],[", "],\n[") + "\n"
    (TARGET / "lexicon_en.json").write_text(text, encoding="utf-8")
    card = {
        "artefact": "lexicon_en.json",
        "made_by": "tools/build_lexicon.py",
        "source": "resources/lexicon/en, written for this project",
        "licence": "Apache-2.0",
        "rows": {key: len(value) for key, value in data.items()},
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
    }
    (TARGET / "lexicon_en.card.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    print(card)


if __name__ == "__main__":
    main()
