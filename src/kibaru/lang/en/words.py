"""Closed classes of English words that grammar leans on."""

from __future__ import annotations

from typing import Final

ARTICLES: Final = frozenset({"a", "an", "the"})
DETERMINERS: Final = ARTICLES | frozenset(
    "this that these those some any each every both all his her its their our my your no another other".split()
)
DEFINITE: Final = frozenset("the this that these those his her its their".split())
PREPOSITIONS: Final = frozenset(
    "in on at of by with from for to into onto against between among amid near outside inside over under across "
    "through during after before since until within without around toward towards beside behind beyond upon about "
    "despite including following along alongside off per via as like than".split()
)
CONJUNCTIONS: Final = frozenset(
    "and or but nor while when where because although though if whether that which who whom".split()
)
PRONOUNS: Final = frozenset(
    "i you he she it we they me him them us who whom which what this that these those himself herself itself "
    "themselves someone anyone everyone nobody".split()
)
BE: Final = frozenset("is are was were be been being am 's 're".split())
GET: Final = frozenset(["get", "gets", "got", "getting"])
HAVE: Final = frozenset(["has", "have", "had", "having"])
DO: Final = frozenset(["do", "does", "did"])
MODALS: Final = frozenset("will would can could may might shall should must".split())
NEGATIONS: Final = frozenset("not never no neither nor without n't nobody none".split())
ADVERBS: Final = frozenset(
    "also reportedly allegedly apparently already later then again even still now just only initially "
    "subsequently immediately instantly recently together fatally seriously critically severely slightly lightly "
    "badly gravely accidentally deliberately indiscriminately simultaneously previously once twice first finally "
    "eventually violently forcibly brutally summarily there earlier today yesterday overnight either all both".split()
)
AUXILIARIES: Final = BE | GET | HAVE | DO | MODALS
# What cannot stand inside a noun phrase, before its head.
NP_STOP: Final = (
    PREPOSITIONS
    | CONJUNCTIONS
    | PRONOUNS
    | AUXILIARIES
    | NEGATIONS
    | frozenset(", . ; : ( ) - – — ! ? …".split())
    | frozenset(
        "say says said saying told tell tells reported reports reporting confirmed announced claimed added stated "
        "left leaving leaves made make makes took take takes sent send sends became become saw see seen found find "
        "called calls calling according so then also there here least most more than too very yet still just only "
        "including".split()
    )
)
TITLES: Final = frozenset(
    "mr mrs ms dr prof president minister premier chancellor senator governor mayor judge justice sheikh sheik "
    "imam general major colonel lieutenant captain sergeant commander commandant admiral brigadier chief "
    "superintendent inspector sheriff king queen prince pope bishop cardinal father secretary ambassador "
    "spokesman spokeswoman spokesperson director lawmaker lord sir lady capt col gen lt maj sgt gov sen rep "
    "magistrate".split()
)
MONTHS: Final = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun "
    "jul aug sep sept oct nov dec".split()
)
WEEKDAYS: Final = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
# Past forms that do not end in -ed: after a noun they are its verb, not another noun.
IRREGULAR_PAST: Final = frozenset(
    "spoke fled ran fell left went came saw took told gave got held kept knew led lost made met paid read rode rose sat "
    "sent shot slept stood stole struck swore taught threw understood woke won wore wrote began bled broke brought built "
    "bought caught chose cut drew drove ate felt found flew forgot grew heard hid hit hurt lay laid lit put quit said "
    "sang sank set shook shut sold spent spread withdrew beat became blew died says say".split()
)
