"""The English of actors: nouns for a state's forces and government, offices, ranks; what tells a force from a thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kibaru.model.values import ActorKind


def _phrases(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(","))


_MILITARY: Final = _phrases(
    "army, military, troops, troop, soldiers, soldier, forces, armed forces, armed force, air force, air forces, warplanes, "
    "warplane, war planes, fighter jets, fighter jet, fighter planes, jets, helicopters, helicopter gunships, gunships, "
    "aircraft, drones, bombers, navy, naval forces, ground forces, marines, marine, special forces, special force, "
    "commandos, paratroopers, infantry, airmen, sailors, rangers, national guard, national guardsmen, presidential guard, "
    "republican guard, border guards, border guard, coast guard, intelligence, intelligence agency, intelligence services, "
    "intelligence service, intelligence agencies, secret services, secret service, security forces, security force, "
    "security services, security personnel, servicemen, servicewomen, serviceman, service members, service member, "
    "military personnel, army personnel, reservists, conscripts, military spokesman, military spokesperson, "
    "military spokeswoman, army spokesman, army spokesperson, army chief, military officials, military official, "
    "military sources, military source, army officers, army officer, military officers, military officer, commanders, "
    "commander, generals, contingent, battalion, brigade, regiment, defence forces, defense forces, defence force, "
    "defense force, government forces, government troops, government soldiers, regime forces, regime troops, loyalist forces, "
    "military command, high command, general staff, artillery"
)
_POLICE: Final = _phrases(
    "police, policemen, policeman, policewoman, police officers, police officer, police force, police forces, officers, "
    "riot police, federal police, national police, police chief, police spokesman, police spokeswoman, police spokesperson, "
    "police official, police officials, police source, police sources, police commander, border police, traffic police, "
    "detectives, police department, security police"
)
_GENDARMERIE: Final = _phrases("gendarmerie, gendarmes, gendarme")
_GOVERNMENT: Final = _phrases(
    "head of state, head of government, chief of state, head of state security, head of state intelligence, government, "
    "governments, authorities, authority, official, officials, government official, government officials, "
    "government spokesman, government spokesperson, regime, junta, military junta, military council, ruling junta, "
    "administration, cabinet, state, parliament, lawmakers, senate, congress, national assembly, leader, leaders, "
    "leadership, president, vice president, vice-president, prime minister, deputy prime minister, premier, chancellor, "
    "minister, ministers, foreign minister, defence minister, defense minister, interior minister, justice minister, "
    "information minister, health minister, finance minister, oil minister, security minister, secretary of state, "
    "foreign secretary, home secretary, defence secretary, defense secretary, secretary of defense, attorney general, "
    "attorney-general, ministry, foreign ministry, defence ministry, defense ministry, interior ministry, justice ministry, "
    "health ministry, oil ministry, ministry spokesman, foreign ministry spokesman, foreign ministry spokesperson, "
    "embassy, consulate, ambassador, envoy, special envoy, peace envoy, diplomats, diplomat, delegation, negotiators, "
    "supreme leader, king, queen, emir, sultan, crown prince, monarch, state media, state television, state tv, "
    "state news agency, chief executive, prosecutors, prosecutor, public prosecutor, state department, treasury, "
    "defence department, defense department, justice department, treasury department, army-led government, "
    "military-led government, transitional government, interim government, central government, federal government, "
    "permanent representative, consul, foreign affairs minister, national security adviser, national security council, "
    "security council, supreme court, court, courts, judiciary"
)
# Institutions that a report names without their country: phrase to role, and whether they need "the" or its like before.
_BARE: Final[dict[str, tuple[str, bool]]] = {
    **dict.fromkeys(_phrases("army, military, navy, air force, national guard, coast guard"), ("military", True)),
    **dict.fromkeys(
        _phrases(
            "security forces, armed forces, government forces, government troops, government soldiers, defence forces, "
            "defense forces, army spokesman, military spokesman, military spokesperson, army spokesperson, army chief, "
            "military officials, army officers, regime forces, military sources, army officials, military junta"
        ),
        ("military", False),
    ),
    **dict.fromkeys(
        _phrases(
            "police, riot police, police spokesman, police spokeswoman, police spokesperson, police chief, police officials, "
            "police force, federal police, national police, police sources, local police, police source, border police"
        ),
        ("police", False),
    ),
    **dict.fromkeys(_phrases("gendarmerie"), ("gendarmerie", True)),
    **dict.fromkeys(
        _phrases(
            "government, junta, military junta, ruling junta, military council, administration, parliament, president, "
            "prime minister, "
            "foreign minister, defence minister, defense minister, interior minister, foreign ministry, defence ministry, "
            "defense ministry, interior ministry, justice ministry, health ministry, state department, regime, "
            "central government, federal government, transitional government, interim government, cabinet, national assembly, "
            "supreme leader, chief executive, home secretary, foreign secretary, defence secretary, defense secretary, "
            "secretary of state, justice department, treasury department, defense department, attorney general"
        ),
        ("government", True),
    ),
    **dict.fromkeys(
        _phrases(
            "authorities, government officials, government spokesman, government spokesperson, local authorities, "
            "state media, state television"
        ),
        ("government", False),
    ),
}
_ROLES: Final[dict[str, str]] = {
    **dict.fromkeys(_GOVERNMENT, "government"),
    **dict.fromkeys(_MILITARY, "military"),
    **dict.fromkeys(_POLICE, "police"),
    **dict.fromkeys(_GENDARMERIE, "gendarmerie"),
}
_MINISTRY: Final = frozenset(["ministry", "minister", "department", "secretary", "ministers"])
_SUBJECTS: Final = frozenset(
    "defence defense interior foreign affairs home justice health finance information oil energy state security national "
    "internal public treasury homeland external the and of immigration human rights culture education".split()
)


def _reach(phrases: Iterable[str]) -> dict[str, int]:
    """By its first word, how many words the longest phrase has."""
    reach: dict[str, int] = {}
    for phrase in phrases:
        words = phrase.split()
        reach[words[0]] = max(reach.get(words[0], 0), len(words))
    return reach


_ROLE_REACH, _BARE_REACH = _reach(_ROLES), _reach(_BARE)
# An institution named without its country begins with one of these.
BARE_STARTS: Final = frozenset(_BARE_REACH) | {"ministry"}
MODIFIERS: Final = frozenset(
    "armed security special government federal national ground air naval elite regular military defence defense interior "
    "foreign junior senior top high-ranking transitional interim acting caretaker new current then-interim regime state "
    "central local regional provincial border counter-terrorism counterterrorism anti-terrorism intelligence army police "
    "led backed allied coalition young wounded off-duty undercover plainclothes uniformed paramilitary royal deputy vice "
    "first civil embattled ruling democratic presidential parliamentary supreme joint frontier rural riot military-led "
    "army-led peacekeeping combat occupation occupying invading and more other some several two three four five six seven "
    "eight nine ten dozen dozens hundreds thousands killed dead surviving outgoing".split()
)
# What may follow "Police" in the name of a town's or county's force.
POLICE_NAMES: Final = frozenset("department service force constabulary authority".split())
# Forces and governments of these are not those of the report's country.
ANYBODYS: Final = frozenset(
    "foreign unspecified rebel opposition former pro anti allied friendly enemy both private shadow rival".split()
)
# Countries that are given or family names too: before or after another capitalised word they name a person.
GIVEN: Final = frozenset("chad jordan georgia israel kenya cuba ireland".split())
# A demonym before one of these speaks of the state's forces: "Russian airstrikes".
ATTACKS: Final = frozenset(
    "airstrike airstrikes air-strike air-strikes bombardment bombardments bombing bombings shelling shellfire raid raids "
    "offensive incursion invasion intervention bombers strikes strike missiles missile artillery rockets drone drones jets "
    "warplanes commandos operation attack attacks assault gunfire".split()
)
_AIR: Final = frozenset("air drone missile artillery military naval ground army rocket bombing".split())
# After one of these, "military", "police" or "government" only qualifies a thing.
THINGS: Final = frozenset(
    "clinic men family families states "
    "station stations base bases post posts checkpoint checkpoints convoy convoys vehicle vehicles van vans car cars "
    "building buildings compound compounds headquarters camp camps barracks outpost outposts position positions "
    "installation installations facility facilities site sites target targets operation operations campaign intervention "
    "action actions coup coups takeover rule ruler rulers aid assistance training equipment hardware exercise exercises "
    "offensive offensives strike strikes airstrike airstrikes attack attacks presence withdrawal deployment service "
    "custody cordon brutality violence academy school hospital court trial tribunal uniform uniforms fatigues clothes "
    "truck trucks bus buses plane planes aircraft helicopter helicopters airport airfield airbase wing option options "
    "response might power powers support advisers advisors trainers contractors contract budget spending side style "
    "crackdown bombardment activity activities victory defeat losses advance gains position pressure leave ties "
    "cooperation relations alliance agreement pact order orders decree offices office district quarter funding funds "
    "employees employee workers worker job jobs policy policies ministers reports report records raid raids line lines "
    "search investigation investigations inquiry questioning protection escort surveillance patrol patrols".split()
)
_DETERMINERS: Final = frozenset("the its his their our this that country's nation's".split())
_OFFICES: Final = frozenset(
    "president elect vice-president prime minister premier chancellor secretary spokesman spokeswoman "
    "spokesperson ambassador envoy governor senator mayor leader king queen emir sultan prince princess pope foreign "
    "defence defense interior home justice finance state deputy vice general of attorney chief executive minister "
    "secretary-general supreme crown ministry information security national government adviser affairs oil health "
    "director representative special presidential and peace house speaker commissioner".split()
)
_HEADS: Final = frozenset(
    "president elect vice-president minister premier chancellor secretary spokesman spokeswoman spokesperson "
    "ambassador envoy leader king queen emir sultan prince pope executive secretary-general general minister".split()
)
# Offices of the centre: whoever holds one speaks for the government. ("leader", "general" and spokesmen may be anybody's.)
_STATE_HEADS: Final = frozenset("president vice-president minister premier chancellor secretary ambassador".split())
RANKS: Final = frozenset(
    "colonel col general gen major maj captain capt lieutenant lt brigadier brig admiral commander sergeant sgt marshal "
    "ayatollah sheikh sheik imam mullah mr mrs ms dr sir lord commandant emir".split()
)
# A name may follow these.
TITLED: Final = _HEADS | RANKS
# Those who tell of a deed and do none.
_SPEAKERS: Final = frozenset(
    "authorities official officials spokesman spokeswoman spokesperson media television source sources prosecutors "
    "prosecutor diplomats ambassador delegation negotiators court courts judge lawmakers".split()
)
# "The group" is one named before, "the group of students" and "the militants who fled" are not.
_AGAIN: Final = frozenset("group militants insurgents rebels jihadists extremists islamists guerrillas".split())
_ARMED_WORDS: Final = frozenset(
    "armed militant rebel jihadist islamist extremist terror terrorist insurgent guerrilla".split()
)
_POINTING: Final = frozenset(["the", "this"])
# "Tensions within the group": it does nothing and nothing is done to it.
_INSIDE: Final = frozenset(["within", "inside", "among"])
_SAYS_WHICH: Final = frozenset(
    "of called known named led in from who that which at linked affiliated allied and".split()
)
# An office that is over speaks for nobody.
OVER: Final = frozenset("former ex late ousted deposed then".split())
_BEFORE_OFFICE: Final = frozenset("former then ex acting interim caretaker transitional".split())
PARTICLES: Final = frozenset(
    "al el bin ibn ben bint abu abou ag ould ul ur van von der den de la del da dos di du le wa mac st e y".split()
)
# "US-backed", "Taliban-held": the name qualifies somebody or something else.
LINKED: Final = frozenset(
    "backed led born based made trained funded supported brokered sponsored style held controlled affiliated inspired "
    "allied linked claimed aligned occupied occupied era related dominated ruled run owned loyal imposed appointed".split()
)
# After one of these words a name that is country and adjective alike ("US") is the country.
AFTER_COUNTRY: Final = frozenset(
    "and or is was are were has had have will would could can may might must should said says to in on at of for from by "
    "with as but that which who after before when while where because since if also then not did does do being be into "
    "over against under about than says withdrew asked called announced told urged accused launched carried".split()
)
_SCENE: Final = frozenset(
    "in across inside throughout northern southern eastern western central northeastern northwestern southeastern "
    "southwestern north-eastern north-western south-eastern south-western within neighbouring".split()
)
_ARMED_NAMES: Final = frozenset(
    "army brigade brigades militia militias liberation resistance mujahideen mujahidin guerrilla guerrillas fighters jihad "
    "battalion battalions insurgent insurgents revolutionary martyrs commando commandos front rebels defence defense "
    "volunteers self-defence self-defense warriors".split()
)
_FORCE_NAMES: Final = frozenset("police constabulary gendarmerie guard navy".split())
_OFFICE_NAMES: Final = frozenset("ministry directorate bureau department".split())
_BODIES: Final = (
    _ARMED_NAMES
    | _FORCE_NAMES
    | _OFFICE_NAMES
    | frozenset(
        "organisation organization movement party council union observatory committee association agency group federation "
        "alliance coalition front congress league network command corps service mission society commission university office "
        "institute authority center centre forum fund foundation team assembly tribunal coordination confederation institution "
        "company democrats workers fighters committees councils unions project initiative collective club church".split()
    )
)
# A person's name before one of these names a thing after the person.
NAMED_AFTER: Final = frozenset(
    "street avenue airport square stadium hospital university school bridge foundation center centre".split()
)
# In a text all in capitals these words are no acronyms.
_ORDINARY: Final = frozenset(
    "is us who it as am are an at be by do go he if in me my no of on or so to up we and for all can".split()
)
# Words that stand before an office without saying whose it is.
BEFORE_NAMES: Final = frozenset(
    "says told tells met meets urged blamed accused thanked quoted killed assassinated when while minister president led "
    "asked warned called did does under against including its our your my announced added by yesterday today "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
# Written small, these begin no name; they are half of a text.
NEVER: Final = frozenset(
    "the of and a in to that said on was for were with by at from as his it its an is had has he they who have which their "
    "been be but after are not or this she her also one two more when other there than would about into over up out no we "
    "will some during i last people new could between years first before while all against told three where him them "
    "what if can our so only such then did most any being many year time since because following under through near".split()
)
_SMALL: Final = frozenset("of the and for in to on de la del des du et le les y al el e".split())


def state_noun(words: Sequence[str], at: int) -> tuple[int, str] | None:
    """The longest noun phrase at `at` for a state's force or government: how many words, and "military", "police" ..."""
    for count in range(min(_ROLE_REACH.get(words[at], 0), len(words) - at), 0, -1):
        role = _ROLES.get(" ".join(words[at : at + count]))
        if role is not None:
            return (count + _ministry_tail(words, at + count)), role
    return None


def bare_noun(words: Sequence[str], at: int) -> tuple[int, str, bool] | None:
    """The longest institution named without its country at `at`: words, role, whether it needs a determiner."""
    for count in range(min(_BARE_REACH.get(words[at], 0), len(words) - at), 0, -1):
        found = _BARE.get(" ".join(words[at : at + count]))
        if found is not None:
            return count, *found
    if words[at] == "ministry" and (tail := _ministry_tail(words, at + 1)):
        return tail + 1, "government", True
    return None


def _ministry_tail(words: Sequence[str], at: int) -> int:
    """How many words of "of foreign affairs" follow a ministry, minister, department or secretary."""
    if at + 1 >= len(words) or words[at] != "of" or words[at - 1] not in _MINISTRY:
        return 0
    last = at + 1
    while last < len(words) and words[last] in _SUBJECTS:
        last += 1
    while words[last - 1] in {"the", "and", "of"}:
        last -= 1
    return last - at if last > at + 1 else 0


def attack_after(words: Sequence[str], at: int) -> bool:
    """Whether an attack by military means is named at `at` ("airstrikes", "air strike", "drone attack")."""
    if at >= len(words):
        return False
    if words[at] in ATTACKS:
        return words[at] not in {"attack", "attacks", "assault", "operation", "strike", "strikes", "gunfire"}
    return words[at] in _AIR and at + 1 < len(words) and words[at + 1] in ATTACKS


def determined(word: str) -> bool:
    """Whether a word before an institution makes it a known one ("the army", "its army")."""
    return word in _DETERMINERS


def qualifies_thing(words: Sequence[str], at: int) -> bool:
    """Whether the noun before `at` only qualifies a thing ("police | station")."""
    return at < len(words) and words[at] in THINGS


def office_before(words: Sequence[str], end: int) -> int:
    """Where the words of an office or rank begin that end right before `end`; `end` where there are none.

    "interior minister | X", "president of ukraine | X" is left to the caller, who knows the country.
    """
    first = end
    while first > 0 and (words[first - 1] in _OFFICES or words[first - 1] in RANKS):
        first -= 1
    while first < end and words[first] in {"of", "and", "state", "national", "house"} and words[first] != "state":
        first += 1
    held = words[first:end]
    if not any(word in TITLED for word in held):
        return end
    while first > 0 and words[first - 1] in _BEFORE_OFFICE:
        first -= 1
    return first


def state_office(words: Sequence[str]) -> bool:
    """Whether the words of an office make its holder speak for a government."""
    held = set(words)
    head = bool(_STATE_HEADS & held) or held >= {"chief", "executive"}
    return head and not (OVER & held) and words[0] != "general"


def ranked(words: Sequence[str]) -> bool:
    """Whether words hold an office or a rank."""
    return any(word in TITLED for word in words)


def speaks_only(name: str) -> bool:
    """Whether a phrase for an actor means people who speak of a deed and do none ("authorities", "state media")."""
    words = name.lower().split()
    return bool(words) and words[-1] in _SPEAKERS


def group_again(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a group is told of again without its name ("the group", "the militants"): first word and the one after."""
    for at, word in enumerate(words):
        if word not in _AGAIN:
            continue
        first = at - 1 if at and words[at - 1] in _ARMED_WORDS else at
        known = first > 0 and words[first - 1] in _POINTING
        inner = first > 1 and words[first - 2] in _INSIDE
        if known and not inner and (at + 1 == len(words) or words[at + 1] not in _SAYS_WHICH):
            yield first, at + 1


def linked_to(word: str) -> bool:
    """Whether a word hyphened to a name makes it qualify somebody else ("backed", "held")."""
    return word in LINKED


def set_in(word: str) -> bool:
    """Whether a word before a country's name says that the scene is there."""
    return word in _SCENE


def kind_of_name(name: Sequence[str]) -> tuple[ActorKind, str]:
    """The kind and role that the words of an unknown organisation's name suggest."""
    words = set(name)
    if words & _FORCE_NAMES:
        return ActorKind.STATE_FORCES, "force"
    if words & _OFFICE_NAMES:
        return ActorKind.STATE_FORCES, "government"
    if words & _ARMED_NAMES:
        return ActorKind.REBEL_GROUP, "group"
    return ActorKind.OTHER, "organisation"


def small_word(word: str) -> bool:
    """Whether a word of a name gives no letter to its acronym."""
    return word in _SMALL


def names_body(name: Sequence[str]) -> bool:
    """Whether the words of a name say that it is an organisation's."""
    return any(word in _BODIES for word in name)


def ordinary(word: str) -> bool:
    """Whether a word that may be an acronym is an ordinary one where capitals tell nothing."""
    return word in _ORDINARY
