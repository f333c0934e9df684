"""What an NITF document states, put together to the fields of a CleanDispatch."""

from __future__ import annotations

from typing import Any

from lxml import etree

from depeche.clean.charset import replaced
from depeche.clean.instants import is_later, latest
from depeche.clean.nitf.copy import Copy, read_copy
from depeche.clean.nitf.mapping import DOC, METAS, SUBJECT, meta_name
from depeche.clean.nitf.place import event_place, place_of
from depeche.clean.nitf.unmapped import unmapped
from depeche.clean.numbers import whole_number
from depeche.clean.tidy import join_paragraphs, one_line, unique
from depeche.clean.words import body_or_headline
from depeche.clean.xml.paths import Paths
from depeche.clean.xml.safe import LANG, words
from depeche.records import Association, StatedParty, Subject

_LEAVES = frozenset(
    ("body", "title", "person", "org", "location", "event", "function", "object.title", "virtloc", "classifier")
)  # fmt: skip
_LABELS = ("detail", "matter", "type", "qualifier")
_RIGHTS = ("geography", "type", "limitations", "startdate", "enddate", "agent")


def fields(nitf: etree._Element, flags: tuple[str, ...] = ()) -> dict[str, Any]:
    """Keyword arguments of CleanDispatch for what ``nitf`` states.

    Raises Reject ``no_text`` where it holds neither text nor headline.
    """
    copy = read_copy(nitf)
    found = describe(nitf, copy)
    what = "it is pictures with captions" if found["captions"] else ""
    found["text"], more = body_or_headline(copy.content.paragraphs, found["headline"], what)
    found["quality_flags"] = unique([*flags, *more, *found["quality_flags"], *replaced(found["text"])])
    return found


def describe(nitf: etree._Element, copy: Copy) -> dict[str, Any]:
    """All that ``nitf`` states, except the text; ``copy`` is what was read of its body."""
    paths = Paths(nitf, _LEAVES)
    metas = _metas(paths)
    found = {**_stated(paths, copy, metas), **_lifecycle(paths, copy, metas), **_about(paths, metas)}
    languages = [nitf.get(LANG), *(part.get(LANG) for part in nitf.iter("body", "body.content"))]
    language = next(filter(None, languages), None) or found.get("language_text") or nitf.get("baselang")
    if language:
        found["language_text"] = one_line(language)
    found["unmapped"] = unmapped(paths, copy, found)
    return found


def _stated(paths: Paths, copy: Copy, metas: dict[str, list[str]]) -> dict[str, Any]:
    """Words, names and places: what head and copy say of the item."""
    keywords = unique([*paths.values(f"{DOC}/key-list/keyword@key"), *metas.get("keywords", [])])
    keywords += paths.values(f"{DOC}/series@series.name", f"{DOC}/fixture@fix-id")
    slugs = unique([*metas.get("slug", []), *paths.values(f"{DOC}/du-key@key")])
    headline = copy.headline or paths.first("head/title")
    said = {word.casefold() for word in (headline or "", *keywords, *slugs)}
    below = [line for line in (*copy.summary, *copy.subheads) if line.casefold() not in said]
    language = metas.get("language_text")
    return {
        **({"language_text": language[0]} if language else {}),
        "headline": headline,
        "summary": join_paragraphs(unique([*below, *metas.get("summary", [])])) or None,
        "slug": slugs[0] if slugs else None,
        "keywords": unique([*keywords, *slugs[1:]]),
        "byline": copy.byline or "; ".join(metas.get("byline", [])) or None,
        "captions": unique(copy.content.captions),
        "dateline_text": copy.dateline,
        "dateline_date_text": copy.dated,
        "location": place_of(copy.place, event_place(paths)),
        "parties": _parties(paths, copy),
    }


def _metas(paths: Paths) -> dict[str, list[str]]:
    """field → values of the head's meta elements."""
    found: dict[str, list[str]] = {}
    for meta in paths.all("head/meta"):
        field = METAS.get(meta_name(meta))
        value = one_line(meta.get("content"))
        if field and value:
            found.setdefault(field, []).append(value)
    return found


def _parties(paths: Paths, copy: Copy) -> list[StatedParty]:
    found = [party for party in copy.parties if party[0] == "provider"]
    found += [("provider", name) for name in paths.values(f"{DOC}/doc-id@regsrc")]
    found += [("creator", name) for name in paths.values("head/revision-history@name")]
    found += [party for party in copy.parties if party[0] != "provider"]
    holders = (f"{DOC}/doc.copyright@holder", f"{DOC}/doc.rights@owner")
    found += [("copyright", name) for name in paths.values(*holders)]
    found += [("credit", name) for name in copy.content.credits]
    return [StatedParty(role=role, text=name) for role, name in dict.fromkeys(found)]


def _lifecycle(paths: Paths, copy: Copy, metas: dict[str, list[str]]) -> dict[str, Any]:
    issued = paths.first(f"{DOC}/date.issue@norm", f"{DOC}/date.issue")
    released = paths.first(f"{DOC}/date.release@norm", f"{DOC}/date.release")
    published = None if issued or released else paths.first("head/pubdata@date.publication")
    version = paths.first(f"{DOC}/du-key@version", f"{DOC}/du-key@generation")
    revision, revision_flags = whole_number(version)
    advisories = (
        f"{DOC}/ed-msg@msg-type",
        f"{DOC}/ed-msg@info",
        f"{DOC}/correction@info",
        "head/revision-history@comment",
    )
    terms = [f"{name}: {value}" for name in _RIGHTS for value in paths.values(f"{DOC}/doc.rights@{name}")]
    return {
        "agency_guid": paths.first(f"{DOC}/doc-id@id-string"),
        "revision": revision,
        "issued_at_text": issued or released or published,
        "modified_at_text": latest(paths.values("head/revision-history@norm")),
        "embargo_text": released if issued and released and _forbids(released, issued) else None,
        "quality_flags": [*(["issued_at_from_publication"] if published else []), *revision_flags],
        "kind_text": paths.first("head/tobject@tobject.type"),
        "genres": unique([*paths.values("head/tobject/tobject.property@tobject.property.type"), *metas.get("genres", [])]),
        "urgency_text": paths.first(f"{DOC}/urgency@ed-urg"),
        "priority_text": next(iter(metas.get("priority_text", [])), None),
        "status_text": paths.first(f"{DOC}@management-status"),
        "signal_texts": ["correction"] if paths.all(f"{DOC}/correction") else [],
        "advisory": "\n".join(unique([*paths.values(*advisories), *copy.content.notes])) or None,
        "usage_terms": unique([
            *copy.usage_terms, *(["; ".join(terms)] if terms else []), *metas.get("usage_terms", []),
            *(f"expires: {value}" for value in paths.values(f"{DOC}/date.expire@norm")),
        ]),
    }  # fmt: skip


def _forbids(released: str, issued: str) -> bool:
    """Whether the release is an embargo: it is to come after the issue.

    One that cannot be compared is one too, as all embargoes that cannot be read: normalise reads
    more words than are read here, and withholds what it cannot read either.
    """
    return released != issued and is_later(released, issued) is not False


def _about(paths: Paths, metas: dict[str, list[str]]) -> dict[str, Any]:
    subjects = [subject for element in paths.all(SUBJECT) if (subject := _subject(element))]
    subjects += [Subject(scheme="scope", code=code) for code in paths.values(f"{DOC}/doc-scope@scope")]
    subjects += [
        Subject(scheme="section", code=code) for code in paths.values("head/pubdata@position.section")
    ]
    subjects += [Subject(scheme="category", code=code) for code in metas.get("subjects", [])]
    for content in paths.all(f"{DOC}/identified-content"):
        subjects += [subject for element in content if (subject := _identified(element))]
    links = [
        Association(ref=ref, kind=one_line(doc.get("management-idref-status")) or None)
        for doc in paths.all(DOC)
        if (ref := one_line(doc.get("management-doc-idref")))
    ]
    links += [Association(ref=ref, kind="correction") for ref in paths.values(f"{DOC}/correction@id-string")]
    url = next(
        (ref for ref in paths.values("head/pubdata@ex-ref") if ref.startswith(("http:", "https:"))), None
    )
    return {"subjects": list(dict.fromkeys(subjects)), "associations": links, **({"url": url} if url else {})}


def _subject(element: etree._Element) -> Subject | None:
    def said(name: str) -> str:
        return one_line(element.get(f"tobject.subject.{name}"))

    label = next((said(name) for name in _LABELS if said(name)), None)
    code = said("refnum") or said("code") or label
    if not code:
        return None
    return Subject(scheme=said("ipr").lower() or "iptc", code=code, label=label if label != code else None)


def _identified(element: etree._Element) -> Subject | None:
    """A person, body, place … that the item names."""
    label = one_line(words(element)) or None
    code = one_line(element.get("value")) or label
    if not code or not isinstance(element.tag, str):
        return None
    return Subject(scheme=element.tag, code=code, label=label if label != code else None)
