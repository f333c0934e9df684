"""Where each member of a document of AFP's Core API goes: the mapping table of the reader.

Names are in small letters. Sources: AFP, Core API documentation; public clients of it.
"""

from __future__ import annotations

# Member → scheme of its subjects.
THINGS = {
    "iptc": "iptc",
    "mediatopic": "medtop",
    "topic": "topic",
    "event": "event",
    "afpentity": "afpentity",
    "entity_person": "person",
    "entity_location": "location",
    "entity_organisation": "organisation",
    "entity_company": "company",
    "entity_keyword": "keyword",
    "entity_media": "media",
    "entity_function": "function",
}
MAPPED: dict[str, tuple[str, str]] = {
    "uno": ("agency_guid", "verbatim; its afp.com also parties, role provider, where there is no provider"),
    "publicidentifier": ("agency_guid", "where there is no uno"),
    "afpshortid": ("agency_guid", "where there is neither"),
    "revision": ("revision", "as a number"),
    "href": ("url", ""),
    "lang": ("language_text", ""),
    "language": ("language_text", ""),
    "headline": ("headline", "may be missing on alerts; see normalise"),
    "title": ("headline", "where there is no headline; else a keyword where it differs"),
    "subheadline": ("summary", "its first paragraph"),
    "news": ("text", "a paragraph each"),
    "text": ("text", "where there is no news"),
    "content": ("text", "where there is neither"),
    "summary": ("summary", ""),
    "abstract": ("summary", "where there is no summary"),
    "caption": ("captions", "of a picture, a video or a graphic"),
    "class": ("kind_text", "unless it is text"),
    "product": ("kind_text", "class by its old name"),
    "genre": ("genres", ""),
    "genreid": ("genres", "afpgenre, afpattribute, afpedtype"),
    "urgency": ("urgency_text", ""),
    "priority": ("priority_text", ""),
    "status": ("status_text", "empty means Usable"),
    "signal": ("signal_texts", "a string or a list"),
    "advisory": ("advisory", ""),
    "disclaimer": ("advisory", ""),
    "published": ("issued_at_text", ""),
    "created": ("created_at_text", "also issued_at_text, flagged, where published is missing"),
    "embargoed": ("embargo_text", ""),
    "slug": ("slug", "the words joined by hyphens, as AFP's slugs are"),
    "keyword": ("keywords", ""),
    "byline": ("byline", ""),
    "dateline": ("dateline_text", ""),
    "city": ("location", "city"),
    "state": ("location", "area"),
    "country": ("location", "country, ISO 3166-1 alpha-3"),
    "countryname": ("location", "country, where there is no code"),
    "latitude": ("location", "latitude"),
    "longitude": ("location", "longitude"),
    "provider": ("parties", "role provider"),
    "source": ("parties", "role source"),
    "creator": ("parties", "role creator"),
    "creditline": ("parties", "role credit"),
    "copyright": ("parties", "role copyright"),
    "usageright": ("usage_terms", ""),
    "rules": ("usage_terms", ""),
    "expires": ("usage_terms", "as 'expires: …'"),
    "exclusion": ("usage_terms", "as 'exclusion: …'"),
    "country_out": ("usage_terms", "as 'country_out: DEU, AUT'"),
    "country_only": ("usage_terms", "as 'country_only: FRA'"),
    "excludeaudiences": ("usage_terms", "as 'excludeAudiences: …'"),
    **{name: ("subjects", f"scheme {scheme}") for name, scheme in THINGS.items()},
    "afpentity": ("subjects", "scheme afpentity, or the kind in an object of lists"),
    "bagitem": (
        "associations",
        "uno and class; caption, headline and title to captions; creditLine, creator, byline, source, provider and copyright "
        "to parties, role credit; its newslines likewise, their dateline where the document states no place",
    ),
}
IGNORED: dict[str, str] = {
    "initialstatus": "the status it began with; the status it has is stated",
    "wordcount": "counted by the archive itself",
    "bagitem/medias": "files of pictures",
    "bagitem/renditions": "files of pictures",
    "bagitem/href": "a picture's file",
    **dict.fromkeys(
        ("bagitem/lang", "bagitem/country", "bagitem/city", "bagitem/status"), "of a picture or video"
    ),
    "hophistory": "who passed this copy on",
    "contentset": "files; the text is read",
    "medias": "files of pictures",
    "providerid": "a code of the provider, who is stated",
    "filename": "a name in the agency's own system",
    "score": "how well it answered the search",
    "_id": "of the search index",
    "_score": "how well it answered the search",
    "_index": "of the search index",
    "_type": "of the search index",
    "sort": "of the search index",
}
# Restrictions that are codes: the member as AFP writes it says what they mean.
TERMS = {
    "exclusion": "exclusion",
    "country_out": "country_out",
    "country_only": "country_only",
    "excludeaudiences": "excludeAudiences",
}
# Members of what goes with the document (bagItem) that are captions, and those that are credits.
CAPTIONS = ("caption", "headline", "title")
CREDITS = ("creditline", "creator", "byline", "source", "provider", "copyright", "copyrightline")
# Member → what is taken, or left out on purpose, of the objects in it, where that is not VALUES.
_LINES = frozenset((*CAPTIONS, *CREDITS, "dateline"))
INSIDE: dict[str, frozenset[str]] = {
    "bagitem/newslines": _LINES,
    "bagitem": frozenset((*_LINES, "uno", "class", "type", "newslines"))
    | {name.removeprefix("bagitem/") for name in IGNORED if name.startswith("bagitem/")},
}
# Members whose field has room for one value.
SINGLE = (
    "uno", "href", "revision", "class", "urgency", "priority", "status", "published", "created", "embargoed", "dateline",
    "city", "state", "country", "countryname",
)  # fmt: skip
