"""Where each element of NewsML-G2 goes: the mapping table of the reader.

Sources: IPTC, NewsML-G2 2.x specification and schemas (core and power conformance); habits of
AFP, dpa, ANSA, Reuters, AP, NTB, PA, TT, Xinhua.
"""

from __future__ import annotations

META = "itemMeta"
ABOUT = "contentMeta"
RIGHTS = "rightsInfo"
GROUP = "groupSet/group"
MEMBER = f"{GROUP}/itemRef"
CREATED = (f"{META}/firstCreated", f"{ABOUT}/contentCreated")
EXPRESSION = f"{RIGHTS}/rightsExpressionXML"

# path → (field, what is done with the value; "" for: as stated)
MAPPED: dict[str, tuple[str, str]] = {
    "header/priority": ("priority_text", "of the newsMessage around the item"),
    "header/sent": ("issued_at_text", "only where the item has no date of its own; flagged"),
    "header/sender": ("parties", "role provider, only where the item names none"),
    "@guid": ("agency_guid", ""),
    "@version": ("revision", "as a number"),
    "@xml:lang": ("language_text", "where there is no language"),
    f"{META}/provider": ("parties", "role provider"),
    f"{META}/itemClass": ("text", "tells pictures and graphics, which are refused; of a package its kind_text"),
    f"{META}/versionCreated": ("issued_at_text", ""),
    f"{META}/firstCreated": ("created_at_text", ""),
    f"{META}/embargoed": ("embargo_text", "'embargoed' where it is empty, which means: until further notice"),
    f"{META}/pubStatus": ("status_text", "usable where it is missing, as the standard says"),
    f"{META}/role": ("kind_text", "of a package to genres"),
    f"{META}/title": ("headline", "only where there is no headline"),
    f"{META}/edNote": ("advisory", "one a line; marked-up notes line by line"),
    f"{META}/memberOf": ("keywords", ""),
    f"{META}/instanceOf": ("keywords", ""),
    f"{META}/signal": ("signal_texts", "with its name where it has one"),
    f"{META}/link": ("associations", "residref or href → ref, rel → kind"),
    f"{META}/expires": ("usage_terms", "as 'expires: …'"),
    f"{RIGHTS}/copyrightHolder": ("parties", "role copyright"),
    f"{RIGHTS}/copyrightNotice": ("parties", "role copyright"),
    f"{RIGHTS}/accountable": ("parties", "role copyright"),
    f"{RIGHTS}/usageTerms": ("usage_terms", ""),
    f"{RIGHTS}/rightsExpressionData": ("usage_terms", ""),
    f"{RIGHTS}/rightsExpressionXML": ("usage_terms", "of ODRL 'prohibited: …' and 'permitted: …' with the constraints, else its words; reported where it has neither"),
    "hopHistory/hop/party": ("parties", "role source: who created the content"),
    f"{ABOUT}/urgency": ("urgency_text", ""),
    f"{ABOUT}/contentCreated": ("created_at_text", "only where there is no firstCreated; reported where it is another instant"),
    f"{ABOUT}/contentModified": ("modified_at_text", "also issued_at_text, flagged, where there is no versionCreated"),
    f"{ABOUT}/located": ("location", "city, area and country by type or by what it lies in; ISO codes before names; of several the first with a city"),
    f"{ABOUT}/infoSource": ("parties", "role source"),
    f"{ABOUT}/creator": ("parties", "role creator"),
    f"{ABOUT}/contributor": ("parties", "role creator"),
    f"{ABOUT}/audience": ("subjects", "scheme audience"),
    f"{ABOUT}/exclAudience": ("usage_terms", "as 'not for: …'"),
    f"{ABOUT}/language": ("language_text", "its tag"),
    f"{ABOUT}/genre": ("genres", "its name, else its code"),
    f"{ABOUT}/keyword": ("keywords", ""),
    f"{ABOUT}/subject": ("subjects", "scheme is the alias (subj is iptc), label the name in the item's language"),
    f"{ABOUT}/slugline": ("slug", "further ones to keywords"),
    f"{ABOUT}/headline": ("headline", "the first that is no subheadline; others to summary"),
    f"{ABOUT}/sub": ("summary", ""),
    f"{ABOUT}/dateline": ("dateline_text", "a machine's date to dateline_date_text"),
    f"{ABOUT}/by": ("byline", "several joined by '; '"),
    f"{ABOUT}/creditline": ("parties", "role credit"),
    f"{ABOUT}/description": ("summary", "a caption to captions"),
    f"{ABOUT}/contentWarning": ("signal_texts", "as 'sig:cwarn …'"),
    "contentSet/inlineXML": ("text", "XHTML or NITF; a header's h1, NITF's body.head as in nitf"),
    "contentSet/inlineData": ("text", "where there is no inlineXML with text; plain, HTML or Base64"),
    f"{GROUP}/title": ("text", "a line of the package's"),
    f"{GROUP}/edNote": ("advisory", "after the package's own"),
    f"{GROUP}/conceptRef": ("associations", "its code → ref"),
    MEMBER: ("associations", "residref or href → ref"),
    f"{MEMBER}/itemClass": ("associations", "its kind"),
    f"{MEMBER}/headline": ("text", "of a picture to captions"),
    f"{MEMBER}/title": ("text", "where there is no headline; of a picture to captions"),
    f"{MEMBER}/description": ("text", "a caption, or of a picture, to captions"),
}  # fmt: skip

IGNORED: dict[str, str] = {
    "@standard*": "of the standard",
    "@conformance": "of the standard",
    "@profile": "of the standard",
    "*@dir": "direction of writing; the letters tell it",
    "*@schemaLocation": "of the standard",
    "*@id": "a name inside the file",
    "*@creator": "who filled in the value",
    "*@modified": "when the value was filled in",
    "*@custom": "whether the value was made for one customer",
    "*@how": "how the value was found",
    "*@why": "why the value is there",
    "*@pubconstraint": "which part of a note may be printed; notes are not printed here",
    "*@confidence": "how sure the value is",
    "*@relevance": "how much the value matters",
    "*@derivedfrom": "what the value was taken from",
    "*@validfrom": "how long the value holds",
    "*@validto": "how long the value holds",
    "*@rank": "order of display",
    "*@separator": "how words are joined for display",
    "*@environment": "where an id is used",
    "*@standardversion": "of the standard",
    "*@versioninfo": "of a program",
    "*@xml:lang": "of a value; the item's counts",
    "catalog*": "where the vocabularies of the codes are; nothing is fetched",
    "header/*": "this transmission: who got it, by which channel",
    "header": "this transmission",
    "hopHistory*": "the copy's way through others' hands; who created the content is mapped",
    f"{META}/fileName": "a name in the agency's own system",
    f"{META}/generator": "the program that wrote the file",
    f"{META}/profile": "the agency's template",
    f"{META}/service": "the channel this copy came by; the same item comes by several",
    f"{META}/incomingFeedId": "the channel this copy came by",
    f"{META}/metadataCreator": "who filled in the metadata",
    f"{META}/origRep": "where the agency keeps the item",
    f"{META}/altRep": "where the agency keeps the item",
    f"{META}/hash": "a checksum of the agency's; the raw store has its own",
    f"{META}/deliverableOf": "the agency's planning",
    f"{META}/versionedId*": "guid and version again (Reuters)",
    f"{RIGHTS}/link": "a page of terms",
    f"{ABOUT}/altId": "the item's names in other systems",
    f"{ABOUT}/icon": "a picture",
    f"{ABOUT}/rating": "how others rate it",
    f"{ABOUT}/userInteraction": "how often it was read or shared",
    f"{ABOUT}/digitalSourceType": "of pictures",
    f"{ABOUT}/languageVariants": "of the language",
    "contentSet/remoteContent": "a file elsewhere: a picture, a video",
    "contentSet/inlineXML@*": "size and form of the content",
    "contentSet/inlineData@*": "size and form of the content",
    "contentSet/remoteContent@*": "a file elsewhere: a picture, a video",
    "contentSet@*": "which content is the original",
    "partMeta*": "parts of a video",
    "assert*": "what is known of persons and places that the item names",
    "inlineRef*": "where in the text a person or place is named",
    "derivedFrom*": "what a value was taken from",
    "groupSet@*": "which group is the first",
    f"{GROUP}@*": "what the group is in the package",
    f"{GROUP}/groupRef*": "the order of groups",
    f"{GROUP}/signal": "of the group; the package's own are mapped",
}

# A package says again what its members state of themselves, by the same names.
IGNORED |= {
    path: "of a member, which comes as a dispatch of its own"
    for about in (META, ABOUT)
    for name in dict.fromkeys(p.removeprefix(about) for p in (*MAPPED, *IGNORED) if p.startswith(f"{about}/"))
    if (path := f"{MEMBER}{name}") not in MAPPED
}

# What may stand inside a value that is a concept: its name, and what is known of it.
CONCEPT: dict[str, str] = {
    "name": "the value's name",
    "definition": "what the code means",
    "note": "on the code",
    "facet": "a property of the person or place",
    "broader": "the wider concept; of located it is mapped",
    "narrower": "a concept related to the value",
    "related": "a concept related to the value",
    "sameAs": "the same value in another vocabulary; of located its ISO code is mapped",
    "remoteInfo": "a page on the value",
    "hierarchyInfo": "where the code stands in its vocabulary",
    "bag": "the codes that the value is made of",
    "mainConcept": "the codes that the value is made of",
    "facetConcept": "the codes that the value is made of",
    "geoAreaDetails": "of a place; of located its position is mapped",
    "POIDetails": "of a place; of located its position is mapped",
    "personDetails": "of a person",
    "organisationDetails": "of a body",
    "objectDetails": "of a thing",
    "eventDetails": "of an event",
    "affiliation": "of a person",
    "title": "of a link",
    "link": "a shorter form of a link",
    "icon": "a picture",
    "digitalSourceType": "of pictures",
}
# Attributes of a value that say what it is; the reader takes them.
CODED = frozenset(
    ("qcode", "uri", "literal", "type", "role", "tag", "href", "residref", "rel", "version", "contenttype",
     "title", "size", "format", "jobtitle", "target", "hreflang", "persistidref", "msgType", "isOriginal", "rtype")
)  # fmt: skip
