"""Where each element of NewsML 1.2 goes: the mapping table of the reader.

A path of :mod:`newsml12.facts` maps to a field of ``CleanDispatch`` or is ignored on
purpose, with the reason. What is in neither table is reported in ``unmapped``.
Sources: IPTC, NewsML 1.2 Functional Specification and DTD; AFP's profiles of it
(text-photo wire, web journal, unversioned); habits of ATS, Belga, ANP, EFE, Kyodo, TASS.
"""

from __future__ import annotations

from depeche.clean.xml.safe import LANG

MANAGEMENT = "NewsManagement"
LINES = "NewsComponent/NewsLines"
ADMIN = "NewsComponent/AdministrativeMetadata"
RIGHTS = "NewsComponent/RightsMetadata"
ABOUT = "NewsComponent/DescriptiveMetadata"

# path → (field, what is done with the value; "" for: as stated)
MAPPED: dict[str, tuple[str, str]] = {
    "NewsEnvelope/Priority": ("priority_text", "the FormalName, not the text"),
    "NewsEnvelope/DateAndTime": ("issued_at_text", "only where ThisRevisionCreated is missing; flagged"),
    "Identification/NewsIdentifier/PublicIdentifier": (
        "agency_guid",
        "verbatim, with the revision; of an item in several languages with '#' and the language before it",
    ),
    "Identification/NewsIdentifier/ProviderId": (
        "parties",
        "role provider; part of agency_guid where there is no PublicIdentifier",
    ),
    "Identification/NewsIdentifier/DateId": ("agency_guid", "only where there is no PublicIdentifier"),
    "Identification/NewsIdentifier/NewsItemId": ("agency_guid", "only where there is no PublicIdentifier"),
    "Identification/NewsIdentifier/RevisionId": ("revision", "as a number"),
    "Identification/NewsIdentifier/RevisionId@Update": (
        "signal_texts",
        "'Update=U' and the like; N, the usual, is left out",
    ),
    "Identification/NameLabel": ("slug", ""),
    f"{MANAGEMENT}/NewsItemType": ("kind_text", ""),
    f"{MANAGEMENT}/FirstCreated": ("created_at_text", ""),
    f"{MANAGEMENT}/ThisRevisionCreated": ("issued_at_text", ""),
    f"{MANAGEMENT}/Status": ("status_text", ""),
    f"{MANAGEMENT}/StatusWillChange/FutureStatus": ("signal_texts", "with its date, where it is not Usable"),
    f"{MANAGEMENT}/StatusWillChange/DateAndTime": (
        "embargo_text",
        "where the future status is Usable: that is an embargo",
    ),
    f"{MANAGEMENT}/Property[EmbargoedUntil]": ("embargo_text", ""),
    f"{MANAGEMENT}/EmbargoedUntil": ("embargo_text", ""),
    f"{MANAGEMENT}/Urgency": ("urgency_text", "the FormalName, or the text where an agency puts it there"),
    f"{MANAGEMENT}/AssociatedWith": ("associations", "NewsItem → ref, FormalName → kind"),
    f"{MANAGEMENT}/DerivedFrom": ("associations", "NewsItem → ref, kind DerivedFrom"),
    "NewsComponent/NewsItemRef": ("associations", "NewsItem → ref, kind NewsItemRef"),
    f"{MANAGEMENT}/Instruction": ("signal_texts", "what it orders of a revision as 'revision 2: Canceled'"),
    f"{LINES}/HeadLine": ("headline", "the first that is not empty, None on alerts; others to summary"),
    f"{LINES}/SubHeadLine": ("summary", ""),
    f"{LINES}/ByLine": ("byline", "several joined by '; '"),
    f"{LINES}/ByLineTitle": ("byline", "after the name"),
    f"{LINES}/DateLine": ("dateline_text", "the first"),
    f"{LINES}/CreditLine": ("parties", "role credit"),
    f"{LINES}/CopyrightLine": ("parties", "role copyright"),
    f"{LINES}/RightsLine": ("usage_terms", ""),
    f"{LINES}/SeriesLine": ("keywords", ""),
    f"{LINES}/SlugLine": ("slug", "where there is no NameLabel; else to keywords if it differs"),
    f"{LINES}/KeywordLine": ("keywords", ""),
    f"{LINES}/NewsLine[AdvisoryLine]": ("advisory", "one a line"),
    f"{LINES}/NewsLine[ProductLine]": (
        "advisory",
        "after the advisory lines: it tells editors of the pictures and videos that go with it",
    ),
    f"{LINES}/NewsLine[CatchWord]": ("keywords", ""),
    f"{LINES}/NewsLine[storyType]": ("genres", ""),
    "Comment": ("advisory", "wherever it stands in the item, after the others: words to editors"),
    f"{RIGHTS}/UsageRights": ("usage_terms", "one line a UsageRights; its parts as 'Geography: …'"),
    f"{RIGHTS}/Copyright/CopyrightHolder": ("parties", "role copyright"),
    f"{RIGHTS}/Property[EmbargoedUntil]": ("embargo_text", ""),
    f"{ADMIN}/Provider/Party": ("parties", "role provider"),
    f"{ADMIN}/Source/Party": ("parties", "role source"),
    f"{ADMIN}/Creator/Party": ("parties", "role creator"),
    f"{ADMIN}/Contributor/Party": ("parties", "role creator"),
    f"{ADMIN}/Property[author]": ("parties", "role creator"),
    f"{ADMIN}/Property[EditorialInfo]": ("advisory", ""),
    f"{ABOUT}/Language": ("language_text", "else xml:lang of HeadLine, NewsComponent or NewsItem"),
    f"{ABOUT}/Genre": ("genres", ""),
    f"{ABOUT}/SubjectCode": ("subjects", "scheme iptc, or the vocabulary's name"),
    f"{ABOUT}/SubjectCode@cat": ("subjects", "scheme afp-category"),
    f"{ABOUT}/TopicOccurrence": ("subjects", "the Topic of that id in a TopicSet: scheme, name, description"),
    f"{ABOUT}/OfInterestTo": ("subjects", "scheme audience"),
    f"{ABOUT}/DateLineDate": ("dateline_date_text", ""),
    f"{ABOUT}/Property[Keyword]": ("keywords", ""),
    **{
        f"{ABOUT}/Location[{how}]/Property[{name}]": ("location", f"{field}{note}")
        for how, note in (("Origin", ""), ("", ", where no Location is marked Origin"))
        for name, field in (
            ("Country", "country"),
            ("Area", "area"),
            ("CountryArea", "area"),
            ("City", "city"),
            ("Latitude", "latitude"),
            ("Longitude", "longitude"),
        )
    },
    "media/NewsLines/HeadLine": ("captions", "of pictures and videos that go with the text"),
    "media/NewsLines/CreditLine": ("parties", "role credit"),
    "media/NewsLines/CopyrightLine": ("parties", "role credit"),
    "media/NewsLines/ByLine": ("parties", "role credit: the photographer"),
    "media/AdministrativeMetadata/Creator/Party": ("parties", "role credit"),
    "media/AdministrativeMetadata/Source/Party": ("parties", "role credit"),
}

# path → why it is left out; a path ending in * stands for all that begin so
# Parts of a ContentItem that say how the content is given.
CONTENT_FORM = ("MediaType", "Format", "MimeType", "Notation", "Characteristics")
IGNORED: dict[str, str] = {
    "NewsEnvelope/TransmissionId": "numbers this transmission, not the dispatch",
    "NewsEnvelope/SentFrom*": "who passed this copy on; the provider is stated with the item",
    "NewsEnvelope/SentTo*": "who got this copy",
    "NewsEnvelope/NewsService": "the channel this copy came by; the same item comes by several",
    "NewsEnvelope/NewsProduct": "the product this copy was sold in; the same item is in several",
    "Identification/NewsIdentifier/RevisionId@PreviousRevision": "the revision says it",
    "Identification/DateLabel": "the date in words for display; the instants are stated",
    "Identification/Label*": "a label for display",
    f"{MANAGEMENT}/RevisionHistory@Href": "a file of the agency's own system",
    f"{MANAGEMENT}/FirstPublished": "of the publisher's web site; the agency's instants are stated",
    "Comment[Profile]": "version of the sender's form",
    "NewsComponent@Essential": "whether those who pass the item on may leave the component out",
    "NewsComponent@EquivalentsList": "tells renditions of the same words; used for that",
    "NewsComponent/Role": "tells text, title and caption apart; used for that",
    "NewsComponent/BasisForChoice*": "how to choose among equal pictures",
    f"{LINES}/MoreLink": "the agency's home page",
    f"{LINES}/NewsLine[1]": "a form's empty line (Belga)",
    f"{RIGHTS}/Copyright/CopyrightDate": "the notice's year; no date of the item",
    f"{ADMIN}/FileName": "a name in the agency's own system",
    f"{ADMIN}/SystemIdentifier": "a name in the agency's own system",
    f"{ABOUT}/OfInterestTo/Relevance": "weight of an audience",
    f"{ABOUT}/Property[GeneratorSoftware]": "the program that wrote the file",
    **{
        f"NewsComponent/ContentItem/{name}*": "size and form of the content; the content itself is read"
        for name in CONTENT_FORM
    },
    "NewsComponent/ContentItem@Href": "a file elsewhere: a picture, a video",
    "NewsML@Version": "of the standard",
    "NewsML@noNamespaceSchemaLocation": "of the standard",
    "NewsML@schemaLocation": "of the standard",
    "media@*": "of a picture or video",
    "media/*": "of a picture or video: its files, sizes and terms; the archive holds the text",
}
IGNORED_PREFIXES = tuple(path[:-1] for path in IGNORED if path.endswith("*"))
# Attributes that say how a value is meant, never what it is; the same on every element.
COMMON: dict[str, str] = {
    "FormalName": "the value itself, or the name of the property: mapped with the element",
    "Value": "the value of a property: mapped with it",
    "ValueRef": "the value of a property: mapped with it",
    "AllowedValues": "what values a property may have",
    "Duid": "a name inside the file",
    "Euid": "a name inside the file",
    "Vocabulary": "where the code is from; of subjects it is mapped as their scheme",
    "Scheme": "where the code is from; of subjects it is mapped",
    "Topic": "where the file describes the value; of TopicOccurrence it is mapped",
    "TopicSetRef": "where the file describes its values",
    "AssignedBy": "who filled in the value",
    "DateAndTime": "when the value was filled in",
    "Importance": "how much the value matters",
    "Relevance": "how much the value matters",
    "Confidence": "how sure the value is",
    "HowPresent": "how the value is there; of Location it is mapped",
    "TranslationOf": "the element that this one translates",
    LANG: "of a value; language_text says which count",
}
# Vocabularies of the codes, which say nothing about the item; and what is read in one go.
SKIPPED: dict[str, str] = {
    "Catalog": "where the vocabularies of the codes are; nothing is fetched",
    "Resource": "where a vocabulary is; nothing is fetched",
    "TopicUse": "where a vocabulary is used",
    "TopicSet": "a vocabulary; what TopicOccurrence names of it is mapped",
    "Comment": "",
}


def is_ignored(path: str) -> bool:
    """Whether ``path``, which is not mapped, is left out on purpose."""
    return path in IGNORED or path.startswith(IGNORED_PREFIXES)
