"""Claimants who have access to the facts of an incident without being a party to it."""

from __future__ import annotations

import re
from typing import Final

# Hospitals and those who treat the victims, the UN and the Red Cross, local officials: UCDP ranks them above reporters.
# Residents, witnesses and unnamed sources have no such access.
_WORDS: Final = (
    r"hospitals?",
    r"clinics?",
    r"morgues?|mortuar(?:y|ies)",
    r"doctors?|physicians?|surgeons?|nurses?|medics?|paramedics?|medical",
    r"health (?:official|officials|worker|workers|ministry|department|centre|center|authorities|minister|agency)",
    r"ministry of (?:public )?health",
    r"ambulances?|rescuers?|rescue (?:workers?|officials?|services?|teams?)",
    r"emergency (?:services?|workers?|officials?|agency|management)|civil (?:defence|defense|protection)",
    r"fire(?: |-)?(?:brigade|department|fighters?|service|chief)",
    r"red (?:cross|crescent)|icrc|magen david adom|white helmets|médecins sans frontières|doctors without borders|msf",
    r"united nations|unicef|unhcr|ohchr|ocha|minusma|monusco|minusca|unmiss|unamid|unifil|unama|unamis|unitad|u\.n\.",
    r"local (?:officials?|authority|authorities|government|council|administration)",
    r"local (?:administrators?|councillors?|leaders?)",
    r"(?:district|provincial|regional|municipal|county|town|village|city|state|prefectural|commune) "
    r"(?:officials?|authority|authorities|administrator|administration|council|councillor|chief|head|government)",
    r"mayors?|deputy mayor|governors?|prefects?|sub-?prefects?|coroners?|forensic",
    r"village (?:chiefs?|heads?|elders?)|traditional (?:chiefs?|leaders?)|community leaders?",
    r"observation mission|monitoring mission|osce|human rights (?:council|office|commission|commissioner)",
)
_ACCESS: Final = re.compile(r"\b(?:" + "|".join(_WORDS) + r")(?!\w)")
_UN: Final = re.compile(r"\b(?:UN|U\.N\.)(?!\w)")


def has_access(claimant_name: str) -> bool:
    """Whether a claimant has access to the facts (a hospital, the UN, the Red Cross, medics, local officials)."""
    return _UN.search(claimant_name) is not None or _ACCESS.search(claimant_name.lower()) is not None
