"""The columns of ``dispatch_revisions``, in groups."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from depeche.schema.kinds import ACTOR, ASSOCIATION, CREDIT, DATELINE, EVENT_DATE, SUBJECT, TEXTS, UTC, column

GROUPS: dict[str, list[pa.Field[Any]]] = {
    "identity": [
        column(
            "dispatch_id",
            pa.string(),
            "The dispatch, whatever its revision: the agency's own id without its revision, else the canonical URL, else the hash of text and date; id_basis says which. Key together with revision.",
        ),
        column(
            "revision",
            pa.int64(),
            "The agency's revision number; 1 where none is stated, counted up when the same page comes again with another text.",
        ),
        column("id_basis", pa.string(), "What dispatch_id was made from: agency_guid, url or text_hash."),
        column(
            "agency_guid",
            pa.string(),
            "The agency's public identifier, verbatim, with its revision.",
            null=True,
        ),
        column(
            "text_sha256",
            pa.string(),
            "SHA-256 of headline and full_text: the same words have the same value.",
        ),
    ],
    "origin": [
        column(
            "source", pa.string(), "The agency that issued the dispatch (AFP, REUTERS, DPA …), or UNKNOWN."
        ),
        column(
            "credits",
            pa.list_(CREDIT),
            "Every mention of an agency with its role (issuer, joint, contributor, quoted, photo); offsets in full_text, null where the credit is stated in metadata only.",
        ),
        column("feed_id", pa.string(), "The feed that delivered it (seeds/feeds.yml).", null=True),
        column(
            "publisher",
            pa.string(),
            "Who published the page or file, where that is not the agency.",
            null=True,
        ),
        column("url", pa.string(), "Canonical URL, where there is one.", null=True),
    ],
    "text": [
        column(
            "language",
            pa.string(),
            "BCP 47 language code of the text; null where it cannot be told.",
            null=True,
        ),
        column("language_text", pa.string(), "The language as stated.", null=True),
        column(
            "language_basis", pa.string(), "Where language comes from: stated, detected, hint.", null=True
        ),
        column("headline", pa.string(), "Headline; null where the dispatch has none.", null=True),
        column(
            "summary",
            pa.string(),
            "The agency's own summary, where its format has one beside the text.",
            null=True,
        ),
        column("slug", pa.string(), "Identifying words repeated on every version, verbatim.", null=True),
        column("keywords", TEXTS, "Keywords as stated."),
        column(
            "text",
            pa.string(),
            "The body, paragraphs separated by a blank line, without dateline and sign-off.",
        ),
        column(
            "full_text",
            pa.string(),
            "The cleaned text before anything was cut from it; offsets of credits and dateline refer to it.",
        ),
        column("word_count", pa.int32(), "Words of text."),
        column("byline", pa.string(), "Author line, verbatim.", null=True),
        column("sign_off", pa.string(), "Desk initials at the end (hh/ph/ts/hd), verbatim.", null=True),
        column("advisory", pa.string(), "Note to editors, verbatim.", null=True),
    ],
    "lifecycle": [
        column(
            "kind",
            pa.string(),
            "flash, alert, bulletin, urgent, news, lead, update, correction, kill, advisory, package …; null where nothing tells.",
            null=True,
        ),
        column("kind_text", pa.string(), "The kind as stated.", null=True),
        column(
            "urgency",
            pa.int32(),
            "1 (most urgent) to 9; from the stated urgency, else from the transmission priority (flag urgency_from_priority).",
            null=True,
        ),
        column("urgency_text", pa.string(), "The urgency as stated.", null=True),
        column("signal", TEXTS, "Signals: update, correction, kill, embargo, repeat …"),
        column("pubstatus", pa.string(), "usable, withheld or canceled."),
        column("pubstatus_text", pa.string(), "The status as stated.", null=True),
        column("embargo_until", UTC, "Not to be published before this instant.", null=True),
        column("embargo_text", pa.string(), "The embargo's words.", null=True),
        column("usage_terms_text", pa.string(), "Usage terms, verbatim, one a line.", null=True),
        column("usage_rules", TEXTS, "Rules read from the usage terms: no_archive, not_in:DE, only_in:FR …"),
    ],
    "time": [
        column(
            "issued_at", UTC, "When the agency issued this revision; null where it does not say.", null=True
        ),
        column("issued_at_text", pa.string(), "The same as stated.", null=True),
        column("issued_at_precision", pa.string(), "second, minute, day, month or year.", null=True),
        column("created_at", UTC, "When the first revision was created, where stated.", null=True),
        column(
            "modified_at",
            UTC,
            "When its publisher says the text was last changed, where stated beside the time of issue; not a revision of the agency's.",
            null=True,
        ),
        column(
            "issue_date",
            pa.date32(),
            "The partition's day, fixed when the dispatch is first seen: of issued_at, else of the dateline, else of collected_at.",
        ),
        column(
            "issue_date_basis",
            pa.string(),
            "What issue_date was taken from: issued, dateline, sidecar or collected.",
        ),
        column(
            "as_of_date",
            pa.date32(),
            "The day as of which roles are resolved: the best date there is; of a month or a year its last day, and an office then has all who held it in that time.",
        ),
        column(
            "as_of_basis",
            pa.string(),
            "What as_of_date was taken from: issued, dateline, sidecar, titles (no date is stated: the last day on which "
            "all people held the offices that the text gives them) or collected.",
        ),
        column("collected_at", UTC, "When the archive, or the side-car's collector, got it."),
        column("event_dates", pa.list_(EVENT_DATE), "Dates spoken of in the text; offsets in text."),
    ],
    "dateline": [
        column(
            "dateline",
            DATELINE,
            "Where and when it was filed: words, places, date, agencies; offsets in full_text.",
            null=True,
        ),
    ],
    "actors": [
        column(
            "actors",
            pa.list_(ACTOR),
            "People, states, bodies and groups named, each with every mention; offsets in the named field.",
        ),
    ],
    "subjects": [
        column("subjects", pa.list_(SUBJECT), "Subject codes as stated, with their scheme."),
        column("associations", pa.list_(ASSOCIATION), "Items and companions this one is said to go with."),
    ],
    "provenance": [
        column("raw_uri", pa.string(), "Where the raw bytes are in the raw store (depeche raw).", null=True),
        column("raw_sha256", pa.string(), "SHA-256 of the raw bytes."),
        column("raw_name", pa.string(), "The delivered file's name; members of archives after '!/'."),
        column(
            "format",
            pa.string(),
            "Format recognised from the content: newsml12, ninjs, page, text … (`formats.md`).",
        ),
        column("reader_version", pa.string(), "Version of the reader that cleaned it."),
        column("normaliser_version", pa.string(), "Version of the normalisation rules."),
        column("authority_version", pa.string(), "Content hash of the authority used."),
        column(
            "declared_version",
            pa.string(),
            "Hash of what was declared for it: its feed's agency, publisher, language and columns, and the rule of its page's site; null where nothing was.",
            null=True,
        ),
        column("batch_id", pa.string(), "The batch that published it."),
        column("quality_flags", TEXTS, "What to be careful about: contradictions, repairs, guesses."),
    ],
}

DISPATCH_REVISIONS = pa.schema([field for group in GROUPS.values() for field in group])
