"""What an incident looks like beside the text: each value with its words and the rule or knowledge that gave it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kibaru.model.claim import Claim, Claimant, Stance
from kibaru.model.incident import Incident, Reconciled
from kibaru.model.mention import Mention, Modality, Role
from kibaru.model.values import Actor, Blame, CasualtyKind, Place, Toll, Total
from kibaru.publish.html_tags import Html, el, join
from kibaru.publish.html_text import Marks
from kibaru.publish.wording import (
    BLAMES,
    KINDS,
    STANCES,
    claimant_text,
    count_text,
    event_text,
    figure_text,
    hedge_text,
    high_text,
    persons_text,
    place_name,
    precision_text,
    uncertainty_text,
    when_text,
)


def card(view: Incident, mention: Mention, number: int, numbers: dict[str, int], marks: Marks) -> Html:
    """One incident. `numbers` gives the number of each mention of the report by its id."""
    event = mention.event
    target = marks.add(event.quotes, "event", f"{number}. {event_text(event.value)}")
    for quote in mention.evidence:
        marks.add([quote], "evidence", "evidence")
    values = (_event(event, marks, target), *_slots(mention, marks), *_tolls(mention, marks), *_blames(mention, marks))
    figures = _figures(view.reconciled) if mention.tolls else Html()
    return el(
        "article",
        el("h3", el("span", str(number), class_="n"), event_text(event.value)),
        _chips(mention, numbers),
        el("dl", *values),
        figures,
        class_="card" if event.value.sub_event else "card act",
        id=f"{marks.prefix}i{number}",
    )


def _chips(mention: Mention, numbers: dict[str, int]) -> Html:
    kind = mention.event.value
    words = [kind.event_type, kind.plover if kind.sub_event else None, kind.plover_mode]
    words += ["chiefly about this"] if mention.main else []
    words += ["background"] if mention.role is Role.BACKGROUND else []
    words += [mention.modality.value] if mention.modality is not Modality.ASSERTED else []
    words += [f"part of {numbers[mention.part_of]}"] if mention.part_of in numbers else []
    words.append(f"confidence {mention.confidence:.2f}")
    return el("ul", *(el("li", word) for word in words if word), class_="chips")


def _row(label: str, kind: str, *values: Html) -> Html:
    return el("div", el("dt", label, class_=f"k-{kind}"), *(el("dd", value) for value in values), class_="row")


def _value(claim: Claim[Any], shown: Html, marks: Marks, target: str | None, *notes: Html) -> Html:
    """A value, the words it rests on, and the rule or knowledge that gave it."""
    origin = claim.origin
    words = [marks.quote(quote, target) for quote in claim.quotes]
    if claim.ungrounded:
        words.append(el("span", f"no words of its own: {claim.ungrounded}", class_="none"))
    rule = el("code", f"{origin.name} {origin.version}".strip())
    # A value without words gives its reason there, and need not give it twice.
    reason = "" if claim.ungrounded == origin.why else f"{origin.why} — "
    why = el("p", reason, rule, f", {claim.confidence:.2f}", class_="why")
    told = join(*(join(" ", part) for part in words))
    return el("div", el("p", shown, told), *notes, why, class_="v", id=target, data_v=target, tabindex="-1")


def _event(claim: Claim[Any], marks: Marks, target: str | None) -> Html:
    return _row("What", "event", _value(claim, el("b", event_text(claim.value)), marks, target))


def _slots(mention: Mention, marks: Marks) -> Iterator[Html]:
    if mention.time:
        yield _row("When", "when", *(_time(claim, marks) for claim in (mention.time, *mention.rival_times)))
    if mention.place:
        yield _row("Where", "where", *(_place(claim, marks) for claim in (mention.place, *mention.rival_places)))
    for label, kind, side in (("Side A", "side-a", mention.side_a), ("Side B", "side-b", mention.side_b)):
        if side:
            yield _row(label, kind, *(_actor(claim, kind, label, marks) for claim in side))
    if mention.weapon:
        name = mention.weapon.value.name
        target = marks.add(mention.weapon.quotes, "weapon", f"weapon: {name}")
        yield _row("Weapon", "weapon", _value(mention.weapon, el("b", name), marks, target))


def _time(claim: Claim[Any], marks: Marks) -> Html:
    when = when_text(claim.value)
    target = marks.add(claim.quotes, "when", f"when: {when}")
    return _value(claim, join(el("b", when), " ", el("small", precision_text(claim.value))), marks, target)


def _place(claim: Claim[Place], marks: Marks) -> Html:
    place = claim.value
    target = marks.add(claim.quotes, "where", f"where: {place_name(place)}")
    note = el("p", _place_facts(place), class_="note")
    shown = join(el("b", place_name(place)), " ", el("small", uncertainty_text(place)))
    return _value(claim, shown, marks, target, note)


def _place_facts(place: Place) -> str:
    facts = [f"precision {place.precision} of 7"]
    if place.lat is not None and place.lon is not None:
        facts.append(f"{place.lat:.4f}, {place.lon:.4f}")
    if place.gazetteer_id:
        facts.append(place.gazetteer_id)
    facts += [f"or {place_name(other)}" for other in place.alternatives]
    return " · ".join(facts)


def _actor(claim: Claim[Actor], kind: str, label: str, marks: Marks) -> Html:
    actor = claim.value
    target = marks.add(claim.quotes, kind, f"{label}: {actor.name}")
    return _value(claim, join(el("b", actor.name), " ", el("small", _actor_facts(actor))), marks, target)


def _actor_facts(actor: Actor) -> str:
    return " · ".join(part for part in (actor.kind.value.replace("_", " "), actor.actor_id) if part)


def _tolls(mention: Mention, marks: Marks) -> Iterator[Html]:
    """A row for each kind of casualty, a value for each claim."""
    for kind in CasualtyKind:
        claims = [claim for claim in mention.tolls if claim.value.kind is kind]
        if claims:
            yield _row(KINDS[kind].capitalize(), "toll", *(_toll(claim, marks) for claim in claims))


def _toll(claim: Claim[Toll], marks: Marks) -> Html:
    toll = claim.value
    told = persons_text(toll)
    target = marks.add(claim.quotes, "toll", f"{KINDS[toll.kind]}: {told}")
    notes = [hedge_text(claim), "part of another figure" if toll.part_of else ""]
    shown = join(el("b", told), *(el("small", f" {note}") for note in notes if note))
    return _value(claim, shown, marks, target, _says(claim, marks))


def _says(claim: Claim[Any], marks: Marks) -> Html:
    """Who says so, in their own words, and how they stand to it."""
    says = [el("span", "says "), el("b", claimant_text(claim))]
    target = _claimant_mark(claim.claimant, marks)
    if claim.claimant and claim.claimant.quote:
        says += [Html(" "), marks.quote(claim.claimant.quote, target)]
    if claim.stance not in (None, Stance.REPORTER):
        says.append(el("small", f" {STANCES[claim.stance]}"))
    return el("p", *says, class_="says", id=target, data_v=target, tabindex="-1")


def _claimant_mark(claimant: Claimant | None, marks: Marks) -> str | None:
    if claimant is None or claimant.quote is None:
        return None
    return marks.add([claimant.quote], "claimant", f"who says so: {claimant.name}")


def _blames(mention: Mention, marks: Marks) -> Iterator[Html]:
    if mention.responsibility:
        yield _row("Blamed", "blame", *(_blame(claim, marks) for claim in mention.responsibility))


def _blame(claim: Claim[Blame], marks: Marks) -> Html:
    actor, status = claim.value.actor, BLAMES[claim.value.status]
    name = actor.name if actor else "nobody named"
    target = marks.add(claim.quotes, "blame", f"blamed: {name}, {status}")
    notes = [_says(claim, marks)] if claim.claimant else []
    return _value(claim, join(el("b", name), el("small", f" {status}")), marks, target, *notes)


def _figures(figures: Reconciled) -> Html:
    """Low, best and high in large, the deaths of each group below, and why."""
    high = high_text(figures)
    three = (("low", figure_text(figures.low)), ("best", figure_text(figures.best)), ("high", high))
    groups = (
        ("side A", figures.deaths_a),
        ("side B", figures.deaths_b),
        ("civilians", figures.deaths_civilians),
        ("side not told", figures.deaths_unknown),
    )
    told = " · ".join(f"{name} {figure:,}" for name, figure in groups if figure is not None)
    return el(
        "section",
        el("h4", "Deaths ", el("small", f"policy {figures.policy}")),
        el("dl", *(el("div", el("dt", name), el("dd", figure)) for name, figure in three), class_="three"),
        el("p", told, class_="note") if told else Html(),
        el("p", figures.because, class_="why"),
        class_="figures",
    )


def totals(claims: Iterable[Claim[Total]], marks: Marks) -> Html:
    """Totals that belong to no single incident."""
    return el("dl", *(_row(KINDS[claim.value.kind].capitalize(), "total", _total(claim, marks)) for claim in claims))


def _total(claim: Claim[Total], marks: Marks) -> Html:
    total = claim.value
    scope = total.scope.value.replace("_", " ")
    target = marks.add(claim.quotes, "total", f"{scope} total: {count_text(total.count)} {KINDS[total.kind]}")
    shown = join(el("b", count_text(total.count)), el("small", f" {scope}"))
    return _value(claim, shown, marks, target, _says(claim, marks))
