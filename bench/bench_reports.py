"""Reports made up for measuring speed: seeded, so that a run can be repeated, and never the same text twice.

They say nothing about quality. What matters is that they are as long and as dense as wire stories. A report has a scene
of its own (a state, a few places, persons and days) that its sentences come back to, and the share of sentences on
violence is set so that 800 words give about as many incidents, tolls and names as in hand-coded reports (docs/bench.md).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_PLACES = """
    Gao Ansongo Menaka Tessit Labbezanga Douentza Mopti Bandiagara Koro Bankass Hombori Gossi Timbuktu Kidal
    Tessalit Djibo Dori Arbinda Kaya Tougouri Fada-N'Gourma Diapaga Pama Nadiagou Seytenga Gorom-Gorom Titao
    Ouahigouya Barsalogho Tillaberi Ayorou Banibangou Ouallam Torodi Makalondi Tahoua Diffa Bosso Maiduguri Dikwa
    Monguno Gwoza Damaturu Mogadishu Baidoa Kismayo Beledweyne Jowhar Afgooye Galkayo Garowe Mekelle Gondar Dessie
    Adwa Nekemte Gambella Juba Malakal Bentiu Bor Wau Yei El-Fasher Nyala Geneina Kadugli Bunia Beni Butembo Goma
    Rutshuru Bambari Bria Birao
"""
PLACES = tuple(_PLACES.split())
STATES = ("Mali", "Burkina Faso", "Niger", "Nigeria", "Somalia", "Ethiopia", "South Sudan", "Sudan")
ADJECTIVES = ("Malian", "Burkinabe", "Nigerien", "Nigerian", "Somali", "Ethiopian", "South Sudanese", "Sudanese")
GROUPS = ("JNIM", "Islamic State in the Greater Sahara", "al-Shabaab", "Boko Haram", "ISWAP", "Ansarul Islam")
NUMBERS = (
    "four",
    "seven",
    "eleven",
    "at least 12",
    "about 20",
    "more than 30",
    "dozens of",
    "several",
    "15",
    "23",
    "41",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ROLES = (
    "a resident",
    "a local official",
    "a hospital source",
    "a military spokesman",
    "the governor",
    "a union leader",
)
_SYLLABLES = """
    ba bou da di dou fa ga gui ha ib ka kei la ma mo na ou ra sa se ta tou wa ya zo
"""
SYLLABLES = tuple(_SYLLABLES.split())
VIOLENT_SHARE = 0.18

CONFLICT = (
    "Gunmen on motorcycles attacked the village of {p} on {d}, killing {n} farmers and wounding {n2}, {r} said.",
    "The {a} army said {n} soldiers and {n2} “terrorists” were killed in clashes near {p} on {d}.",
    "A roadside bomb hit a military convoy between {p} and {p2}, killing {n} troops, according to {r}.",
    "{g} claimed responsibility for the attack in a statement that could not be verified.",
    "“They came at dawn, fired in the air and then shot the men,” said {w}, {r}, who fled to {p2} with his family.",
    "In a separate incident, suspected {g} fighters abducted {n} traders on the road to {p2} on {d}.",
    "An air strike by the {a} air force on a base near {p} left {n} fighters dead, the defence ministry said.",
    "Hospital staff in {p2} told reporters that they had treated {n} people with gunshot wounds since {d}.",
    "A security source put the toll at {n} dead, while residents spoke of {n2} bodies in the streets of {p}.",
    "The army denied that civilians had been hit and said that {n} militants were neutralised near {p}.",
    "Protesters blocked the main road in {p2} on {d}; police fired tear gas and arrested {n} of them.",
)
CONTEXT = (
    "{s} has struggled since 2012 to contain an insurgency that spread abroad and drove two million from home.",
    "Thousands have been killed across the region and schools in {p} have stayed closed for most of the year.",
    "President {w} called a meeting of the security council and promised that those responsible would be found.",
    "The United Nations mission in {s} condemned the violence and called on all sides to protect civilians.",
    "Analysts say that the withdrawal of foreign troops has left towns such as {p} and {p2} without protection.",
    "Traders in {p2} said that prices of millet and fuel had doubled since the road was cut in March.",
    "The government of {s} signed an agreement with several armed groups in 2015, but little of it was carried out.",
    "Aid agencies say 4.5 million people in {s} need help, and that half of the clinics around {p} have closed.",
    "“We have not seen an officer here for months,” said {w}, {r}, by telephone.",
    "The African Union and ECOWAS urged the authorities of {s} to hold elections, and sent {w} to talk to both sides.",
    "Foreign Minister {w} told reporters in {p} that the European Union would be asked for help with training.",
    "{w}, who heads the office of the Red Cross in {p}, said that its lorries had waited for a week at the river.",
    "The group emerged in the north of {s}, and has since 2017 collected taxes in villages between {p} and {p2}.",
    "{w} of the university of {p2}, who has written two books on the region, called the plan “late and too small”.",
    "Prime Minister {w} is expected in Paris next week for talks with the World Bank about a loan for {s}.",
    "Two years ago the junta led by Colonel {w} promised to return power to civilians, a promise it has put off twice.",
)
PEACE = (
    "Farmers around {p} expect a better harvest this year after rains that lasted into October, {r} said.",
    "The national team of {s} won its second match of the tournament in {p} with two late goals by {w}.",
    "A lorry left the road near {p} on {d} and {n} passengers were hurt, the transport ministry said.",
    "The central bank of {s} kept its main rate at six per cent and said that prices had risen more slowly since May.",
    "A fire in the market of {p2} destroyed {n} stalls; nobody was hurt and its cause is not yet known.",
    "{w}, who has led the country's chess federation since 2014, said that young players need more tournaments.",
    "Voters in {p} queued from early morning on {d} in an election that observers called calm and well organised.",
    "Scientists at the university of {p2} found traces of an early settlement that may be three thousand years old.",
    "The health ministry of {s} reported {n} new cases of measles in {p} and sent vaccines to the district.",
    "A film shot in {p2} by the director {w} won the jury's prize and will be shown abroad from November.",
    "The airline said that flights between {p} and {p2} would resume in spring with two services a week.",
    "Engineers began work on a bridge at {p} that is to shorten the way to {p2} by forty kilometres.",
    "The museum in {p} has shown its collection of manuscripts to 20,000 visitors since it opened again in June.",
)


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A report for measuring: its headline, paragraphs and day of publication."""

    title: str
    paragraphs: tuple[str, ...]
    published: date

    @property
    def text(self) -> str:
        """The report as plain text."""
        return "\n\n".join((self.title, *self.paragraphs))


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the sentences of one report have in common, and where their chance comes from."""

    rng: random.Random
    state: int
    places: tuple[str, ...]
    persons: tuple[str, ...]
    groups: tuple[str, ...]
    days: tuple[str, ...]

    def tell(self, template: str) -> str:
        """The sentence."""
        place, other = self.rng.sample(self.places, 2)
        return template.format(
            p=place,
            p2=other,
            s=STATES[self.state],
            a=ADJECTIVES[self.state],
            g=self.rng.choice(self.groups),
            n=self.rng.choice(NUMBERS),
            n2=self.rng.choice(NUMBERS),
            d=self.rng.choice(self.days),
            r=self.rng.choice(ROLES),
            w=self.rng.choice(self.persons),
        )


def incident_report(rng: random.Random, words: int = 800) -> MadeReport:
    """A report of about so many words that begins with violence and comes back to it in some of its sentences."""
    return _report(rng, words, CONFLICT, lambda: rng.choice(CONFLICT if rng.random() < VIOLENT_SHARE else CONTEXT))


def other_report(rng: random.Random, words: int = 300) -> MadeReport:
    """A report of about so many words without any violence, some of it near it: accidents, fires, disease."""
    return _report(rng, words, PEACE, lambda: rng.choice(PEACE))


def incident_reports(seed: int, count: int, words: int = 800) -> tuple[MadeReport, ...]:
    """So many reports that tell of incidents."""
    rng = random.Random(seed)
    return tuple(incident_report(rng, words) for _ in range(count))


def stream(seed: int, count: int, words: int = 300) -> Iterator[MadeReport]:
    """Reports of which every tenth tells of incidents."""
    rng = random.Random(seed)
    for number in range(count):
        yield incident_report(rng, words) if number % 10 == 0 else other_report(rng, words)


def _report(rng: random.Random, words: int, heads: Sequence[str], template: Callable[[], str]) -> MadeReport:
    scene = _Scene(
        rng=rng,
        state=rng.randrange(len(STATES)),
        places=tuple(rng.sample(PLACES, 10)),
        persons=tuple(f"{_name(rng, 2)} {_name(rng, 3)}" for _ in range(9)),
        groups=tuple(rng.sample(GROUPS, 2)),
        days=tuple(rng.sample(DAYS, 3)),
    )
    title = scene.tell(rng.choice(heads)).rstrip(".")
    paragraphs, told = [], len(title.split())
    while told < words:
        paragraph = " ".join(scene.tell(template()) for _ in range(rng.choice((1, 1, 2, 2, 3))))
        paragraphs.append(paragraph)
        told += len(paragraph.split())
    return MadeReport(title, tuple(paragraphs), date(2021, 1, 1) + timedelta(days=rng.randrange(1500)))


def _name(rng: random.Random, length: int) -> str:
    """A name that no list knows, so that look-ups meet new words as they do in the news."""
    return "".join(rng.choice(SYLLABLES) for _ in range(length)).capitalize()
