"""What a NewsML-G2 item states, put together to the fields of a CleanDispatch."""

from __future__ import annotations

from typing import Any, NamedTuple

from lxml import etree

from depeche.clean.charset import replaced
from depeche.clean.instants import other_instants
from depeche.clean.markup import Content
from depeche.clean.newsmlg2_content import read_content
from depeche.clean.newsmlg2_fields import ABOUT, CODED, CONCEPT, IGNORED, MAPPED, META, RIGHTS
from depeche.clean.newsmlg2_package import Package, read_package
from depeche.clean.newsmlg2_values import aliases, name_of, party, place, stated, subject
from depeche.clean.nitf_copy import Copy, is_machine_date
from depeche.clean.nitf_dispatch import fill
from depeche.clean.numbers import whole_number
from depeche.clean.odrl import expressed
from depeche.clean.tidy import join_paragraphs, one_line, unique, without_headline
from depeche.clean.words import body_or_headline
from depeche.clean.xmlpaths import Paths, Table
from depeche.clean.xmlsafe import LANG, words
from depeche.records import Association, StatedParty

_TABLE = Table(MAPPED, IGNORED, carried=CODED)
_GROUPS = frozenset(
    ("itemMeta", "contentMeta", "rightsInfo", "contentSet", "hopHistory", "hop", "groupSet", "group", "itemRef")
)  # fmt: skip
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
_CREATED = (f"{META}/firstCreated", f"{ABOUT}/contentCreated")
_EXPRESSION = f"{RIGHTS}/rightsExpressionXML"
# Paths whose field has room for one value.
_SINGLE = (
    f"{META}/versionCreated", f"{META}/firstCreated", f"{META}/embargoed", f"{META}/title", f"{ABOUT}/urgency",
    f"{ABOUT}/contentCreated", f"{ABOUT}/contentModified", f"{ABOUT}/dateline", f"{ABOUT}/language@tag", f"{META}/role@qcode", f"{META}/pubStatus@qcode",
)  # fmt: skip
# Values that are words or marked-up text, and so have no concept's parts.
_TEXTS = (
    f"{META}/edNote",
    "contentSet/",
    "catalog",
    "groupSet/group/edNote",
    "assert",
    "partMeta",
    "inlineRef",
    f"{RIGHTS}/rights",
)


class Item(NamedTuple):
    """An item taken apart; ``known`` are the aliases that its catalogues bind to IPTC's vocabularies."""

    paths: Paths
    header: Paths
    language: str
    known: dict[str, str]
    is_package: bool
    package: Package
    flags: list[str]


def fields(item: etree._Element, header: Paths, flags: tuple[str, ...]) -> dict[str, Any]:
    """Keyword arguments of CleanDispatch for what ``item`` states; ``header`` is its message's.

    Raises Reject: ``no_text`` where it holds no text (a picture), ``malformed_content``.
    """
    paths = Paths(item, groups=_GROUPS)
    language = paths.first(f"{ABOUT}/language@tag") or item.get(LANG) or ""
    known = aliases(item)
    is_package = item.tag == "packageItem"
    taken = Item(paths, header, language, known, is_package, read_package(item, known), list(flags))
    read = read_content(item, language)
    copy, inner = read or (Copy(Content()), {})
    found = {**_identity(taken), **_words(taken, copy), **_lifecycle(taken), **_about(taken)}
    found["parties"] = _parties(taken, copy)
    found["text"] = _text(taken, copy, found, is_inside=read is not None)
    if language:
        found["language_text"] = one_line(language)
    inside = [] if inner else [f"contentSet//{name}" for name in copy.content.unmapped]
    found["unmapped"] = unique([*_unmapped(taken), *inside])
    found["quality_flags"] = unique([*taken.flags, *replaced(found["text"])])
    inner["unmapped"] = [f"contentSet/nitf/{path}" for path in inner.get("unmapped", [])]
    return fill(found, {"quality_flags": [], **inner})


def _identity(item: Item) -> dict[str, Any]:
    revision, flags = whole_number(item.paths.first("@version"))
    item.flags.extend(flags)
    return {"agency_guid": item.paths.first("@guid"), "revision": revision}


def _words(item: Item, copy: Copy) -> dict[str, Any]:
    heads = item.paths.all(f"{ABOUT}/headline")
    main = [head for head in heads if "sub" not in (head.get("role") or "").rpartition(":")[2].lower()]
    lines = unique(one_line(words(head)) for head in [*main, *(h for h in heads if h not in main)])
    headline = (lines[0] if main and lines else None) or copy.headline or item.paths.first(f"{META}/title")
    slugs = item.paths.values(f"{ABOUT}/slugline")
    captions, summaries = _descriptions(item)
    dateline = item.paths.first(f"{ABOUT}/dateline")
    # Reuters' packages have a machine's date where the dateline should stand.
    dateline, dated = (None, dateline) if dateline and is_machine_date(dateline) else (dateline, None)
    below = [*lines, *item.paths.values(f"{ABOUT}/sub"), *summaries, *copy.summary, *copy.subheads]
    said = {words.casefold() for words in (headline or "", *slugs)}
    return {
        "headline": headline,
        "summary": join_paragraphs(unique(line for line in below if line.casefold() not in said)) or None,
        "slug": slugs[0] if slugs else None,
        "keywords": unique([*_names(item, f"{ABOUT}/keyword", f"{META}/memberOf", f"{META}/instanceOf"), *slugs[1:]]),
        "byline": "; ".join(item.paths.values(f"{ABOUT}/by")) or copy.byline,
        "dateline_text": dateline or copy.dateline,
        "dateline_date_text": dated or copy.dated,
        "captions": unique([*captions, *copy.content.captions, *item.package.captions]),
        "advisory": "\n".join(unique([*_notes(item), *copy.content.notes])) or None,
    }  # fmt: skip


def _names(item: Item, *paths: str) -> list[str]:
    return unique(party(element, item.language, item.known) for element in item.paths.all(*paths))


def _descriptions(item: Item) -> tuple[list[str], list[str]]:
    """(captions, summaries)."""
    found: tuple[list[str], list[str]] = ([], [])
    for element in item.paths.all(f"{ABOUT}/description"):
        found["caption" not in (element.get("role") or "").lower()].append(one_line(words(element)))
    return found


def _notes(item: Item) -> list[str]:
    """Notes to editors, line by line; what a marked-up note says again in parts is said once."""
    own = [p for note in item.paths.all(f"{META}/edNote") for p in Content().add(note).paragraphs]
    notes = [*own, *item.package.notes]
    return [line for note in notes for line in note.removeprefix("- ").split("\n- ")]


def _text(item: Item, copy: Copy, found: dict[str, Any], *, is_inside: bool) -> str:
    headline = found["headline"] or copy.headline
    listed = [line for line in item.package.paragraphs if line != headline]
    paragraphs = [*without_headline(copy.content.paragraphs, headline), *listed]
    kind = next((stated(c, item.known) for c in item.paths.all(f"{META}/itemClass")), "")
    is_text = is_inside and not copy.content.captions and kind.rpartition(":")[2] in ("", "text")
    without = "its content is pictures" if is_inside else "no content is inside"
    what = "" if is_text else ", ".join(filter(None, (kind and f"its class is {kind}", without)))
    if item.is_package:
        what = "" if headline else "it is a package that names none of the items it lists"
    text, flags = body_or_headline(paragraphs, headline, what)
    item.flags.extend(flags)
    return text


def _lifecycle(item: Item) -> dict[str, Any]:
    paths = item.paths
    issued, modified = paths.first(f"{META}/versionCreated"), paths.first(f"{ABOUT}/contentModified")
    if modified and not issued:
        issued = modified
        item.flags.append("issued_at_from_content")
    if not issued and (issued := item.header.first("sent")):
        item.flags.append("issued_at_from_envelope")
    terms = [*paths.values(f"{RIGHTS}/usageTerms", f"{RIGHTS}/rightsExpressionData")]
    terms += [term for element in paths.all(_EXPRESSION) for term in expressed(element)]
    terms += [f"not for: {name}" for name in _names(item, f"{ABOUT}/exclAudience")]
    terms += [f"expires: {value}" for value in paths.values(f"{META}/expires")]
    embargoes = [one_line(words(element)) or "embargoed" for element in paths.all(f"{META}/embargoed")]
    return {
        "issued_at_text": issued,
        "created_at_text": paths.first(*_CREATED),
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
        "genres": unique([*_kinds(item)[1:], *_names(item, f"{ABOUT}/genre")]),
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


def _unmapped(item: Item) -> list[str]:
    found = item.paths.unknown(_TABLE)
    for path, element in item.paths.values_with_parts():
        if not path.startswith(_TEXTS):
            found += [f"{path}/{child.tag}" for child in element if child.tag not in CONCEPT]
    found += [
        _EXPRESSION for element in item.paths.all(_EXPRESSION) if len(element) and not expressed(element)
    ]
    return unique([*found, *_unlike(item)])


def _unlike(item: Item) -> list[str]:
    """Paths of values that differ from the one that their field has room for."""
    paths = item.paths
    found = paths.further(*_SINGLE)
    located = paths.all(f"{ABOUT}/located")
    if len(located) > 1 and len({place(one, item.language, item.known) for one in located} - {None}) > 1:
        found.append(f"{ABOUT}/located[2]")
    return [*found, *other_instants(paths.first, *_CREATED)]
