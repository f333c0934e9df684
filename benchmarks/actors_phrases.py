"""The words the benchmark of actors asks with: office phrases in seven languages.

Written for the benchmark, apart from the authority. Places to fill: {m} and {f} the adjective
of the state, {of} the state behind its preposition ("du Mexique"), {poss} the state as
owner ("Mexico's", "Mexikos"), {name} the state. M and F lists are for men and women.
"""

from __future__ import annotations

from babel import Locale

LANGUAGES = ("fr", "en", "es", "de", "pt", "it", "ar")
VOWELS = "AEIOUYÉÎÀÁÓÖÄH"

# language → role → forms for a man, forms for a woman.
PHRASES: dict[str, dict[str, tuple[list[str], list[str]]]] = {
    "fr": {
        "president": (
            ["le président {m}", "Le président {m}", "le chef de l'Etat {m}", "le chef de l'État {m}", "président {m}", "le président {of}", "le président de la République {m}"],
            ["la présidente {f}", "la présidente {of}", "la cheffe de l'Etat {f}", "présidente {f}"],
        ),
        "prime_minister": (
            ["le Premier ministre {m}", "le premier ministre {m}", "Premier ministre {m}", "le chef du gouvernement {m}", "le Premier ministre {of}", "le chef {m} du gouvernement", "le Premier-ministre {m}"],
            ["la Première ministre {f}", "la cheffe du gouvernement {m}", "la première ministre {of}"],
        ),
        "chancellor": (["le chancelier {m}", "chancelier {m}", "le chancelier fédéral {m}"], ["la chancelière {f}"]),
        "monarch": (["le roi {of}", "le souverain {m}", "le monarque {m}"], ["la reine {of}", "la souveraine {f}"]),
        "foreign_minister": (
            ["le ministre {m} des Affaires étrangères", "le ministre des Affaires étrangères {m}", "le chef de la diplomatie {f}", "le patron de la diplomatie {f}", "le ministre des Affaires étrangères {of}", "ministre {m} des affaires étrangères", "le ministre {m} des Affaires Étrangères"],
            ["la ministre {f} des Affaires étrangères", "la cheffe de la diplomatie {f}", "la ministre des Affaires étrangères {of}"],
        ),
        "defence_minister": (
            ["le ministre {m} de la Défense", "le ministre de la Défense {m}", "ministre {m} de la défense", "le ministre de la Défense {of}", "le ministre {m} de la Défense nationale"],
            ["la ministre {f} de la Défense", "la ministre de la Défense {of}"],
        ),
    },
    "en": {
        "president": (["the {m} president", "{m} President", "{poss} president", "the president of {name}", "President of {name}", "{m} head of state", "The {m} President", "{name} President"], []),
        "prime_minister": (["the {m} prime minister", "{m} Prime Minister", "{poss} prime minister", "the prime minister of {name}", "the {m} premier", "{m} PM", "{poss} PM", "the {m} head of government"], []),
        "chancellor": (["the {m} chancellor", "{m} Chancellor", "{poss} chancellor", "Chancellor of {name}"], []),
        "monarch": (["the {m} monarch", "the {m} king", "{poss} king", "King of {name}"], ["the {m} queen", "Queen of {name}", "the {m} monarch"]),
        "foreign_minister": (["{m} Foreign Minister", "the {m} foreign minister", "{poss} foreign minister", "the foreign minister of {name}", "{poss} top diplomat", "the {m} Minister of Foreign Affairs", "{m} FM", "the minister for foreign affairs of {name}", "{m} foreign affairs minister"], []),
        "defence_minister": (["the {m} defence minister", "{m} Defense Minister", "{poss} defense minister", "the {m} minister of defence", "the defence minister of {name}", "{name} Defence Minister"], []),
    },
    "es": {
        "president": (
            ["el presidente {m}", "el presidente {of}", "el mandatario {m}", "el jefe de Estado {m}", "presidente {m}", "el Presidente {m}"],
            ["la presidenta {f}", "la presidenta {of}", "la mandataria {f}"],
        ),
        "prime_minister": (
            ["el primer ministro {m}", "el primer ministro {of}", "el jefe del Gobierno {m}", "el jefe de Gobierno {m}", "el premier {m}"],
            ["la primera ministra {f}", "la jefa del Gobierno {m}", "la primera ministra {of}"],
        ),
        "chancellor": (["el canciller {m}", "el canciller federal {m}"], ["la canciller {f}"]),
        "monarch": (["el rey {of}", "el monarca {m}", "el rey {m}"], ["la reina {of}", "la reina {f}"]),
        "foreign_minister": (
            ["el ministro {m} de Exteriores", "el ministro de Exteriores {m}", "el ministro de Asuntos Exteriores {m}", "el ministro de Relaciones Exteriores {of}", "el canciller {m}", "el jefe de la diplomacia {f}", "ministro {m} de Asuntos Exteriores"],
            ["la ministra {f} de Exteriores", "la canciller {f}", "la ministra de Relaciones Exteriores {of}"],
        ),
        "defence_minister": (
            ["el ministro {m} de Defensa", "el ministro de Defensa {m}", "el ministro de Defensa {of}", "el titular de Defensa {m}"],
            ["la ministra {f} de Defensa", "la ministra de Defensa {of}"],
        ),
    },
    "de": {
        "president": (
            ["der {w}e Präsident", "{poss} Präsident", "{w}er Präsident", "der {w}e Staatschef", "{poss} Staatschef", "der Präsident {of}", "dem {w}en Präsidenten", "{poss} Staatsoberhaupt"],
            ["die {w}e Präsidentin", "{poss} Präsidentin", "die Präsidentin {of}"],
        ),
        "prime_minister": (
            ["der {w}e Ministerpräsident", "der {w}e Premierminister", "{poss} Regierungschef", "{poss} Premierminister", "der Regierungschef {of}", "des {w}en Premierministers", "der {w}e Premier", "der {w}e Regierungschef"],
            ["die {w}e Ministerpräsidentin", "die {w}e Premierministerin", "{poss} Regierungschefin"],
        ),
        "chancellor": (["der {w}e Bundeskanzler", "der {w}e Kanzler", "{poss} Kanzler", "{poss} Bundeskanzler"], ["die {w}e Kanzlerin", "{poss} Bundeskanzlerin"]),
        "monarch": (["der {w}e König", "der König {of}", "{poss} König"], ["die {w}e Königin", "{poss} Königin"]),
        "foreign_minister": (
            ["der {w}e Außenminister", "{poss} Außenminister", "Außenminister {of}", "der {w}e Chefdiplomat", "der Außenminister {of}", "des {w}en Außenministers", "{w}er Aussenminister"],
            ["die {w}e Außenministerin", "{poss} Außenministerin"],
        ),
        "defence_minister": (
            ["der {w}e Verteidigungsminister", "{poss} Verteidigungsminister", "Verteidigungsminister {of}", "des {w}en Verteidigungsministers"],
            ["die {w}e Verteidigungsministerin", "{poss} Verteidigungsministerin"],
        ),
    },
    "pt": {
        "president": (["o presidente {m}", "o presidente {of}", "o chefe de Estado {m}"], ["a presidente {f}", "a presidente {of}"]),
        "prime_minister": (["o primeiro-ministro {m}", "o primeiro-ministro {of}", "o premiê {m}", "o chefe do governo {m}"], ["a primeira-ministra {f}"]),
        "chancellor": (["o chanceler {m}"], ["a chanceler {f}"]),
        "monarch": (["o rei {of}", "o rei {m}"], ["a rainha {of}", "a rainha {f}"]),
        "foreign_minister": (["o ministro {m} dos Negócios Estrangeiros", "o ministro das Relações Exteriores {of}", "o chefe da diplomacia {f}", "o ministro dos Negócios Estrangeiros {m}"], ["a ministra {f} dos Negócios Estrangeiros"]),
        "defence_minister": (["o ministro {m} da Defesa", "o ministro da Defesa {of}", "o ministro da Defesa {m}"], ["a ministra {f} da Defesa", "a ministra da Defesa {of}"]),
    },
    "it": {
        "president": (["il presidente {m}", "il presidente {of}", "il capo dello Stato {m}", "il capo di Stato {m}"], ["la presidente {f}", "la presidente {of}"]),
        "prime_minister": (["il primo ministro {m}", "il premier {m}", "il primo ministro {of}", "il capo del governo {m}"], ["la premier {f}", "la prima ministra {f}"]),
        "chancellor": (["il cancelliere {m}"], ["la cancelliera {f}"]),
        "monarch": (["il re {of}", "il sovrano {m}"], ["la regina {of}", "la sovrana {f}"]),
        "foreign_minister": (["il ministro degli Esteri {m}", "il ministro degli Esteri {of}", "il capo della diplomazia {f}", "il ministro {m} degli Esteri"], ["la ministra degli Esteri {f}"]),
        "defence_minister": (["il ministro della Difesa {m}", "il ministro della Difesa {of}", "il ministro {m} della Difesa"], ["la ministra della Difesa {f}"]),
    },
    "ar": {
        "president": (["الرئيس {m}", "رئيس {name}", "والرئيس {m}"], ["الرئيسة {f}"]),
        "prime_minister": (["رئيس الوزراء {m}", "رئيس الحكومة {m}", "رئيس وزراء {name}"], ["رئيسة الوزراء {f}"]),
        "chancellor": (["المستشار {m}"], ["المستشارة {f}"]),
        "monarch": (["ملك {name}", "العاهل {m}", "الملك {m}"], ["ملكة {name}"]),
        "foreign_minister": (["وزير الخارجية {m}", "وزير خارجية {name}"], ["وزيرة الخارجية {f}"]),
        "defence_minister": (["وزير الدفاع {m}", "وزير دفاع {name}"], ["وزيرة الدفاع {f}"]),
    },
}  # fmt: skip
# Words of the heads and ministers of one country only: English name → role → language → forms.
OWN: dict[str, dict[str, dict[str, list[str]]]] = {
    "United States": {
        "president": {"en": ["US President", "the U.S. president", "America's president"], "de": ["US-Präsident", "der US-Präsident"]},
        "foreign_minister": {"en": ["US Secretary of State", "the U.S. secretary of state"], "fr": ["le secrétaire d'Etat américain"], "es": ["el secretario de Estado estadounidense"], "de": ["US-Außenminister"], "it": ["il segretario di Stato americano"], "pt": ["o secretário de Estado americano"], "ar": ["وزير الخارجية الأميركي"]},
        "defence_minister": {"en": ["US Defense Secretary", "U.S. Secretary of Defense"], "fr": ["le secrétaire américain à la Défense", "le secrétaire à la Défense américain"], "es": ["el secretario de Defensa estadounidense"], "de": ["US-Verteidigungsminister"], "it": ["il segretario alla Difesa americano"]},
    },
    "United Kingdom": {
        "prime_minister": {"en": ["British Prime Minister", "Britain's prime minister", "UK Prime Minister"], "de": ["der britische Premier"]},
        "foreign_minister": {"en": ["the British foreign secretary", "UK Foreign Secretary"], "fr": ["le secrétaire britannique au Foreign Office"]},
        "defence_minister": {"en": ["Britain's defence secretary", "UK Defence Secretary"]},
    },
    "Ireland": {"prime_minister": {"en": ["the Irish taoiseach"], "fr": ["le taoiseach irlandais"]}},
    "Spain": {"prime_minister": {"es": ["el presidente del Gobierno español"], "fr": ["le président du gouvernement espagnol"]}},
    "Italy": {"prime_minister": {"fr": ["le président du Conseil italien"], "it": ["il presidente del Consiglio italiano"]}},
    "Russia": {"president": {"en": ["the Kremlin chief"], "fr": ["le maître du Kremlin"], "de": ["Kremlchef"]}},
    "India": {"foreign_minister": {"en": ["India's external affairs minister"]}},
}  # fmt: skip
FRAMES = {
    "fr": (
        "",
        "{} a déclaré mercredi que la réunion aurait lieu.",
        "La réunion avec {} est prévue mercredi.",
    ),
    "en": ("", "{} said on Wednesday the meeting would go ahead.", "They met with {} on Wednesday."),
    "es": ("", "{} dijo el miércoles que la reunión se celebrará.", "La reunión con {} será el miércoles."),
    "de": ("", "{} sagte am Mittwoch, das Treffen finde statt.", "Am Mittwoch traf {} in der Stadt ein."),
    "pt": ("", "{} disse na quarta-feira que a reunião vai decorrer.", ""),
    "it": ("", "{} ha detto mercoledì che la riunione si terrà.", ""),
    "ar": ("", "قال {} يوم الأربعاء إن الاجتماع سيعقد.", ""),
}
# Where "canciller" is no foreign minister.
CHANCELLORS = frozenset(("AT", "CH", "DE"))
# Names two states go by.
SHARED = frozenset(("Congo", "Kongo", "Guinea", "Guinée", "Guiné", "Corea", "Korea"))
_PLURAL = ("United ", "Netherlands", "Philippines", "Bahamas", "Maldives", "Gambia", "Czech Republic", "Comoros", "Seychelles")  # fmt: skip
_FR_MASCULINE = ("Mexique", "Cambodge", "Mozambique", "Zimbabwe", "Belize", "Suriname", "Nigéria")
_FR_BARE = ("Cuba", "Chypre", "Malte", "Haïti", "Djibouti", "Oman", "Bahreïn", "Singapour", "Taïwan", "Monaco", "Madagascar", "Saint", "Sao", "Israël", "Maurice", "Andorre", "Vanuatu", "Kiribati", "Nauru", "Tuvalu", "Palaos", "Hong")  # fmt: skip
_DE_ARTICLE = ("Türkei", "Schweiz", "Slowakei", "Mongolei", "Ukraine", "Republik", "Elfenbein", "Zentralafrikanische", "Dominikanische")  # fmt: skip


def state_names(language: str) -> dict[str, str]:
    """ISO 3166-1 alpha-2 → the state's name in ``language``, from CLDR."""
    return {code: name for code, name in Locale(language).territories.items() if len(code) == 2}


def of(name: str, language: str) -> str:
    """The state behind its preposition, as the language's wires write it."""
    vowel = name[0] in VOWELS
    if language == "fr":
        if name.endswith("s") and name.startswith(("États", "Pays", "Émirats", "Philip", "Maldiv", "Seych", "Comor", "Bahamas", "Îles", "Fidji", "Tonga")):  # fmt: skip
            return f"des {name}"
        if vowel:
            return f"d'{name}"
        return f"de {name}" if (name.endswith("e") and name not in _FR_MASCULINE) or name.startswith(_FR_BARE) else f"du {name}"  # fmt: skip
    if language == "de":
        return f"der {name}" if name.startswith(_DE_ARTICLE) or name.endswith("Staaten") else f"von {name}"
    if language == "it":
        if name.endswith("i") and " " in name:
            return f"degli {name}" if vowel or name.startswith("St") else f"dei {name}"
        return f"dell'{name}" if vowel else f"della {name}" if name.endswith("a") else f"del {name}"
    if language == "pt":
        return f"dos {name}" if name.startswith(("Estados", "Emirados", "Países")) else f"da {name}" if name.endswith("a") else f"do {name}"  # fmt: skip
    return f"de {name}"


def possessive(name: str, language: str) -> str:
    """ "Mexico's", "Mexikos"; a German name with an article or an s at its end takes "von"."""
    if language == "de":
        return f"{name}s" if name[-1] not in "sxzß" and " " not in name and not name.startswith(_DE_ARTICLE) else ""  # fmt: skip
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def with_article(name: str) -> str:
    """An English name as it stands in a sentence."""
    return f"the {name}" if name.startswith(_PLURAL) or name.endswith("Islands") else name


def masculine(word: str, language: str) -> str:
    """The adjective as the authority's files write it, in Arabic with its articles."""
    if language == "ar":
        head, *rest = word.split()
        return " ".join(["ال" + head, *(part if head == "جنوب" else "ال" + part for part in rest)])
    return word.partition(">")[0]


def feminine(word: str, language: str) -> str:
    """The feminine of a masculine adjective, by the rule of the school grammar."""
    if language == "ar":
        head, *rest = masculine(word, language).split()
        return " ".join([head if head == "الجنوب" else head + "ة", *(f"{part}ة" for part in rest)])
    if ">" in word:
        return word.partition(">")[2]
    if language == "fr":
        return word if word.endswith("e") else word + ("ne" if word.endswith(("ien", "éen", "yen")) else "e")
    if language == "es":
        return word[:-1] + "a" if word.endswith("o") else word[:-2] + {"é": "e", "á": "a", "ó": "o", "í": "i"}[word[-2]] + word[-1] + "a" if word.endswith(("és", "án", "ón", "ín")) else word + "a" if word.endswith("ol") else word  # fmt: skip
    if language == "pt":
        return word[:-1] + "a" if word.endswith("o") and not word.endswith("ão") else word[:-1] if word.endswith("ão") else word[:-2] + "esa" if word.endswith("ês") else word + "a" if word.endswith("ol") else word  # fmt: skip
    return word[:-1] + "a" if language == "it" and word.endswith("o") else word
