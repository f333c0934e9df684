"""Forms of the verbs that make a capital act: the third person, in the tenses wires use.

The authority lists infinitives (``phrases.yml``, ``acting_verbs``); regular forms are made here by
the rules of school grammars, irregular ones are written out under ``acting_after``. Accents do
not matter: what reads the forms folds them away.
"""

from __future__ import annotations


def verb_forms(infinitive: str, language: str) -> list[str]:
    """The third person of a regular verb in ``language``; nothing for other languages.

    English leaves out the bare form ("Moscow talks", "the Paris demand"). A stem that doubles its
    last letter is written behind ``>``: ``ban>bann``.
    """
    make = _RULES.get(language)
    return make(infinitive) if make else []


def _french(verb: str) -> list[str]:
    stem = verb[:-2]
    if verb.endswith("ir"):
        ends = ["it", "issent", "issait", "issaient", "irent", "ira", "iront", "irait"]
        return [stem + end for end in ends]
    soft = stem + "e" if stem.endswith("g") else stem
    present = stem[:-1] + "i" if stem.endswith("y") else stem
    return [
        *(present + end for end in ("e", "ent", "era", "eront", "erait", "eraient")),
        *(soft + end for end in ("a", "ait", "aient")),
        stem + "èrent",
    ]


def _english(verb: str) -> list[str]:
    verb, _, doubled = verb.partition(">")
    if verb.endswith("y") and verb[-2] not in "aeou":
        return [verb[:-1] + "ies", verb[:-1] + "ied"]
    present = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    return [present, (doubled or verb.removesuffix("e")) + "ed"]


def _spanish(verb: str) -> list[str]:
    stem = verb[:-2]
    first = verb.endswith("ar")
    ends = ("a", "an", "ó", "aron", "aba", "aban") if first else ("e", "en", "ió", "ieron", "ía", "ían")
    return [*(stem + end for end in ends), *(verb + end for end in ("á", "án", "ía", "ían"))]


def _german(verb: str) -> list[str]:
    stem = verb.removesuffix("en") if verb.endswith("en") else verb.removesuffix("n")
    link = "e" if stem.endswith(("t", "d", "chn")) else ""
    return [stem + link + "t", stem + link + "te", stem + link + "ten", verb]


_RULES = {"fr": _french, "en": _english, "es": _spanish, "de": _german}
