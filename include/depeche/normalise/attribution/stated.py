"""Credits that the metadata state: feed, provider, source, byline, copyright, captions.

They have no offsets: their words are not in ``full_text``.
Conventions: IPTC's roles provider, source, creator and copyright holder in NewsML 1.2, NewsML-G2,
NITF and ninjs; schema.org's author, publisher and copyrightHolder on pages; bylines and captions as
newspapers sign an agency's copy ("Le Monde avec AFP", "Jane Doe/AFP").
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

import msgspec

from depeche.authority.agencies import Agency, AgencyIndex, Hit
from depeche.hosts import host
from depeche.normalise.attribution.pieces import pieces
from depeche.normalise.attribution.quoted_words import PERSON_BEFORE_CASED
from depeche.normalise.attribution.words import AND, NEWSROOM, WITH
from depeche.records import CleanDispatch, Credit

_WITH = re.compile(rf"\b(?:{WITH}|et|and|und|y|e)\b|\+", re.IGNORECASE)
_WITH_ALONE = re.compile(rf"\W*(?:{WITH})\b", re.IGNORECASE)
_AND_OTHER = re.compile(rf"\s*(?:{AND}|&)\s+\w", re.IGNORECASE)
# The house's own desk beside the agency: "Redacción/EFE", "Red./dpa".
_OWN_DESK = re.compile(rf"\br[ée]d[./]|\b(?:{NEWSROOM})", re.IGNORECASE)
# An agency's own desk: "Redazione ANSA".
_ITS_DESK = re.compile(rf"\W*(?:{NEWSROOM}) $", re.IGNORECASE)
# Beside a name that people bear, too: "Sana Malik", "Efe Özkan"; not "Agencia Efe".
_NAME_BEFORE = re.compile(
    r"\b(?!(?:ag[eê]nc\w+|agenzia|agentur|redaz\w+|redac\w+|redak\w+) $)[A-ZÀ-Þ][\w.’'-]* $", re.IGNORECASE
)
_NAME_AFTER = re.compile(r" [\w-]*[A-ZÀ-Þ]")
_OWN_WORK = re.compile(r"^\W*(?:photo|foto|crédits?)\b", re.IGNORECASE)
_YEARS = re.compile(
    r"©|\(c\)|\bcopyright\b|\ball rights reserved\b|\btous droits réservés\b|\b(?:19|20)\d\d\b", re.I
)


def stated(clean: CleanDispatch, on: date, agencies: AgencyIndex) -> list[Credit]:
    """Credits of ``clean``'s metadata, best evidence first, without repeating one another."""
    found: list[Credit] = []
    year = on.replace(month=1, day=1)  # agencies live by years
    if clean.agency_id is not None:
        agency = agencies.get(clean.agency_id)
        found.append(_credit(agency, clean.agency_id, "issuer", clean.agency_id, "feed"))
    for party in clean.parties:
        named = _named(party.text, f"metadata_{party.role}", year, agencies)
        if party.role == "credit" and (clean.format == "page" or any(c.role == "issuer" for c in found)):
            # A page's credit lines stand under its pictures; a wire item whose issuer is
            # stated already has them for its pictures too.
            named = tuple(msgspec.structs.replace(credit, role="photo") for credit in named)
        found += named
    if clean.byline is not None:
        found += _named(clean.byline, "metadata_byline", year, agencies)
    for caption in clean.captions:
        found += _in_caption(caption, on, agencies)
    seen: dict[tuple[str, str, str], Credit] = {}
    for credit in found:
        seen.setdefault((credit.agency_id, credit.role, credit.rule), credit)
    return list(seen.values())


def of_site(clean: CleanDispatch, on: date, agencies: AgencyIndex) -> list[Credit]:
    """The agency on whose own site a page stands: its issuer, where nobody is credited."""
    site = host(clean.url) if clean.format == "page" else None
    while site:
        agency = agencies.party(site, on) if "." in site else None
        if agency is not None:
            return [_credit(agency, agency.agency_id, "issuer", site, "site")]
        site = site.partition(".")[2]
    return []


# A wire states the same few parties all year.
@lru_cache(maxsize=4096)
def _named(words: str, rule: str, on: date, agencies: AgencyIndex) -> tuple[Credit, ...]:
    """Issuer where a field names one agency alone, joint where several; contributor beside another name."""
    bare = _YEARS.sub(" ", words)
    whole = agencies.party(bare.strip(" .,;:-"), on)
    if whole is not None:
        return (_credit(whole, whole.agency_id, "issuer", words, rule),)
    hits, _ = pieces(bare, on, agencies, noisy=False)
    if not hits:
        hits = [hit for hit in agencies.scan(bare, on) if hit.tier in ("name", "strong")]
    # As printed: "Efe" is less sure than "EFE".
    tiers = {(hit.start, hit.end): hit.tier for hit in agencies.scan(bare, on)}
    hits = [hit for hit in hits if not _is_person(bare, hit, tiers.get((hit.start, hit.end), hit.tier))]
    if not hits:
        return ()
    before, after = bare[: hits[0].start], bare[hits[-1].end :]
    role = "joint" if len({hit.agency.agency_id for hit in hits}) > 1 else "issuer"
    if _OWN_WORK.match(bare):
        role = "photo"
    elif _ITS_DESK.fullmatch(before) and not after.strip():
        role = "issuer"
    elif (
        _WITH_ALONE.match(before)
        or (_WITH.search(before) and re.search(r"\w", _WITH.sub("", before)))
        or _AND_OTHER.match(after)
        or _OWN_DESK.search(bare)
    ):
        role = "contributor"
    return tuple(
        _credit(hit.agency, hit.agency.agency_id, role, bare[hit.start : hit.end], rule) for hit in hits
    )


def _is_person(words: str, hit: Hit, tier: str) -> bool:
    """Whether the name of ``hit`` is one that people bear, and stands beside another of theirs."""
    if tier not in ("weak", "cased") or _ITS_DESK.fullmatch(words, 0, hit.start):
        return False
    before, after = words[: hit.start], words[hit.end :]
    if tier == "weak" and PERSON_BEFORE_CASED.search(before):
        return True
    beside = _NAME_BEFORE.search(before) or _NAME_AFTER.match(after)
    return words[hit.start : hit.end].istitle() and beside is not None


def _in_caption(caption: str, on: date, agencies: AgencyIndex) -> list[Credit]:
    """Picture credits: the agencies at a caption's end or behind a slash, an © or "Photo"."""
    hits = [
        hit for hit in agencies.scan(caption, on) if _picture_credit(caption, hit.start, hit.end, hit.tier)
    ]
    return [
        _credit(hit.agency, hit.agency.agency_id, "photo", caption[hit.start : hit.end], "caption")
        for hit in hits
    ]


def _picture_credit(caption: str, start: int, end: int, tier: str) -> bool:
    before, after = caption[max(0, start - 30) : start], caption[end:]
    if not caption[:start].strip() and not after.strip(" ."):
        return True
    shaped = bool(
        re.search(r"(?:[/©(:|•–—-]|\bphotos?|\bfoto|\bbeeld|\bbild|\bvia)\s*$", before, re.IGNORECASE)
    )
    return shaped or (tier in ("name", "strong") and re.match(r"[\s.)\]/]*(?:$|/)", after) is not None)


def _credit(agency: Agency | None, agency_id: str, role: str, text: str, rule: str) -> Credit:
    return Credit(
        agency_id=agency_id,
        wikidata_id=agency.wikidata_id if agency else None,
        role=role,
        text=text,
        start=None,
        end=None,
        rule=rule,
    )
