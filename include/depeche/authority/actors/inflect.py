"""Forms of adjectives: the authority lists the masculine singular, rules give the rest.

Rules are those of school grammars; an irregular feminine is written out in
``states.yml`` as ``grec>grecque``.
"""

from __future__ import annotations


def adjective_forms(word: str, language: str) -> list[str]:
    """All forms of an adjective in ``language``, the given one first, without doubles."""
    base, _, feminine = word.partition(">")
    make = _RULES.get(language)
    forms = make(base, feminine) if make else [base]
    return list(dict.fromkeys(forms))


def peoples(adjective: str, language: str) -> list[str]:
    """The words for the people that regularly come of an adjective and are not one of its forms."""
    if language == "en" and adjective.endswith(("an", "in", "i")):
        return [adjective + "s"]
    if language == "ar" and adjective.endswith("ي") and " " not in adjective:
        return [start + adjective + end for start in ("", "ال") for end in ("ون", "ين")]
    return []


def demonym_forms(noun: str, language: str) -> list[str]:
    """All forms of a word for one of the people, or for all of them, as ``demonyms`` lists it."""
    if language == "ar":
        return [noun, "ال" + noun]
    if language != "de":
        return [noun]
    if noun.endswith(("Deutscher", "deutscher")):
        return [noun[:-1] + ending for ending in ("", "r", "n", "m")]
    women = [noun.removesuffix("e") + ending for ending in ("in", "innen")]
    if noun.endswith("er"):
        return [noun, noun + "s", noun + "n", *women]
    if noun.endswith("e"):
        return [noun, noun + "n", *women]
    return [noun, noun + "s"] if noun[-1] in "aio" else [noun, noun + "en", *women]


def feminine_form(word: str, language: str) -> str | None:
    """The feminine singular of an adjective that tells it from the masculine; None where there is none."""
    forms = adjective_forms(word, language) if language in ("es", "fr", "it", "pt") else []
    return forms[1] if len(forms) > 1 and forms[1][-1] in "aeã" else None


def _french(base: str, feminine: str) -> list[str]:
    if not feminine:
        feminine = _french_feminine(base)
    plural = base if base[-1] in "sx" else base + "s"
    return [base, feminine, plural, feminine + "s"]


def _french_feminine(base: str) -> str:
    if base.endswith("e"):
        return base
    if base.endswith(("ien", "éen", "yen")):
        return base + "ne"
    return base + "e"


def _spanish(base: str, feminine: str) -> list[str]:
    if base.endswith("o"):
        stem = base[:-1]
        return [base, stem + "a", stem + "os", stem + "as"]
    if base.endswith(("és", "án", "ón", "ín", "ol")):
        stem = base[:-2] + base[-2].translate(str.maketrans("éáóí", "eaoi")) + base[-1]
        return [base, stem + "a", stem + "es", stem + "as"]
    if base[-1] in "aeéu":
        return [base, base + "s"]
    return [base, base + "es", base + "s"]


def _portuguese(base: str, feminine: str) -> list[str]:
    if base.endswith("ão"):
        return [base, base[:-1], base + "s", base[:-2] + "ães", base[:-1] + "s"]
    if base.endswith("ês"):
        return [base, base[:-2] + "esa", base[:-2] + "eses", base[:-2] + "esas"]
    if base.endswith("o"):
        return [base, base[:-1] + "a", base + "s", base[:-1] + "as"]
    if base.endswith("ol"):
        return [base, base + "a", base[:-1] + "is", base + "as"]
    return [base, base + "s"]


def _italian(base: str, feminine: str) -> list[str]:
    stem = base[:-1]
    if base.endswith("co"):
        return [base, stem + "a", stem + "i", stem + "hi", stem + "he"]
    if base.endswith("o"):
        return [base, stem + "a", stem + "i", stem + "e"]
    return [base, stem + "i", stem + "e"]


def _german(base: str, feminine: str) -> list[str]:
    if not base.endswith("sch"):
        return [base]
    return [base, *(base + ending for ending in ("e", "er", "en", "es", "em"))]


def _arabic(base: str, feminine: str) -> list[str]:
    parts = base.split()
    if len(parts) == 1:
        return [base, base + "ة", "ال" + base, "ال" + base + "ة"]
    # "كوري جنوبي" takes article and ending on both, "جنوب أفريقي" the article on its head alone.
    feminine = " ".join(part + "ة" for part in parts)
    both = " ".join("ال" + part for part in parts)
    women = " ".join("ال" + part + "ة" for part in parts)
    return [base, base + "ة", "ال" + base, "ال" + base + "ة", feminine, both, women]


_RULES = {
    "fr": _french,
    "es": _spanish,
    "pt": _portuguese,
    "it": _italian,
    "de": _german,
    "ar": _arabic,
}
