"""Function words of the wire's languages, and scripts that tell a language by themselves."""

from __future__ import annotations

_LISTS = {
    "fr": "le la les de des du un une et est dans que qui pour sur au aux par avec son ses ce cette ont été "
    "pas plus il elle mais leur à en d l selon après était sont fait ne se sa ou où nous vous ils deux même",
    "en": "the of to and in that for on with was is by at from as it has have his he an were had be said will "
    "not are which this their but its who they after been more about would also us we you into when a",
    "es": "el la los las de del que en y un una por con para se su al lo es fue ha como más pero sus este esta "
    "entre sobre también ya desde cuando años según sin hasta dos han no ser está todo son había le tras",
    "de": "der die das und in den von zu mit dem des auf für ist im nicht ein eine als auch es an werden aus er "
    "hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur",
    "pt": "o a os as de do da dos das que em um uma para com não por no na nos nas se mais ao foi como mas ele "
    "pelo pela sua seu são também entre até isso está já quando muito há era depois ser tem à",
    "it": "il lo la gli le di del della dei delle che un una per con non si da dal è in nel nella sono al alla "
    "più come ha anche ma dalla sul sulla suo sua stato dopo tra i ed essere ai questo degli l",
    "nl": "de het een van en in is dat op te voor met die zijn niet aan er om ook als bij naar door werd maar nog "
    "uit worden wordt heeft tot over hij ze haar was dan geen meer hebben deze zei onder",
    "ar": "في من على إلى الى أن ان التي الذي عن مع هذا هذه وقال قال كان بعد بين لم كما كانت وقد قبل خلال حيث وفي ما لا",
    "ca": "el la els les de del dels que i en un una per amb no és va al més com ha aquest aquesta han seva entre també ser",
    "sv": "och att det i en på är som för av med den till har de inte om ett han var från men sig",
    "da": "og at det i en på er som for af med den til har de ikke om et han var fra men sig",
    "ro": "și în de la cu a pe din care este nu o un au pentru sunt că mai prin fost fi",
}  # fmt: skip


def _words() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, words in _LISTS.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), code)
    return found


# Word to the languages that have it.
WORDS = _words()

# Languages whose function words are mostly another's: their statement is believed.
YIELDING = {
    "es": ("gl", "ca", "eu", "an", "ast"),
    "da": ("no", "nb", "nn", "sv"),
    "sv": ("no", "nb", "nn", "da"),
    "pt": ("gl",),
    "nl": ("af", "fy", "li"),
    "de": ("lb", "gsw", "als", "nds"),
    "fr": ("br", "co", "oc", "lb"),
    "it": ("co", "rm", "sc"),
    "ar": ("fa", "ur", "ckb", "ps"),
    "ca": ("oc", "es"),
    "en": ("sco", "fil", "tl"),
}

# A script only one wire language is written in.
SCRIPTS = (
    ("\u0370", "\u03ff", "el"),
    ("\u0590", "\u05ff", "he"),
    ("\u0e00", "\u0e7f", "th"),
    ("\uac00", "\ud7af", "ko"),
    ("\u3040", "\u30ff", "ja"),
    ("\u10a0", "\u10ff", "ka"),
    ("\u0530", "\u058f", "hy"),
)
