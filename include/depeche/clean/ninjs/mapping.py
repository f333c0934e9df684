"""Where each member of a ninjs object goes: the mapping table of the reader.

Names are in small letters: ninjs 3 writes ``versionCreated``, ninjs 1 and 2 ``versioncreated``.
Sources: IPTC, ninjs 1.x, 2.x and 3.x schemas; habits of dpa, AAP, NTB, ANSA and of Superdesk.
"""

from __future__ import annotations

MAPPED: dict[str, tuple[str, str]] = {
    "uri": ("agency_guid", "verbatim"),
    "guid": ("agency_guid", "Superdesk's name of it; uri goes before"),
    "version": ("revision", "as a number"),
    "versioncreated": ("issued_at_text", ""),
    "firstcreated": ("created_at_text", "also issued_at_text, flagged, where versioncreated is missing"),
    "contentcreated": ("created_at_text", "where firstcreated is missing; reported where it differs"),
    "embargoed": ("embargo_text", ""),
    "embargoedreason": ("advisory", ""),
    "pubstatus": ("status_text", ""),
    "urgency": ("urgency_text", ""),
    "priority": ("priority_text", "Superdesk's"),
    "language": ("language_text", ""),
    "headline": ("headline", ""),
    "headlines": ("headline", "the one whose role is main, else the first; the others are keywords"),
    "headline_*": ("headline", "ninjs 1.4: headline_main goes before"),
    "title": ("headline", "where there is no headline; else a keyword"),
    "slugline": ("slug", ""),
    "slug": ("slug", ""),
    "slugs": ("slug", "the first; the others are keywords"),
    "keywords": ("keywords", ""),
    "by": ("byline", ""),
    "byline": ("byline", ""),
    "bylines": ("byline", ""),
    "authors": ("byline", "the names, where there is no byline; else parties, role creator"),
    "located": (
        "location",
        "city; what follows a comma is the area; a point of its geoJSON; of several the first",
    ),
    "body_*": (
        "text",
        "the one that is marked up, else body_main or body_text; another rendition is reported where it says something else; of another role, see above",
    ),
    "bodies": ("text", "as body_*, by role"),
    "description_*": ("summary", "description_caption to captions"),
    "descriptions": ("summary", "all of them; those of role caption to captions"),
    "abstract": ("summary", ""),
    "ednote": ("advisory", ""),
    "signal": ("signal_texts", ""),
    "signals": ("signal_texts", ""),
    "genre": ("genres", "the name"),
    "genres": ("genres", "the name"),
    "copyrightholder": ("parties", "role copyright"),
    "copyrightnotice": ("parties", "role copyright"),
    "provider": ("parties", "role provider"),
    "source": ("parties", "role source"),
    "creditline": ("parties", "role credit"),
    "infosource": (
        "parties",
        "role provider or creator where it says so, else source; any other role is reported",
    ),
    "infosources": ("parties", "as infosource"),
    "usageterms": ("usage_terms", ""),
    "expires": ("usage_terms", "as 'expires: …'"),
    "rightsinfo": ("usage_terms", "the words or addresses in it, but for langid"),
    "subject": ("subjects", "code, name and scheme"),
    "subjects": ("subjects", "code, name and scheme"),
    "place": ("subjects", "scheme place where none is stated: what it is about"),
    "places": ("subjects", "as place"),
    "person": ("subjects", "scheme person where none is stated"),
    "people": ("subjects", "as person"),
    "organisation": ("subjects", "scheme organisation where none is stated"),
    "organisations": ("subjects", "as organisation"),
    "event": ("subjects", "scheme event where none is stated"),
    "events": ("subjects", "as event"),
    "object": ("subjects", "scheme object where none is stated"),
    "objects": ("subjects", "as object"),
    "service": ("subjects", "scheme service: Superdesk's desks"),
    "anpa_category": ("subjects", "scheme anpa"),
    "associations": (
        "associations",
        "uri and type; of pictures also captions; byline and creditline as role credit; "
        "the words of texts, where a package has none of its own, are its text",
    ),
    "type": ("kind_text", "of a package, composite; else it only tells why there is no text"),
    "evolvedfrom": ("associations", "what it grew out of"),
    "weburi": ("url", ""),
    "canonicalurl": ("url", ""),
}
IGNORED: dict[str, str] = {
    "mimetype": "of the file; the content is read by what it is",
    "representationtype": "complete or incomplete rendition of the same item",
    "profile": "the sender's form",
    "standard": "name and version of ninjs; the names of the members are read as in all of them",
    "$schema": "the schema's address",
    "renditions": "files of pictures; the archive holds the text",
    "charcount": "counted by the archive itself",
    "wordcount": "counted by the archive itself",
    "readtime": "an estimate",
    "altids": "names in other systems",
    "firstpublished": "of the publisher's own service; the agency's instants are stated",
    "trustindicator": "marks of the publisher, not of the item",
    "trustindicators": "marks of the publisher, not of the item",
    "contactinfo": "whom to call",
    "products": "the products it was sold in; the same item is in several",
    "ingest_id": "a name in the sender's own system",
    "ingest_version": "of the sender's own system",
    "rightsinfo/langid": "the language in which the terms are written for machines",
    "bodies/contenttype": "how the text is marked up; the text tells it",
    "bodies/charcount": "counted by the archive itself",
    "bodies/wordcount": "counted by the archive itself",
    "description_html": "the plain description says the same; read where there is no other",
}
# Kind of thing → scheme of its subjects, where none is stated.
THINGS = {
    "subject": "subject",
    "subjects": "subject",
    "place": "place",
    "places": "place",
    "person": "person",
    "people": "person",
    "organisation": "organisation",
    "organisations": "organisation",
    "event": "event",
    "events": "event",
    "object": "object",
    "objects": "object",
    "service": "service",
    "anpa_category": "anpa",
}
# Member → what is taken, or left out on purpose, of the objects in it, where that is not VALUES.
INSIDE: dict[str, frozenset[str]] = {
    "bodies": frozenset(("role", "value", "contenttype", "charcount", "wordcount")),
    "headlines": frozenset(("role", "value", "contenttype")),
    "descriptions": frozenset(("role", "value", "contenttype")),
    "located": frozenset((
        "city", "name", "literal", "value", "area", "state", "region", "country", "countrycode", "country_code", "geojson",
        "uri", "code", "scheme", "qcode", "rel", "contactinfo",
    )),
}  # fmt: skip
# Members that are not looked into: left out whole, or taken whole, or read by rules of their own.
LEFT_OUT = frozenset(
    (*IGNORED, "rightsinfo", "associations", "located/geojson", "place/geojson", "places/geojson")
)
# What an associated item has besides the members of an item.
OF_ASSOCIATIONS = frozenset(("rel", "name", "order", "poi"))
# Members whose field has room for one value.
SINGLE = (
    "uri",
    "guid",
    "headline",
    "version",
    "versioncreated",
    "firstcreated",
    "embargoed",
    "pubstatus",
    "urgency",
    "priority",
)
# Roles of sources that parties have.
ROLES = ("provider", "creator", "source")
PREFIXES = tuple(name[:-1] for name in MAPPED if name.endswith("*"))


def is_known(name: str) -> bool:
    """Whether a member, its name in small letters, is mapped or left out on purpose."""
    return name in MAPPED or name in IGNORED or name.startswith(PREFIXES)
