"""A capital that is an organisation's seat as well: whether "Bruxelles" is the EU or Belgium's government."""

from __future__ import annotations

from depeche.normalise.actor_found import WEAK, Dossier
from depeche.normalise.actor_scan import Scan

# Less sure than a capital of one power.
_SURE = 0.7

Power = tuple[str, str, float]


def powers(scan: Scan, state: str, rule: str, confidence: float, dossier: Dossier) -> list[Power]:
    """(actor, rule, confidence) of each power that the capital of ``state`` may be where it acts.

    One where the text names only the organisation (or a body of it, with its code of CAMEO), or
    only the state; both as candidates where it names both or none.
    """
    government = f"body:{state}:government"
    organisation = dossier.index.seated.get(state)
    if organisation is None:
        return [(government, rule, confidence)]
    is_named = _names_organisation(scan, organisation, dossier)
    if is_named != (("S", state) in scan.named or ("A", state) in scan.named):
        return [(organisation if is_named else government, rule, min(_SURE, confidence))]
    return [(one, f"{rule}_ambiguous", WEAK) for one in (organisation, government)]


def _names_organisation(scan: Scan, organisation: str, dossier: Dossier) -> bool:
    things = dossier.index.things
    code = things[organisation].cameo
    named = (ref for kind, ref in scan.named if kind == "G")
    return any(ref == organisation or (code and things[ref].cameo == code) for ref in named)
