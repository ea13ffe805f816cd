"""Which language a text is written in.

Function words settle most texts in a tenth of a millisecond. Only what they leave open goes to py3langid, whose model
takes half a second and 60 MB to load.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache

# Frequent function words by ISO 639-1 code, written down by the authors. A word may stand for several languages; they
# are told apart by the rest.
_FUNCTION_WORDS = {
    "en": "the of and to in is was were that for on with as by at from it he his have has had are be been "
    "not this which their they who after said but or an a its will would than more when also into "
    "about over between",
    "fr": "le la les des du de et en un une est dans que qui par pour sur au aux avec ce cette ont été sont "
    "plus pas il se son sa ses leur selon après mais ou d l qu s n été était",
    "es": "el la los las de del y en un una que por para con su se es al lo como más fue han ha sido según "
    "tras pero sin sobre este esta entre también desde cuando",
    "pt": "o a os as de do da dos das e em um uma que por para com se é ao no na nos nas pelo pela mais foi "
    "não são após segundo mas como também entre sobre foram seu sua",
    "de": "der die das und in den von zu mit im des dem ein eine einen einer ist war wurde wurden nicht "
    "sich auf für an auch nach bei am als aus sind hat dass wie oder um werden über vom zum zur",
    "it": "il lo la i gli le di del della dei delle e in un una che per con da dal è sono nel nella al alla "
    "più non si ha hanno stato stati dopo secondo anche sul come ma",
    "nl": "de het een en van in is op te dat die voor met zijn niet aan door er bij om ook naar werd werden "
    "uit zich als nog maar heeft hebben over tot volgens",
    "sw": "ya wa na kwa katika ni za la kuwa cha hiyo huo baada watu wake alisema hao vya lakini hilo "
    "kutoka pia wakati ambao ambayo mwa hii huyo wengine",
    "ha": "da na ta ya a ga sun cikin wani wata kuma wannan an ne ce su ba domin daga bayan wasu akan yan "
    "mutane har cewa ke suka wadanda suna inda sai",
    "tr": "ve bir bu da de için ile olarak olan daha çok gibi kadar sonra en ancak ise göre oldu olduğu "
    "tarafından",
    "id": "yang dan di dari untuk dengan pada ini itu dalam tidak telah oleh akan ke adalah mereka sebagai "
    "juga bahwa",
    "ro": "și în de la a din cu pe care au fost pentru nu este un o că mai după sunt al ale prin sau",
    "pl": "w i na z że się do nie o przez po jest to od za ale dla oraz został zostało są był które jak",
    "sv": "och i att det som en på är av för med den till inte har de om ett men var från vid efter under",
    "so": "oo iyo ka ku ah waa in ay uu ayaa la soo kale si u waxaa ee isaga dadka ayay lagu laga inuu "
    "kuwaas",
}  # fmt: skip
_BITS = {code: 1 << number for number, code in enumerate(_FUNCTION_WORDS)}
_WORD = re.compile(r"[^\W\d_]+")
_HEAD = 1500
_FEWEST_WORDS = 3
_FEWEST_LETTERS = 12
_LEAST_PROBABILITY = 0.6
_IN_DOUBT = "en"
# Those that news of conflicts is written in: among all 140 of the model a headline looks like a small one too often.
_NEWS_LANGUAGES = (
    "en fr es pt de it nl sv da no pl ro cs hu fi tr id sw ha so am om ar fa ur ps ku he ru uk bg sr el hi bn ta th vi"
    " zh ja ko ln rw yo ig my"
)


def _masks() -> dict[str, int]:
    masks: dict[str, int] = {}
    for code, words in _FUNCTION_WORDS.items():
        for word in words.split():
            masks[word] = masks.get(word, 0) | _BITS[code]
    return masks


_MASKS = _masks()


def detect(text: str) -> str | None:
    """The ISO 639 code of the language of the text's first 1,500 characters; None where there is nothing to tell it by.

    A headline in Latin letters that leaves it open counts as English: to refuse it would lose a report, while no rule
    of English fits a text in another language.
    """
    head = text[:_HEAD]
    words = _WORD.findall(head.lower())
    letters = sum(map(len, words))
    found = _by_function_words(words)
    if found is None and letters >= _FEWEST_LETTERS and len(words) >= _FEWEST_WORDS:
        found = _by_model(head)
    latin = sum(len(word) for word in words if word.isascii()) > letters / 2
    return found or (_IN_DOUBT if latin else None)


def _by_function_words(words: list[str]) -> str | None:
    """The one language whose function words make a fifth of the words and stand well before every other's."""
    masks = Counter(mask for word in words if (mask := _MASKS.get(word)))
    votes = sorted(
        ((sum(n for mask, n in masks.items() if mask & bit), code) for code, bit in _BITS.items()), reverse=True
    )
    (most, code), (second, _) = votes[:2]
    if most >= 4 and most >= 0.2 * len(words) and most >= 1.6 * second + 1:
        return code
    return None


def _by_model(text: str) -> str | None:
    code, probability = _classifier()(text)
    return code if probability >= _LEAST_PROBABILITY else None


@cache
def _classifier() -> Callable[[str], tuple[str, float]]:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_NEWS_LANGUAGES.split())
    return identifier.classify  # type: ignore[no-any-return]
