"""What becomes of each thing a page states: the tables of docs/formats.md, and the names pages are read by.

``ld+json/`` stands for a property of JSON-LD's article, ``meta[…]`` for a meta element by its name,
property, itemprop or http-equiv, in small letters.
"""

from __future__ import annotations

TITLES = ("og:title", "twitter:title")
SITES = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher")
AUTHORS = (
    "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl",
    "article:author_name",
)  # fmt: skip
PUBLISHED = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.created", "dcterms.issued", "pubdate", "publishdate", "publish-date", "publication_date",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "og:published_time", "article.published",
    "og:article:published_time", "cxenseparse:publishtime",
)  # fmt: skip
MODIFIED = ("article:modified_time", "datemodified", "og:updated_time", "last-modified", "dcterms.modified")
LANGUAGES = ("og:locale", "content-language", "language", "inlanguage", "dc.language", "dcterms.language")
DESCRIPTIONS = (
    "og:description", "description", "twitter:description", "dc.description", "dcterms.abstract", "dcterms.description",
)  # fmt: skip
KEYWORDS = ("news_keywords", "article:tag", "keywords", "parsely-tags")
SECTIONS = ("article:section", "article:subsection", "articlesection")
RIGHTS = ("dc.rights", "dcterms.rights", "rights")
TERMS = ("usageInfo", "license", "conditionsOfAccess")
# JSON-LD's type of a thing → scheme of its subject.
KINDS = {
    "Person": "person", "Organization": "organisation", "NewsMediaOrganization": "organisation",
    "Corporation": "organisation", "GovernmentOrganization": "organisation", "Place": "place", "City": "place",
    "Country": "place", "Event": "event",
}  # fmt: skip


def _metas(names: tuple[str, ...], field: str, how: str = "") -> dict[str, tuple[str, str]]:
    return {f"meta[{name}]": (field, how) for name in names}


_CHANGED = "also issued_at_text, flagged, where no time of publication is stated"
# source → (field, note)
MAPPED: dict[str, tuple[str, str]] = {
    "ld+json/headline": ("headline", "without the site's name; a cut-off one gives way to a longer"),
    **_metas(TITLES, "headline"),
    "h1, title": ("headline", ""),
    "ld+json/alternativeHeadline": ("summary", "its first paragraph, where it is not the headline"),
    "ld+json/description": ("summary", "where it is not the beginning of the text"),
    "ld+json/abstract": ("summary", "as description"),
    **_metas(DESCRIPTIONS, "summary", "as description"),
    "ld+json/author": ("byline", "as printed; also to parties, role creator"),
    "ld+json/creator": ("byline", "where there is no author; else to parties, role creator"),
    **_metas(AUTHORS, "byline", "names alone; also to parties, role creator"),
    "rel=author, itemprop author, .byline and the like": ("byline", "where no metadata name the author"),
    "ld+json/contributor": ("parties", "role creator"),
    "ld+json/editor": ("parties", "role creator"),
    "ld+json/publisher": ("publisher", "else the side-car's, else the feed's"),
    **_metas(SITES, "publisher"),
    "ld+json/sourceOrganization": ("parties", "role source"),
    "itemprop sourceOrganization": ("parties", "role source"),
    "ld+json/provider": ("parties", "role source"),
    **_metas(("dc.source", "dcterms.source"), "parties", "role source"),
    "ld+json/copyrightHolder": ("parties", "role copyright"),
    "ld+json/copyrightNotice": ("parties", "role copyright"),
    **_metas(("copyright",), "parties", "role copyright"),
    "ld+json/creditText": ("parties", "role credit"),
    "ld+json/datePublished": ("issued_at_text", ""),
    **_metas(PUBLISHED, "issued_at_text"),
    "time": ("issued_at_text", "a marked or the only one; else the date printed above the text"),
    "ld+json/dateModified": ("modified_at_text", _CHANGED),
    **_metas(MODIFIED, "modified_at_text", "as dateModified"),
    "ld+json/dateCreated": ("created_at_text", ""),
    **_metas(("datecreated",), "created_at_text"),
    "ld+json/dateline": ("dateline_text", ""),
    "ld+json/locationCreated": ("location", "its name as city"),
    "html lang": ("language_text", "else the side-car's"),
    "ld+json/inLanguage": ("language_text", ""),
    **_metas(LANGUAGES, "language_text"),
    "link rel=canonical": ("url", "absolute, without fragment; else the side-car's"),
    **_metas(("og:url",), "url"),
    "ld+json/url": ("url", ""),
    "ld+json/mainEntityOfPage": ("url", ""),
    "ld+json/articleSection": ("subjects", "scheme section"),
    **_metas(SECTIONS, "subjects", "scheme section"),
    "itemprop articleSection": (
        "subjects",
        "scheme section, where neither JSON-LD nor meta elements name one",
    ),
    "ld+json/about": ("subjects", "scheme person, organisation, place, event, else subject"),
    "ld+json/contentLocation": ("subjects", "scheme place: what it is about, not where it was filed"),
    "ld+json/spatialCoverage": ("subjects", "as contentLocation"),
    "ld+json/keywords": ("keywords", ""),
    **_metas(KEYWORDS, "keywords"),
    "ld+json/mentions": ("keywords", "names, after the others"),
    "ld+json/genre": ("genres", ""),
    "ld+json/isBasedOn": ("associations", "address or name → ref, kind isBasedOn; not the page itself"),
    **{f"ld+json/{name}": ("usage_terms", "") for name in TERMS},
    **_metas(RIGHTS, "usage_terms"),
    "ld+json/expires": ("usage_terms", "as 'expires: …'"),
    **_metas(("article:expiration_time",), "usage_terms", "as 'expires: …'"),
    "ld+json/isAccessibleForFree": ("quality_flags", "paywalled"),
    "ld+json/hasPart": ("quality_flags", "paywalled, where a part is not free"),
    **_metas(("article:content_tier", "isaccessibleforfree"), "quality_flags", "paywalled"),
    "figcaption": ("captions", "of the article's pictures"),
    "the article": ("text", "trafilatura on a tree without clutter; JSON-LD articleBody where that fails"),
    "ld+json/articleBody": ("text", "where the page holds less, flagged text_from_metadata"),
}
_APP = "for an application or a browser"
_TRACE = "for advertising, counting or another service"
_PROOF = "proves to a service whose site it is"
_PICTURE = "a picture, a film or a sound"
_AGAIN = "says again what is mapped"
_NUMBER = "the site's own number"
_PAPER = "the newspaper's, not the dispatch's"
IGNORED: dict[str, str] = {
    "comments": "readers' words",
    "related links, newsletter boxes, share buttons, author boxes": "the site's, not the dispatch's",
    "tables": "left out unless there is no text without them; flagged tables_left_out",
    "scripts, styles, forms, pictures' files": "not text",
    "JSON-LD of other things than the article": "the site's",
    "ld+json/@*": "type and name of the thing",
    "ld+json/name": _AGAIN,
    "ld+json/identifier": _NUMBER,
    "ld+json/additionalType": _NUMBER,
    "ld+json/sameAs": "another address",
    "ld+json/isPartOf": "the site, or the paper's issue",
    **{f"ld+json/{name}": _PICTURE for name in (
        "image", "thumbnail*", "primaryImageOfPage", "video", "audio", "associatedMedia", "encoding",
    )},
    **{f"ld+json/{name}": "for machines" for name in ("potentialAction", "speakable", "wordCount", "timeRequired")},
    **{f"ld+json/{name}": "readers'" for name in (
        "comment*", "discussionUrl", "interaction*", "aggregateRating", "review*",
    )},
    **{f"ld+json/{name}": "other works" for name in ("citation", "relatedLink", "significantLink*", "mainEntity")},
    **{f"ld+json/{name}": "of a live blog" for name in ("coverageStartTime", "coverageEndTime", "liveBlogUpdate")},
    **{f"ld+json/{name}": _PAPER for name in (
        "publishingPrinciples", "correctionsPolicy", "ethicsPolicy", "diversityPolicy", "masthead",
        "ownershipFundingInfo", "accountablePerson", "copyrightYear", "isFamilyFriendly",
    )},
    **{f"meta[{name}]": _APP for name in (
        "viewport", "generator", "referrer", "theme-color", "color-scheme", "format-detection", "handheldfriendly",
        "mobileoptimized", "mobile-web-app-capable", "x-ua-compatible", "x-rim-auto-match", "x-dns-prefetch-control",
        "content-type", "content-style-type", "content-script-type", "cleartype", "refresh", "pragma", "cache-control",
        "expires", "content-security-policy", "csrf-token", "csrf-param", "resource-type", "rating", "distribution",
        "amp-google-client-id-api",
    )},
    **{f"meta[{name}": _APP for name in ("apple-*", "msapplication-*", "al:*", "tp:*", "ia:*")},
    **{f"meta[{name}": "for search engines" for name in (
        "robots*", "googlebot*", "bingbot*", "ccbot*", "revisit-after*", "pinterest*", "google]",
    )},
    **{f"meta[{name}": _PICTURE for name in (
        "og:image*", "og:video*", "og:audio*", "video:*", "thumbnail*", "image]", "msapplication-tileimage*",
        "primaryimageofpage]", "sailthru.image*", "parsely-image-url*",
    )},
    **{f"meta[{name}": _TRACE for name in (
        "twitter:*", "fb:*", "og:type]", "og:locale:alternate]", "og:determiner]", "article:publisher]",
        "analytics*", "dcsext.*", "brightspot.*", "vf:*", "ya:ovs:*", "classification*", "sailthru.*", "parsely-*",
        "cxenseparse:*", "cxense:*", "ga-*", "gtm-*", "ad:*", "google-signin-*", "google-adsense-*", "google-play-app*",
        "outbrain*", "permutive*", "swiftype*", "bt:*", "dable:*",
    )},
    "*-datalayer]": _TRACE,
    "*-verification]": _PROOF,
    "*verify-v1]": _PROOF,
    "meta[msvalidate.01]": _PROOF,
    **{f"meta[{name}]": _AGAIN for name in (
        "title", "dc.title", "dcterms.title", "dc.type", "dc.format", "headline", "name", "url", "mainentityofpage",
    )},
    **{f"meta[{name}]": _NUMBER for name in ("id", "dc.identifier", "dcterms.identifier", "pagenodeid", "articleid")},
    **{f"meta[{name}]": "of another thing on the page (microdata)" for name in (
        "width", "height", "position", "worstrating", "bestrating", "ratingvalue", "ratingcount", "foundingdate",
        "representativeofpage", "contentrating", "pricecurrency", "price", "uploaddate", "duration",
    )},
    **{f"meta[article:{name}_count]": "for machines" for name in (
        "word", "image", "embed", "video", "internal_link", "external_link",
    )},
}  # fmt: skip
