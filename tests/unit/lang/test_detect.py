import subprocess
import sys

import pytest

from kibaru.lang.detect import detect

SENTENCES = {
    "en": "Gunmen killed twelve people in a village near the border on Monday, the army said.",
    "fr": "Douze personnes ont été tuées lundi par des hommes armés dans un village proche de la frontière.",
    "es": "Doce personas murieron el lunes en un ataque de hombres armados contra una aldea cercana a la frontera.",
    "pt": "Doze pessoas foram mortas na segunda-feira por homens armados numa aldeia perto da fronteira.",
    "de": "Bei einem Angriff bewaffneter Männer auf ein Dorf nahe der Grenze sind am Montag zwölf Menschen gestorben.",
    "it": "Dodici persone sono state uccise lunedì da uomini armati in un villaggio vicino al confine.",
    "nl": "Twaalf mensen zijn maandag gedood door gewapende mannen in een dorp bij de grens, meldt het leger.",
    "ar": "قتل اثنا عشر شخصا يوم الاثنين في هجوم شنه مسلحون على قرية قرب الحدود، بحسب ما أعلن الجيش.",
    "ru": "Двенадцать человек погибли в понедельник при нападении боевиков на деревню у границы.",
    "sw": "Watu kumi na wawili waliuawa siku ya Jumatatu na watu wenye silaha katika kijiji karibu na mpaka.",
    "ha": "An kashe mutane goma sha biyu a ranar Litinin a wani kauye kusa da iyaka, in ji rundunar soja.",
}


@pytest.mark.parametrize("times", [1, 6])
@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_tells_its_language(code: str, times: int) -> None:
    assert detect(" ".join([SENTENCES[code]] * times)) == code


def test_capitals_hide_no_language() -> None:
    assert detect(SENTENCES["en"].upper()) == "en"


def test_a_report_with_foreign_names_and_a_quote_stays_english() -> None:
    text = (
        SENTENCES["en"]
        + " “C'est la guerre,” said Colonel Moussa ag Almahmoud of the Coordination des mouvements de l'Azawad."
    )
    assert detect(text) == "en"


@pytest.mark.parametrize("text", ["", " \n", "12 34 56", "!!!", "غاو"])
def test_nothing_tells_no_language(text: str) -> None:
    assert detect(text) is None


@pytest.mark.parametrize(
    "headline",
    [
        "Army kills rebels in raid",
        "Attack in Ménaka kills five",
        "Tessit: 40 soldiers dead",
        "Six dead",
        "Gao",
        "Bus ambushed",
    ],
)
def test_a_headline_in_doubt_counts_as_english(headline: str) -> None:
    assert detect(headline) == "en"


@pytest.mark.parametrize(
    ("headline", "code"),
    [
        ("Attaque à Ménaka: cinq morts", "fr"),
        ("Ataque en Cauca deja cinco muertos", "es"),
        ("Cinco soldados mortos em Cabo Delgado", "pt"),
        ("Sojoji sun kashe yan bindiga", "ha"),
    ],
)
def test_a_headline_in_another_language_does_not(headline: str, code: str) -> None:
    assert detect(headline) == code


def test_plain_english_loads_no_model() -> None:
    code = (
        "import sys; from kibaru.lang.detect import detect; detect(sys.argv[1]); sys.exit('py3langid' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, SENTENCES["en"]], check=False).returncode == 0
