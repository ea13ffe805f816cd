"""How likely two personal names are one person's.

Parts of names are left out or added without contradiction ("Akhtar Mansour" for "Akhtar Mohammad Mansour"), but two
parts that both stand where the other name has another ("Daniel Tusk" and "Donald Tusk") speak against one person. So
words are paired one to one, and the worst pair weighs most. Measured on 548 labelled pairs by tools/gate_names.py.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from kibaru.clean.names import PARTICLES, fold, similarity

# Cyrillic as English news writes it; folded names are lower case and have lost й's breve.
_CYRILLIC: Final = str.maketrans(
    dict(
        zip(
            "абвгдежзиклмнопрстуфхцчшщъыьэюяієґ",
            "a b v g d e zh z i k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i e g".replace("_", "").split(" "),
            strict=True,
        )
    )
)
# Forms of address of several languages; offices and ranks are cut off before names are compared.
_COURTESIES: Final = frozenset(
    "mr mrs ms dr sir lord herr frau monsieur madame sheikh shaikh sheik mullah maulvi maulawi mawlawi haji hajji qari "
    "ayatollah imam president general colonel prince king".split()
)
_INITIAL, _SAME_SOUND, _CUT_SHORT = 0.9, 0.97, 0.75
# A pair of words below this says nothing more; parts left out, words in another order and a single word cost a share.
_UNLIKE, _WORST = 0.4, 0.6
_LEFT_OUT, _MOST_LEFT_OUT, _TURNED, _SINGLE = 0.1, 4, 0.2, 0.85
_JOINED, _JOINED_COST = 0.9, 0.95


@lru_cache(maxsize=4096)
def person_similarity(one: str, other: str) -> float:
    """From 0 to 1; symmetric. "Goïta, Assimi" is read as "Assimi Goïta"; scripts other than Latin and Cyrillic give 0
    beside Latin."""
    left, right = sorted((_parts(one), _parts(other)), key=lambda parts: (len(parts), parts))
    if not left:
        return 0.0
    pairs = _paired(left, right)
    letters = sum(len(left[at]) for at, _, _ in pairs)
    mean = sum(score * len(left[at]) for at, _, score in pairs) / letters
    worst = max(0.0, (min(score for _, _, score in pairs) - _UNLIKE) / (1 - _UNLIKE))
    whole = (1 - _WORST) * mean + _WORST * worst
    places = [at for _, at, _ in pairs]
    if places != sorted(places):
        whole *= 1 - _TURNED
    whole *= 1 - _LEFT_OUT * min(len(right) - len(left), _MOST_LEFT_OUT)
    if len(left) == 1 < len(right):
        whole *= _SINGLE
    return max(whole, _written_apart(left, right))


def _parts(name: str) -> tuple[str, ...]:
    family, comma, given = name.partition(",")
    words = fold(fold(f"{given} {family}" if comma else name).translate(_CYRILLIC)).split()
    kept = [word for word in words if word not in PARTICLES and word not in _COURTESIES]
    return tuple(kept or words)


def _paired(left: tuple[str, ...], right: tuple[str, ...]) -> list[tuple[int, int, float]]:
    """Each word of the shorter name with one of the longer, the most alike first, in the order of the shorter."""
    scored = [(_alike(a, b), -abs(i - k), i, k) for i, a in enumerate(left) for k, b in enumerate(right)]
    used: set[int] = set()
    chosen: dict[int, tuple[int, float]] = {}
    for score, _, i, k in sorted(scored, reverse=True):
        if i not in chosen and k not in used:
            used.add(k)
            chosen[i] = k, score
    return [(i, *chosen[i]) for i in sorted(chosen)]


def _alike(one: str, other: str) -> float:
    """Two words: by sound and by spelling, so that neither a shared skeleton nor a shared head is enough."""
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return _INITIAL if one[0] == other[0] else 0.0
    sound = similarity(one, other)
    score = _SAME_SOUND if sound == 1.0 else 0.5 * (sound + OSA.normalized_similarity(one, other))
    short, long = sorted((one, other), key=len)
    return max(score, _CUT_SHORT) if len(short) > 2 and long.startswith(short) else score


def _written_apart(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """ "Patr ushev" and "Patrushev": the same letters in other words."""
    if len(left) == len(right):
        return 0.0
    same = OSA.normalized_similarity("".join(left), "".join(right))
    return same * _JOINED_COST if same >= _JOINED else 0.0
