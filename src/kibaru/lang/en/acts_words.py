"""English words for offices and bodies, and the small words around them."""

from __future__ import annotations

from typing import Final

from kibaru.lang.en.words import DETERMINERS, MONTHS, NP_STOP, WEEKDAYS
from kibaru.model.deed import Office

_BY_OFFICE: Final = {
    Office.GOVERNMENT: """government governments administration ministry minister ministers president premier chancellor
        secretary embassy consulate authorities cabinet junta regime monarch king queen
        emir sultan official officials ambassador envoy diplomat diplomats presidency kremlin foreign-ministry vice-president""",
    Office.COURT: "court courts judge judges jury tribunal magistrate justice",
    Office.PROSECUTION: "prosecutor prosecutors prosecution attorney attorneys",
    Office.PARLIAMENT: "parliament congress senate assembly legislature legislators lawmakers mps",
    Office.OPPOSITION: "opposition",
    Office.PROTESTERS: "protesters protestors demonstrators",
    Office.POLICE: "police gendarmerie gendarmes",
    Office.MILITARY: "army military navy troops soldiers forces air-force guard command",
    Office.MEMBER: """spokesman spokeswoman spokesperson spokespeople head leader leaders director chief chairman chairwoman chair
        representative representatives member members leadership commander commandant general colonel
        commissioner secretary-general delegation delegates superintendent negotiator negotiators""",
    Office.PERSON: "governor gov mayor senator sen rep congressman congresswoman lawmaker mp councillor candidate",
    Office.BODY: """groups group parties party organisations organizations unions union activists students coalition
        movement network faction rebels insurgents guerrillas separatists clerics elders council committee commission
        front ngo ngos charity agency""",
}
# The word for an office, and the capacity that it gives.
OFFICES: Final = {word: office for office, words in _BY_OFFICE.items() for word in words.split()}
SHORT: Final = {"gov": "governor", "sen": "senator", "rep": "representative"}
# Who speaks for the body named beside them, even beside another office.
SPOKES: Final = frozenset(
    ["spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative", "representatives"]
)
FORMER: Final = frozenset("former ex ex-president ex-prime ex-minister retired late onetime".split())
# What may stand between an article and an office ("the caretaker prime minister").
MODIFIERS: Final = frozenset(
    """prime foreign interior defence defense justice health finance home acting caretaker interim transitional military
    central federal regional national provincial local state supreme high district deputy vice senior top government
    human rights student opposition religious political public presidential chief special civil ruling rival
    army-led military-led democratic republican socialist security magistrate white other several many some
    constitutional criminal appeal appeals international european muslim christian labour trade media press
    pro-democracy anti-government legal main internationally recognised recognized general""".split()
)
# Reports whose author is told beside them: "the Turkish statement called for ..."
STATEMENTS: Final = frozenset("statement resolution message tweet letter communiqué communique post".split())
LINKS: Final = frozenset(["of", "for", "from", "in", "to", "at", "with"])
PARTICLES: Final = frozenset("bin ibn al de da del la van von ag el ould ben".split())
PERSONAL: Final = frozenset(["he", "she", "they", "we", "i", "it"])
# A sentence that begins with one of these goes on about whoever was told of before.
GOING_ON: Final = frozenset(["he", "she", "it", "they", "we", "i", '"', "his", "her", "their", "its"])
TIME_WORDS: Final = (
    WEEKDAYS
    | MONTHS
    | frozenset("on in at late early last this next later today yesterday week month year morning evening".split())
    | frozenset("afternoon night tonight earlier recently meanwhile now".split())
)
NEVER_NAMES: Final = (
    NP_STOP
    | DETERMINERS
    | WEEKDAYS
    | MONTHS
    | frozenset("however meanwhile yesterday today although despite when while after later earlier thousands".split())
    | frozenset("hundreds dozens several many police government people man woman violence read watch photo".split())
)
# A clause ends here, to the left and to the right.
BARRIERS: Final = frozenset([";", ":", ".", "!", "?", "but", "while", "whereas", "although", "though", "because", '"'])
# What makes the words for a deed a reproach.
REPROACHES: Final = frozenset(
    """barbaric barbarity barbarous cowardly heinous unacceptable senseless brutal criminal crime illegal unlawful
    violation aggression massacre murder murderous atrocity atrocious outrage outrageous shameful disgraceful vile evil
    despicable abhorrent horrific horrible appalling unjustified unjustifiable provocation provocative terrorism
    betrayal treason genocide savage hateful inhuman dastardly slaughter stab""".split()
)
# Parties of whom a speaker may ask something without naming them.
COUNTERPARTS: Final = frozenset("they you powers countries nations troops states governments community leaders".split())
# What a speaker threatens to do.
VENGEFUL: Final = frozenset(
    "retaliate avenge punish destroy obliterate crush annihilate eliminate attack strike kill wipe hunt".split()
)
ABBREVIATED: Final = frozenset(["gov", "sen", "rep", "gen", "col", "lt", "mr", "mrs", "dr", "maj", "capt"])
# After these a sentence turns aside from what it tells.
ASIDES: Final = frozenset(["which", "who", "whose", "where", "until", "till"])
# What no political party is asked or refused by: "refused to comment".
COMMENTS: Final = frozenset(
    "comment say answer speak give discuss disclose elaborate be identify name confirm reveal".split()
)
# Months that are given names too, before another name.
GIVEN_NAMES: Final = frozenset(["jan", "april", "may", "june", "august"])
# Of these, what a speaker says of a deed and not what the talk is about.
VERDICTS: Final = frozenset(
    """barbaric cowardly heinous unacceptable senseless illegal unlawful outrageous shameful disgraceful despicable
    abhorrent unjustified unjustifiable provocative hateful inhuman dastardly""".split()
)
ARTICLED: Final = ("al-", "el-", "as-", "an-", "ad-", "ar-", "ash-", "at-")
OUGHT: Final = frozenset(["must", "should", "need", "needs", "ought"])
