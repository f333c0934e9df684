"""Where each element of NITF goes: the mapping table of the reader.

Sources: IPTC, NITF 3.0 to 3.6, DTD and documentation; habits of AP, EFE, NTB.
"""

from __future__ import annotations

from lxml import etree

from depeche.clean.tidy import one_line

DOC = "head/docdata"
SUBJECT = "head/tobject/tobject.subject"

# Names of head/meta → field; as agencies write them, in lower case.
METAS: dict[str, str] = {
    "author": "byline",
    "byline": "byline",
    "keywords": "keywords",
    "ntbstikkord": "keywords",
    "subject": "slug",
    "slug": "slug",
    "slugline": "slug",
    "ap-slug": "slug",
    "description": "summary",
    "language": "language_text",
    "lang": "language_text",
    "copyright": "usage_terms",
    "prioridad": "priority_text",
    "ntbprioritet": "priority_text",
    "priority": "priority_text",
    "ap-priority": "priority_text",
    "categoria": "subjects",
    "category": "subjects",
    "ap-category": "subjects",
    "ntbtjeneste": "subjects",
    "ntbmeldingstype": "genres",
    "ap-format": "genres",
}
# Names of head/meta that are left out, and why.
IGNORED_METAS: dict[str, str] = {
    **dict.fromkeys(
        ("tabulacion", "tabuladores", "regional", "complemento", "ap-selector", "ap-routing", "foldername",
         "ntbkanal", "ntbdistribusjonskode", "ntbdistribusjon", "ntbutland", "ntbiptcsequence", "ap-cycle",
         "ntbsendtilnett", "ntbepost"),
        "the agency's own routing",
    ),
    **dict.fromkeys(
        ("generator", "filename", "timestamp", "ntbid", "ntbmeldingssign", "ntbmeldingsversjon", "ap-transref",
         "ap-wordcount", "ap-origin", "ntb-dato", "ntbnyhetsverdi", "content-type", "robots", "viewport"),
        "the agency's own bookkeeping",
    ),
}  # fmt: skip

MAPPED: dict[str, tuple[str, str]] = {
    "body/body.head/hedline/hl1": ("headline", "the first; further ones to summary"),
    "head/title": ("headline", "only where there is no hl1; reported where it says else than headline, slug and keywords"),
    "body/body.head/hedline/hl2": ("summary", "unless it says headline or keywords again"),
    "body/body.head/abstract": ("summary", "before the lines below the headline"),
    "body/body.head/byline": ("byline", "with byttl, person, location, parted by commas"),
    "body/body.head/dateline": ("dateline_text", "without a machine's date among the words"),
    "body/body.head/dateline/story.date@norm": ("dateline_date_text", ""),
    "body/body.head/dateline/location": ("location", "its city, region or state, and country"),
    "body/body.head/distributor": ("parties", "role provider"),
    "body/body.head/rights": ("usage_terms", "its parts as 'geography: …'; rights.owner to parties as copyright"),
    "body/body.head/note": ("text", "before it; an editor's note or one not for publication to advisory"),
    "body/body.content": ("text", "block by block; media's captions to captions, producers to parties"),
    "body/body.end": ("text", "tagline and bibliography, behind it"),
    "@baselang": ("language_text", "where neither xml:lang nor a meta says it"),
    "@xml:lang": ("language_text", "of nitf, body or body.content, the outermost"),
    f"{DOC}@management-status": ("status_text", ""),
    f"{DOC}@management-doc-idref": ("associations", "kind is management-idref-status"),
    f"{DOC}@management-idref-status": ("associations", "kind of management-doc-idref"),
    f"{DOC}/doc-id@id-string": ("agency_guid", ""),
    f"{DOC}/doc-id@regsrc": ("parties", "role provider"),
    f"{DOC}/date.issue@norm": ("issued_at_text", ""),
    f"{DOC}/date.issue": ("issued_at_text", "where norm is missing"),
    f"{DOC}/date.release@norm": ("embargo_text", "where it is later than date.issue, or cannot be compared with it; where that is missing, issued_at_text; an earlier one is reported"),
    f"{DOC}/date.expire@norm": ("usage_terms", "as 'expires: …'"),
    f"{DOC}/urgency@ed-urg": ("urgency_text", ""),
    f"{DOC}/du-key@key": ("slug", ""),
    f"{DOC}/du-key@version": ("revision", "as a number"),
    f"{DOC}/du-key@generation": ("revision", "where version is missing"),
    f"{DOC}/key-list/keyword@key": ("keywords", ""),
    f"{DOC}/series@series.name": ("keywords", ""),
    f"{DOC}/fixture@fix-id": ("keywords", "a column that comes regularly"),
    f"{DOC}/ed-msg@info": ("advisory", ""),
    f"{DOC}/ed-msg@msg-type": ("advisory", "before info"),
    f"{DOC}/correction@info": ("signal_texts", "'correction'; its words to advisory"),
    f"{DOC}/correction@id-string": ("associations", "kind correction"),
    f"{DOC}/doc.copyright@holder": ("parties", "role copyright"),
    f"{DOC}/doc.rights@owner": ("parties", "role copyright"),
    **{
        f"{DOC}/doc.rights@{name}": ("usage_terms", f"as '{name}: …'")
        for name in ("geography", "type", "limitations", "startdate", "enddate", "agent")
    },
    f"{DOC}/doc-scope@scope": ("subjects", "scheme scope"),
    f"{DOC}/evloc@city": ("location", "city, where the dateline has no location; another than the dateline's is reported"),
    f"{DOC}/evloc@state-prov": ("location", "area, likewise, and where the dateline's city is the same"),
    f"{DOC}/evloc@county-dist": ("location", "area, where there is no state-prov"),
    f"{DOC}/evloc@iso-cc": ("location", "country, as area"),
    f"{DOC}/evloc": ("location", "city, where it has no attributes"),
    **{
        f"{DOC}/identified-content/{name}": ("subjects", f"scheme {name}: code is the value, else the words")
        for name in ("person", "org", "location", "event", "function", "object.title", "virtloc", "classifier")
    },
    "head/tobject@tobject.type": ("kind_text", ""),
    "head/tobject/tobject.property@tobject.property.type": ("genres", ""),
    f"{SUBJECT}@tobject.subject.refnum": ("subjects", "scheme is tobject.subject.ipr in small letters, else iptc"),
    f"{SUBJECT}@tobject.subject.code": ("subjects", "code, where there is no refnum"),
    **{
        f"{SUBJECT}@tobject.subject.{name}": ("subjects", "label: the closest of detail, matter, type, qualifier")
        for name in ("ipr", "type", "matter", "detail", "qualifier")
    },
    "head/pubdata@date.publication": ("issued_at_text", "where date.issue and date.release are missing; flagged"),
    "head/pubdata@position.section": ("subjects", "scheme section"),
    "head/pubdata@ex-ref": ("url", "where it is one"),
    "head/revision-history@comment": ("advisory", ""),
    "head/revision-history@name": ("parties", "role creator"),
    "head/revision-history@norm": ("modified_at_text", "of several the latest"),
    **{f"head/meta[{name}]": (field, "") for name, field in METAS.items()},
}  # fmt: skip

IGNORED: dict[str, str] = {
    "@version": "of the standard",
    "@change.*": "of the standard's DTD",
    "@uno": "repeats doc-id",
    "*@id": "a name inside the file",
    "*@class": "layout",
    "*@style": "layout",
    "*@dir": "direction of writing; the letters tell it",
    "*@idsrc": "who gave the code",
    "*@code-source": "who gave the code",
    "*@regsrc": "who gave the id; of doc-id it is mapped",
    "*@xml:lang": "of a part; the outermost counts",
    "*@schemaLocation": "of the standard",
    "head/base*": "of a web page",
    "head/iim*": "the item's header in IIM, which NITF's own elements say again",
    f"{DOC}/del-list*": "the copy's way to us",
    f"{DOC}/doc.copyright@year": "the notice's year; no date of the item",
    f"{DOC}/du-key@part": "of a story sent in parts; the series says it",
    f"{DOC}/series@series.part": "number within the series",
    f"{DOC}/series@series.totalpart": "number within the series",
    f"{DOC}/identified-content/*": "words inside a name: the name is taken whole",
    "head/pubdata@*": "of the printed edition, not of the dispatch",
    "head/pubdata": "of the printed edition, not of the dispatch",
    "head/revision-history@function": "the office of who revised it",
    "head/tobject/tobject.property": "its type is mapped",
    **{f"head/meta[{name}]": why for name, why in IGNORED_METAS.items()},
}


def meta_name(meta: etree._Element) -> str:
    """The name of a head/meta in small letters, as the tables have it."""
    return one_line(meta.get("name") or meta.get("http-equiv")).lower()
