"""Usage terms: the words, verbatim, and the rules that can be read from them.

Wires state restrictions in English capitals in a rights field, in a note to editors, behind
the copyright or in a line of their own: ``NO ARCHIVAL USE``, ``GERMANY OUT``, ``FRANCE ONLY``,
``NO INTERNET``, ``TV OUT``. What cannot be read stays in the words: an archive must not invent
a permission. Rules: ``no_archive``, ``not_in:DE``, ``only_in:FR``, ``not_for:internet``,
``only_for:editorial``, ``only_for:newspapers``. Territories are ISO 3166-1 alpha-2 by CLDR's names.
"""

from __future__ import annotations

from depeche.normalise.rights.lines import edges, is_notice, states
from depeche.normalise.rights.notes import noted
from depeche.normalise.rights.rules import rules
from depeche.records import CleanDispatch


def rights(
    clean: CleanDispatch, full_text: str = "", note: str | None = None
) -> tuple[str | None, list[str]]:
    """``(usage_terms_text, usage_rules)``: the stated terms one a line, and the rules in order.

    Lines at the ends of ``full_text`` that are terms are terms too, and what notes to editors
    (``note`` where the text has one) and copyright notices say of use.
    """
    stated = {term.strip(): rules(term.strip()) for term in clean.usage_terms if term.strip()}
    notes = [note or clean.advisory, *clean.signal_texts]
    notes += [party.text for party in clean.parties if party.role == "copyright"]
    lines = edges(full_text)
    for words in (*notes, *filter(is_notice, lines)):
        for term, found in noted(words).items() if words else ():
            stated.setdefault(term, found)
    for line in lines:
        if states(line) and line not in stated and (found := rules(line)):
            stated[line] = found
    terms = [term.strip() for term in clean.usage_terms if term.strip()]
    terms += [term for term in stated if term not in terms]
    return ("\n".join(terms) or None), list(
        dict.fromkeys(rule for found in stated.values() for rule in found)
    )
