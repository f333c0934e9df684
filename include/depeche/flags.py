"""The closed list of quality flags that normalising and publishing set: code → meaning.

The list in ``docs/columns.md`` is made from it, and a test holds every flag in the code to
it. The readers' own flags are in ``docs/formats.md``.
"""

from __future__ import annotations

FLAGS: dict[str, str] = {
    # source
    "source_conflict": "Text and metadata name different issuers; the metadata's counts.",
    "source_several": "Several agencies issued parts of the page; the first counts.",
    "source_joint": "Several agencies sign together; the first counts.",
    "source_contributor_only": "Agencies only contributed: the publisher issued it, so source is UNKNOWN.",
    "source_agencies_unnamed": "Agencies issued it, but none is named (“Agences”); source is UNKNOWN.",
    # dateline
    "dateline_unread": "The format's dateline is not understood; its words are kept.",
    "dateline_year_guessed": "The dateline has no year; the one next to the issue date was taken.",
    "dateline_year_unknown": "The dateline has no year and nothing tells it; its date is null.",
    "dateline_disagrees": "Dateline and metadata name different places or dates; both are kept.",
    "dateline_date_absurd": "The dateline's date is no day of the calendar, or before there were agencies; its date is null.",
    "dateline_in_future": "The dateline's date is after the collection; it was not used.",
    # dates
    "timezone_unknown": "A time without its zone; read as UTC, it counts as a day.",
    "day_month_assumed": "Day and month in figures that may be either (6/7); the day was taken to stand first.",
    "issued_at_unreadable": "The issue time cannot be read; null, the words kept.",
    "issued_at_placeholder": "1970-01-01 00:00 stands for nothing; null.",
    "created_at_unreadable": "The time of creation cannot be read, or cannot be (1970-01-01 00:00, before 1800, over a day after the collection); null.",
    "modified_at_unreadable": "The time of the last change cannot be read, or cannot be, as that of creation; null.",
    "sidecar_date_unreadable": "The side-car's issued_at cannot be read; not used.",
    "dates_disagree": "Issue time and dateline are a week or more apart; the issue time counts.",
    # language, headline
    "language_disagrees": "The words are plainly in another language than stated.",
    "language_text_unknown": "What is stated is no language.",
    "headline_from_text": "The headline was printed above the text; the metadata have none.",
    "headline_long": "Longer than any headline: a paragraph has come into its place.",
    # lifecycle
    "urgency_from_priority": "No urgency stated; the transmission's priority stands for it.",
    "urgency_unreadable": "The urgency is no figure from 1 to 9; null.",
    "status_unreadable": "The status is unknown; the dispatch is withheld.",
    "status_conflict": "Words withdraw what the status calls usable; it is canceled.",
    "embargo_unreadable": "An embargo whose end cannot be read; the dispatch is withheld.",
    "embargo_zone_assumed": "The embargo's hour has no zone; UTC was taken.",
    "embargo_year_assumed": "The embargo's date has no year; the one next to the issue date was taken.",
    "embargo_day_assumed": "The embargo has an hour, perhaps a weekday, but no date; the next after the issue time was taken.",
    "embargo_day_only": "The embargo has no hour; it holds to the end of the day.",
    # publishing
    "text_withheld": "The usage terms forbid archiving: text and words quoted from it are blank.",
    "revision_assigned": "The revision's number was given by the archive, not by the agency.",
}
