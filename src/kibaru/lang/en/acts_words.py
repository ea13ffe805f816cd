"""English words for offices and bodies, and the small words around them."""

from __future__ import annotations

from kibaru.lang.en.words import DETERMINERS, MONTHS, NP_STOP, WEEKDAYS
from kibaru.model.deed import Office

_BY_OFFICE = {
    Office.GOVERNMENT: """government governments administration ministry minister ministers president premier chancellor
        secretary embassy consulate spokeswoman authorities cabinet junta regime department treasury monarch king queen
        emir sultan ambassador envoy diplomat diplomats presidency kremlin foreign-ministry vice-president""",
    Office.COURT: "court courts judge judges jury tribunal magistrate justice",
    Office.PROSECUTION: "prosecutor prosecutors prosecution attorney attorneys",
    Office.PARLIAMENT: "parliament congress senate assembly legislature legislators lawmakers mps",
    Office.OPPOSITION: "opposition",
    Office.PROTESTERS: "protesters protestors demonstrators",
    Office.POLICE: "police gendarmerie gendarmes",
    Office.MILITARY: "army military navy troops soldiers forces air-force guard command",
    Office.MEMBER: """spokesman spokesperson spokespeople head leader leaders director chief chairman chairwoman chair
        representative representatives official officials member members commander commandant general colonel
        commissioner secretary-general delegation delegates superintendent statement""",
    Office.PERSON: "governor mayor senator congressman congresswoman lawmaker mp councillor candidate pope archbishop",
    Office.BODY: "groups group parties party organisations organizations unions union activists students coalition "
    "movement council committee commission front ngo ngos charity agency",
}
OFFICES = {word: office for office, words in _BY_OFFICE.items() for word in words.split()}
SPOKES = frozenset(["spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative", "representatives"])
# Words for somebody who speaks for the body named beside them, even beside another office.
FORMER = frozenset(["former", "ex", "ex-president", "ex-prime", "ex-minister", "retired", "late", "onetime"])
# What may stand between an article and an office ("the caretaker prime minister").
MODIFIERS = frozenset(
    """prime foreign interior defence defense justice health finance home acting caretaker interim transitional military
    central federal regional national provincial local state supreme high district deputy vice senior top government
    human rights student opposition religious political public presidential chief special civil ruling rival
    army-led military-led democratic republican socialist security magistrate white other several many some
    constitutional criminal appeal appeals international european muslim christian labour trade media press
    pro-democracy anti-government legal main internationally recognised recognized general""".split()
)
# Reports whose author is told beside them: "the Turkish statement called for ..."
STATEMENTS = frozenset(["statement", "resolution", "message", "tweet", "letter", "communiqué", "communique", "post"])
LINKS = frozenset(["of", "for", "from", "in", "to", "at", "with"])
PARTICLES = frozenset(["bin", "ibn", "al", "de", "da", "del", "la", "van", "von", "ag", "el", "ould", "ben"])
PERSONAL = frozenset(["he", "she", "they", "we", "i", "it"])
TIME_WORDS = (
    WEEKDAYS
    | MONTHS
    | frozenset("on in at late early last this next later today yesterday week month year morning evening".split())
    | frozenset("afternoon night tonight earlier recently meanwhile now".split())
)
NEVER_NAMES = (
    NP_STOP
    | DETERMINERS
    | WEEKDAYS
    | MONTHS
    | frozenset("however meanwhile yesterday today although despite when while after later earlier thousands".split())
    | frozenset("hundreds dozens several many police government people man woman violence read watch photo".split())
)
# A clause ends here, to the left and to the right.
BARRIERS = frozenset([";", ":", ".", "!", "?", "but", "while", "whereas", "although", "though", "because", '"'])
# What makes the words for a deed a reproach.
REPROACHES = frozenset(
    """barbaric barbarity barbarous cowardly heinous unacceptable senseless brutal criminal crime illegal unlawful
    violation aggression massacre murder murderous atrocity atrocious outrage outrageous shameful disgraceful vile evil
    despicable abhorrent horrific horrible appalling unjustified unjustifiable provocation provocative terrorism
    betrayal treason genocide savage hateful inhuman dastardly slaughter stab""".split()
)
OUGHT = frozenset(["must", "should", "need", "needs", "ought"])
