"""What a NewsML-G2 item states, put together to the fields of a CleanDispatch."""

from __future__ import annotations

from typing import Any

from lxml import etree

from depeche.clean.charset import replaced
from depeche.clean.markup import Content
from depeche.clean.newsmlg2.content import read_content
from depeche.clean.newsmlg2.item import Item, names, take_apart
from depeche.clean.newsmlg2.mapping import ABOUT, CREATED, EXPRESSION, META, RIGHTS
from depeche.clean.newsmlg2.odrl import expressed
from depeche.clean.newsmlg2.unmapped import unmapped
from depeche.clean.newsmlg2.values import name_of, party, place, stated, subject
from depeche.clean.newsmlg2.words import text, wording
from depeche.clean.nitf.copy import Copy
from depeche.clean.nitf.inside import fill
from depeche.clean.numbers import whole_number
from depeche.clean.tidy import one_line, unique
from depeche.clean.xml.paths import Paths
from depeche.clean.xml.safe import words
from depeche.records import Association, StatedParty

_PARTIES = (
    ("provider", f"{META}/provider"),
    ("source", f"{ABOUT}/infoSource"),
    ("creator", f"{ABOUT}/creator"),
    ("creator", f"{ABOUT}/contributor"),
    ("copyright", f"{RIGHTS}/copyrightHolder"),
    ("copyright", f"{RIGHTS}/accountable"),
    ("copyright", f"{RIGHTS}/copyrightNotice"),
    ("credit", f"{ABOUT}/creditline"),
)


def fields(item: etree._Element, header: Paths, flags: tuple[str, ...]) -> dict[str, Any]:
    """Keyword arguments of CleanDispatch for what ``item`` states; ``header`` is its message's.

    Raises Reject: ``no_text`` where it holds no text (a picture), ``malformed_content``.
    """
    taken = take_apart(item, header, flags)
    read = read_content(item, taken.language)
    copy, inner = read or (Copy(Content()), {})
    found = {**_identity(taken), **wording(taken, copy), **_lifecycle(taken), **_about(taken)}
    found["parties"] = _parties(taken, copy)
    found["text"] = text(taken, copy, found, is_inside=read is not None)
    if taken.language:
        found["language_text"] = one_line(taken.language)
    inside = [] if inner else [f"contentSet//{name}" for name in copy.content.unmapped]
    found["unmapped"] = unique([*unmapped(taken), *inside])
    found["quality_flags"] = unique([*taken.flags, *replaced(found["text"])])
    inner["unmapped"] = [f"contentSet/nitf/{path}" for path in inner.get("unmapped", [])]
    return fill(found, {"quality_flags": [], **inner})


def _identity(item: Item) -> dict[str, Any]:
    revision, flags = whole_number(item.paths.first("@version"))
    item.flags.extend(flags)
    return {"agency_guid": item.paths.first("@guid"), "revision": revision}


def _lifecycle(item: Item) -> dict[str, Any]:
    paths = item.paths
    issued, modified = paths.first(f"{META}/versionCreated"), paths.first(f"{ABOUT}/contentModified")
    if modified and not issued:
        issued = modified
        item.flags.append("issued_at_from_content")
    if not issued and (issued := item.header.first("sent")):
        item.flags.append("issued_at_from_envelope")
    terms = [*paths.values(f"{RIGHTS}/usageTerms", f"{RIGHTS}/rightsExpressionData")]
    terms += [term for element in paths.all(EXPRESSION) for term in expressed(element)]
    terms += [f"not for: {name}" for name in names(item, f"{ABOUT}/exclAudience")]
    terms += [f"expires: {value}" for value in paths.values(f"{META}/expires")]
    embargoes = [one_line(words(element)) or "embargoed" for element in paths.all(f"{META}/embargoed")]
    return {
        "issued_at_text": issued,
        "created_at_text": paths.first(*CREATED),
        "modified_at_text": modified,
        "kind_text": next(iter(_kinds(item)), None),
        "urgency_text": paths.first(f"{ABOUT}/urgency"),
        "priority_text": item.header.first("priority"),
        "status_text": next((stated(status, item.known) for status in paths.all(f"{META}/pubStatus")), None),
        "signal_texts": _signals(item),
        "embargo_text": embargoes[0] if embargoes else None,
        "usage_terms": unique(terms),
    }


def _kinds(item: Item) -> list[str]:
    """The item's role; of a package first that it is one."""
    roles = unique(stated(role, item.known) for role in item.paths.all(f"{META}/role"))[:1]
    if not item.is_package:
        return roles
    kinds = unique(stated(kind, item.known) for kind in item.paths.all(f"{META}/itemClass"))[:1]
    return [*(kinds or ["packageItem"]), *roles]


def _signals(item: Item) -> list[str]:
    found = []
    for signal in item.paths.all(f"{META}/signal"):
        code, name = stated(signal, item.known), name_of(signal, item.language)
        found.append(f"{code} {name}" if name and name != code else code)
    for warning in item.paths.all(f"{ABOUT}/contentWarning"):
        found.append(f"sig:cwarn {party(warning, item.language, item.known)}")
    return unique(found)


def _about(item: Item) -> dict[str, Any]:
    subjects = [subject(s, item.language, item.known) for s in item.paths.all(f"{ABOUT}/subject")]
    for audience in item.paths.all(f"{ABOUT}/audience"):
        found = subject(audience, item.language, item.known)
        subjects.append(found and type(found)(scheme="audience", code=found.code, label=found.label))
    places = [place(located, item.language, item.known) for located in item.paths.all(f"{ABOUT}/located")]
    stands = [found for found in places if found]
    links = [
        Association(
            ref=one_line(link.get("residref") or link.get("href")) or None,
            kind=one_line(link.get("rel")) or None,
        )
        for link in item.paths.all(f"{META}/link")
    ]
    return {
        "genres": unique([*_kinds(item)[1:], *names(item, f"{ABOUT}/genre")]),
        "subjects": list(dict.fromkeys(filter(None, subjects))),
        "location": next((found for found in stands if found.city), stands[0] if stands else None),
        "associations": list(
            dict.fromkeys([*(link for link in links if link != Association()), *item.package.members])
        ),
    }


def _parties(item: Item, copy: Copy) -> list[StatedParty]:
    found = [
        (role, party(element, item.language, item.known))
        for role, path in _PARTIES
        for element in item.paths.all(path)
    ]
    if not any(role == "provider" and name for role, name in found):
        found[:0] = [("provider", name) for name in item.header.values("sender")]
    found += [("source", name) for name in _creators(item)]
    found += [*copy.parties, *(("credit", name) for name in copy.content.credits)]
    return [StatedParty(role=role, text=name) for role, name in dict.fromkeys(found) if name]


def _creators(item: Item) -> list[str]:
    """Who created the content by the hop history, where it was not the provider."""
    return [
        party(who, item.language, item.known)
        for hop in item.paths.all("hopHistory/hop")
        if any(
            "created" in (action.get("qcode") or "") and "metadata" not in (action.get("target") or "")
            for action in hop.iterchildren("action")
        )
        for who in hop.iterchildren("party")
    ]
