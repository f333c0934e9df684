"""Which offices a phrase means: those its word may mean of each owner, or of "son homologue" the role last spoken of."""

from __future__ import annotations

from depeche.normalise.actors.found import Dossier
from depeche.normalise.actors.offices import Office


def wanted(phrase: Office, dossier: Dossier) -> list[str]:
    """The offices that the one named behind the phrase may hold, or may have held; a deputy holds none of them."""
    if phrase.deputy:
        return []
    return offices_of_owners(phrase, dossier) or _roles_without_owner(phrase)


def offices_of_owners(phrase: Office, dossier: Dossier) -> list[str]:
    """The offices the phrase means for all whose office it is."""
    return [office for owner, _, _ in phrase.owners for office in offices_of(phrase, owner, dossier)]


def offices_of(phrase: Office, owner: str, dossier: Dossier) -> list[str]:
    """The offices the phrase means for ``owner``: one as a rule, several for ``CD|CG``."""
    if ":" in owner:
        return []
    if "|" in owner:
        return [office for one in owner.split("|") for office in offices_of(phrase, one, dossier)]
    index = dossier.index
    whole = index.whole(owner)
    if whole and owner not in index.governed:
        owner = whole  # "le Premier ministre anglais" is the British one
    if phrase.relational:
        return _counterparts(phrase, owner, dossier)
    national, general = [], []
    for alias in phrase.readings:
        only = alias.note.partition("|")[2]
        if only == "!":
            if alias.ref.partition(".")[0] == owner:
                national.append(alias.ref)
        elif not only:
            reigned = whole and alias.ref == "monarch" and not index.exists(f"{owner}.monarch")
            general.append(f"{whole if reigned else owner}.{alias.ref}")
        elif owner in only.split(","):
            national.append(f"{owner}.{alias.ref}")
    return _leading(list(dict.fromkeys(national)), dossier) or _held(list(dict.fromkeys(general)), dossier)


def _counterparts(phrase: Office, owner: str, dossier: Dossier) -> list[str]:
    """The office of ``owner`` that a relational word means: as a rule of the role last spoken of.

    Where that is held by somebody of the sex ruled out ("son homologue allemande" of a president),
    those of the roles spoken of before, or in its stead, that are not: one, or several candidates.
    """
    before = dossier.last_office(owner)
    if before is None:
        return []
    role = before.rpartition(".")[2]
    last = f"{owner}.{role}"
    if not phrase.unlike or dossier.fitting(dossier.holders(last), phrase.unlike):
        return [last]
    roles = dict.fromkeys((*dossier.roles(), *dossier.index.stand_in.get(role, ())))
    others = [f"{owner}.{one}" for one in roles]
    fits = [one for one in others if dossier.fitting(dossier.holders(one), phrase.unlike)]
    return (fits if dossier.index.exists(last) else fits[:1]) or [last]


def _leading(offices: list[str], dossier: Dossier) -> list[str]:
    """Of the offices that a word means in one state those that are held, one of each holder."""
    if len(offices) < 2:
        return offices
    by_holder: dict[tuple[str, ...], str] = {}
    for office in offices:
        if people := dossier.holders(office):
            by_holder.setdefault(people, office)
    held = list(by_holder.values())
    # Who has the economy alone is its minister before who has the finances.
    economy = [office for office in held if office.endswith(".economy_minister")]
    return economy or held or offices[:1]


def _held(offices: list[str], dossier: Dossier) -> list[str]:
    """Of the offices one word means ("head of state": president or monarch), the one held on the day."""
    if len(offices) < 2:
        return offices
    held = [office for office in offices if dossier.holders(office)]
    known = [office for office in offices if dossier.index.exists(office)]
    return (held or known or offices)[:1]


def _roles_without_owner(phrase: Office) -> list[str]:
    """The offices a title without a state may mean: a role as ``.president`` where it may be any state's."""
    if phrase.relational:
        return []
    found: dict[str, None] = {}
    for alias in phrase.readings:
        only = alias.note.partition("|")[2]
        if only == "!":
            found[alias.ref] = None
        elif only:
            # "Bundeskanzler" is nobody's in Denmark.
            found |= dict.fromkeys(f"{state}.{alias.ref}" for state in only.split(","))
        else:
            found[f".{alias.ref}"] = None
    return list(found)
