"""The English words that introduce, qualify or follow place names, and those that only look like places."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LOCATIVE: Final = _words(
    "in at on from into inside within across throughout through along over by toward towards between amid"
)
NEAR: Final = _words("near outside around beside nearby")
# Verbs that take the place they hit as their object.
PLACE_VERBS: Final = _words(
    "attack attacks attacked attacking hit hits hitting strike strikes struck striking rock rocks rocked shake "
    "shakes shook bomb bombs bombed bombing shell shells shelled shelling raid raids raided raiding storm storms "
    "stormed storming capture captures captured capturing seize seizes seized seizing overrun overran besiege "
    "besieged besieging retake retook retaken recapture recaptured enter entered entering leave left leaving "
    "target targets targeted targeting pound pounded pounding invade invaded burn burned burnt torch torched loot "
    "looted control controls liberate liberated occupy occupied occupying encircle encircled"
)
DIRECTIONS: Final = _words(
    "north south east west northern southern eastern western central northeast northwest southeast southwest "
    "north-east north-west south-east south-west northeastern northwestern southeastern southwestern "
    "north-eastern north-western south-eastern south-western north-central south-central upper lower inner outer "
    "greater mid far extreme downtown rural suburban midtown uptown"
)
BEARINGS: Final = _words(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west "
    "northern eastern western southern side"
)
ADMIN1_WORDS: Final = _words("region regions province provinces state states governorate governorates oblast wilaya")
ADMIN2_WORDS: Final = _words(
    "district districts county counties cercle circle prefecture department departments municipality commune "
    "subdistrict sub-district township parish woreda"
)
TOWN_WORDS: Final = _words(
    "city cities town towns village villages hamlet hamlets locality localities settlement settlements suburb suburbs "
    "capital neighbourhood neighborhood neighbourhoods neighborhoods quarter borough port"
)
AREA_WORDS: Final = _words("area areas valley zone zones basin forest hills plain plains sector estate")
OUTSKIRTS: Final = _words(
    "outskirts outskirt suburbs suburb vicinity edge periphery north south east west kilometres kilometers km miles"
)
PARTS: Final = _words(
    "part parts north south east west half centre center heart middle rest interior swathes all most much side"
)
ADJECTIVES: Final = _words(
    "restive volatile troubled war-torn besieged rebel-held rebel-controlled government-held opposition-held "
    "contested strategic remote border coastal provincial regional historic ancient neighbouring neighboring "
    "disputed holy key main largest biggest second-largest second main-land small nearby oil-rich desert "
    "mountainous conflict-hit conflict-ridden occupied southern-most northernmost mainly predominantly "
    "kurdish-held busy populous sprawling industrial mining"
)
DETERMINERS: Final = _words("the a an its their his her our")
DISTANCES: Final = _words("km kms kilometre kilometres kilometer kilometers mile miles metres meters")
FACILITIES: Final = _words(
    "airport airbase airfield aerodrome base bases barracks hospital clinic university college campus school "
    "academy mosque church cathedral synagogue temple shrine monastery chapel minster square plaza park gardens "
    "garden road street avenue boulevard lane highway bridge tunnel station terminal market bazaar mall "
    "supermarket store shop cafe café restaurant bar nightclub club hotel inn camp prison jail detention "
    "checkpoint post outpost embassy consulate palace castle stadium arena theatre theater cinema museum building "
    "tower centre center mine oilfield refinery plant dam port harbour harbor crossing court courthouse "
    "headquarters hq farm factory field gate roundabout cemetery zoo library compound complex landmark pub "
    "festival concert hall house drive close crescent row wharf pier quay dock"
)
# Written with a capital these end the names of streets and buildings; the others above are too vague for that.
CAPITAL_FACILITIES: Final = FACILITIES - _words(
    "post mine plant field close row detention landmark complex house club centre center court"
)
STREETS: Final = _words(
    "street road avenue boulevard lane square plaza park gardens garden bridge drive close row crescent rue calle"
)
FACILITY_HEADS: Final = _words(
    "rue calle avenue avenida plaza camp fort universidad université hospital hotel place camino quai"
)
# Nouns that lists of sites set beside a name, beyond those of reports.
LANDFORMS: Final = _words(
    "mountain mountains hill island locality fields farms governorate checkpoint pocket idp countryside river lake "
    "plain reservoir silos junction company compound thermal pumping outside towards"
)
FACILITY_MODIFIERS: Final = _words(
    "oil gas air bus train railway rail metro subway police power refugee army military naval airforce international"
)
# What follows a place name in the name of a group, office, team or paper: no place is meant.
ORGANISATIONS: Final = _words(
    "army armies military force forces troops soldiers police gendarmerie navy guard guards militia militias "
    "brigade brigades battalion regiment division front movement party council union league alliance coalition "
    "congress parliament assembly senate ministry minister ministers ministries government governments president "
    "presidency premier prime foreign ambassador office agency authority authorities commission committee command "
    "bank times post news herald tribune television radio journal gazette today united fc cup accord accords "
    "agreement treaty convention protocol declaration process summit talks conference war wars revolution spring "
    "massacre stock exchange airlines airways association federation organisation organization society foundation "
    "institute fund group corporation company resistance liberation defence defense people's people peoples "
    "national democratic republican observatory watch network monitor mission initiative service services "
    "secretary chancellor king queen prince mayor governor senator officials official spokesman spokeswoman"
)
TIMES: Final = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december christmas easter ramadan eid today yesterday"
)
TITLES: Final = _words(
    "mr mrs ms miss dr sir lord lady president prime minister general colonel major captain lieutenant sergeant "
    "commander sheikh shaikh imam emir king queen prince princess pope bishop archbishop rev reverend father "
    "senator governor mayor ambassador secretary spokesman spokeswoman judge justice professor prof chief gen col "
    "lt maj capt sgt brigadier admiral chancellor premier mullah maulana ayatollah hajji haji corporal private "
    "constable officer"
)
# Surnames and given names that are towns as well, and words that a headline capitalises: a place only after a cue.
PERSONAL: Final = _words(
    "franklin nelson george kennedy michael jackson lincoln jefferson madison clinton charlotte florence victoria "
    "jordan wilson marshall hamilton wellington monroe grant carter johnson washington houston austin dallas "
    "sydney chelsea brooklyn douglas stanley lawrence morgan warren harrison tyler taylor cleveland bush obama "
    "trump biden putin macron may merkel kerry rice powell bradley henry james john david thomas robert william "
    "charles richard joseph daniel paul mark peter andrew simon martin stephen kevin brian gary frank raymond "
    "gregory patrick jack dennis jerry howard eugene russell louis philip francis albert arthur ralph roy norman "
    "ernest anthony carol diana helen alice emma sarah laura linda maria anna eva rosa elena sofia sophia julia "
    "lucia isabel monica veronica adrian vincent leon oscar felix max carlos pedro juan jose miguel luis jorge "
    "antonio francisco santiago diego san fernando ricardo rafael manuel ahmed ahmad mohamed mohammed muhammad "
    "ali hassan hussein hasan ibrahim omar umar osman usman khalid khaled saleh salih abdullah mahmoud mustafa "
    "karim rahim rashid said sayed yusuf yousef ismail idris musa isa moussa issa amadou mamadou oumar boubacar "
    "ousmane salif modibo keita traore diallo cisse toure coulibaly diarra konate sidibe sangare kone camara "
    "barry bah sow ba sy ndiaye diop fall faye gueye wade sall tan lim lee kim park wang li zhang chen liu singh "
    "khan kumar sharma gupta patel das ram lal devi smith jones brown davis miller moore white harris clark lewis "
    "robinson walker young allen king wright scott green adams baker hall campbell mitchell roberts phillips "
    "evans turner parker collins edwards stewart morris murphy cook rogers reed bell bailey cooper richardson cox "
    "ward peterson gray watson brooks kelly sanders price bennett wood barnes ross henderson coleman jenkins "
    "perry long patterson hughes foster butler simmons hayes myers ford graham sullivan wallace woods cole west "
    "mobile spring monster soul drug yap nice bath reading sandy rugby cork split male man deal mission orange "
    "sale bow wells tours lens bandar darling hope most police reform unity enterprise liberty independence "
    "progress concord industry commerce eden paradise media normal surprise hell rush buffalo phoenix jersey "
    "surrey somali saudi afar amazon guinea turkey chad bar van der union central sur norte est nord ouest sud "
    "oriental occidental litoral capital"
)
# Capitalised for other reasons than being a name: openings, peoples, faiths, things. Never a place by themselves.
NEVER: Final = _words(
    "a an the this that these those it its he she they we i you his her their our my your who what when where why "
    "how which and or but nor so yet if then than as at by for from in into of off on onto out over to under up "
    "with within without after before during since until while because although though however meanwhile also "
    "both either neither each every all some many most more much few several no not only just even still there "
    "here now again once one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands "
    "first second third last next new old other another such same own about above across against along among "
    "around between beyond despite down except following including inside like near outside per through "
    "throughout toward towards upon via is are was were be been being has have had do does did will would can "
    "could may might must shall should let said says police army military government president minister ministry "
    "parliament officials official authorities witnesses residents local reports report news people men women "
    "children civilians soldiers troops rebels militants gunmen insurgents terrorists terrorism fighters security "
    "forces force state states region province district city town village islam islamic islamist islamists muslim "
    "muslims christian christians jewish jews jew arab arabs kurdish kurds kurd shia shiite shiites sunni sunnis "
    "hindu hindus sikh buddhist catholic protestant god allah bible quran koran god's internet facebook twitter "
    "youtube instagram whatsapp telegram google reuters ap afp bbc cnn voa nbc abc cbs english french arabic "
    "spanish german russian chinese turkish persian pashto hausa swahili latin greek dari tuareg fulani dogon "
    "hutu tutsi congress senate house court supreme union nations united council party front movement general "
    "colonel major captain road street north south east west northern southern eastern western central northeast "
    "northwest southeast southwest centre center border capital country nation airport hospital school university "
    "church mosque market bridge river lake mount sea ocean gulf island islands park square base camp hotel "
    "prison bank media press photo image video share read click advertisement cookie cookies subscribe email "
    "newsletter copyright rights reserved source sources statement attack attacks bomb bombing bombs blast "
    "explosion suicide car roadside killed dead death deaths injured wounded clash clashes fighting war peace "
    "ceasefire truce protest protests protesters demonstration rally strike strikes air drone missile rocket "
    "mortar shooting gun guns knife siege operation crisis conflict violence crime justice law order human "
    "amnesty watch group groups al el de la le van von bin abu ibn ould ag ben taliban daesh hezbollah hamas "
    "houthi houthis january february march april june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday mr mrs ms dr sir st saint sheikh imam king queen prince "
    "pope mother father brother sister friend friends man woman boy girl child family families student students "
    "teacher doctor nurse driver worker workers journalist journalists lawyer judge prosecutor prosecutors "
    "suspect suspects victim victims survivor survivors neighbor neighbour mayor governor senator deputy chief "
    "commander leader leaders spokesman spokeswoman spokesperson secretary chairman director ambassador "
    "republican republicans democrat democrats democratic labour labor conservative conservatives liberal green "
    "red white black blue golden royal national international federal global world western-backed time times "
    "today tomorrow yesterday tonight morning afternoon evening night day days week weeks month months year years "
    "date update updated breaking live see photos according earlier later recent recently thanks please yes well "
    "ok okay hello dear back home part parts end start left right good great best better big small long short "
    "high low early late young free open close full empty real true false hard easy hot cold strong weak rich "
    "poor safe dangerous mission defense defence interior foreign affairs health education finance transport "
    "transportation intelligence special task unit corps brigade battalion regiment guard guards policemen "
    "officer officers command joint staff christmas easter ramadan eid halloween covid coronavirus pandemic ebola "
    "brexit holocaust i'm it's he's she's that's we're they're don't didn't"
)
DEMONYM_ENDINGS: Final = ("ian", "ean", "ese", "ish", "aqi", "eni", "ali", "abi", "ban", "ani", "can", "iti", "awi")
OFFICES: Final = _words("president prime premier governor secretary minister mayor senator ambassador chief health")
BEFORE_NAMES: Final = (
    DIRECTIONS | ADJECTIVES | _words("sub-saharan current former late then neighbouring neighboring nearby")
)
REGION_NOUNS: Final = (
    AREA_WORDS | ADMIN1_WORDS | _words("strip river lake belt peninsula desert sea mountains delta heights corridor")
)
