"""Reports made up for measuring speed: seeded, so that a run can be repeated, and never the same text twice.

They say nothing about quality. What matters is that they are as long and as dense as wire stories: an incident report
of about 800 words tells of two or three incidents with tolls, claimants, places, dates and parties, and of background.
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


def incident_report(rng: random.Random, words: int = 800) -> MadeReport:
    """A report of about so many words in which every second sentence tells of violence."""
    return _report(rng, words, lambda: rng.choice(CONFLICT if rng.random() < 0.5 else CONTEXT))


def other_report(rng: random.Random, words: int = 300) -> MadeReport:
    """A report of about so many words without any violence, some of it near it: accidents, fires, disease."""
    return _report(rng, words, lambda: rng.choice(PEACE))


def incident_reports(seed: int, count: int, words: int = 800) -> tuple[MadeReport, ...]:
    """So many reports that tell of incidents."""
    rng = random.Random(seed)
    return tuple(incident_report(rng, words) for _ in range(count))


def stream(seed: int, count: int, words: int = 300) -> Iterator[MadeReport]:
    """Reports of which every tenth tells of incidents."""
    rng = random.Random(seed)
    for number in range(count):
        yield incident_report(rng, words) if number % 10 == 0 else other_report(rng, words)


def _report(rng: random.Random, words: int, template: Callable[[], str]) -> MadeReport:
    title = _filled(rng, template()).rstrip(".").replace("“", "").replace("”", "")
    paragraphs, told = [], len(title.split())
    while told < words:
        paragraph = " ".join(_filled(rng, template()) for _ in range(rng.choice((1, 1, 2, 2, 3))))
        paragraphs.append(paragraph)
        told += len(paragraph.split())
    return MadeReport(title, tuple(paragraphs), date(2021, 1, 1) + timedelta(days=rng.randrange(1500)))


def _filled(rng: random.Random, template: str) -> str:
    state = rng.randrange(len(STATES))
    return template.format(
        p=rng.choice(PLACES),
        p2=rng.choice(PLACES),
        s=STATES[state],
        a=ADJECTIVES[state],
        g=rng.choice(GROUPS),
        n=rng.choice(NUMBERS),
        n2=rng.choice(NUMBERS),
        d=rng.choice(DAYS),
        r=rng.choice(ROLES),
        w=f"{_name(rng, 2)} {_name(rng, 3)}",
    )


def _name(rng: random.Random, length: int) -> str:
    """A name that no list knows, so that look-ups meet new words as they do in the news."""
    return "".join(_some(rng, SYLLABLES, length)).capitalize()


def _some(rng: random.Random, items: Sequence[str], count: int) -> list[str]:
    return [rng.choice(items) for _ in range(count)]
