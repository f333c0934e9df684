"""Which revision an XML item is, when it was changed, and until when it may not be released."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from depeche.records import CleanDispatch
from xml_documents import atom_said, g2_said, nitf_said, rss_said

Read = Callable[..., CleanDispatch]
# The head's changes in no order, one without a time that can be read.
HISTORY = (
    '<date.issue norm="20200104"/></docdata><revision-history norm="20200102"/><revision-history norm="20200103T090000Z"/>'
    '<revision-history norm="20200103T080000Z"/><revision-history norm="later"/><docdata>'
)


@pytest.mark.parametrize(
    "document",
    [
        nitf_said('<du-key version="{0}"/>'),
        nitf_said('<du-key generation="{0}"/>'),
        g2_said().replace("<newsItem>", '<newsItem version="{0}">'),
        atom_said(
            "<NewsManagement><ManagementSequenceNumber>{0}</ManagementSequenceNumber></NewsManagement>"
        ),
    ],
)
@pytest.mark.parametrize(
    ("said", "revision"),
    [("3", 3), ("20210312094510", 20210312094510), ("9" * 40, None), ("draft-B", None), ("²", None)],
)
def test_a_revision_is_kept_whole_or_flagged(
    read: Read, document: str, said: str, revision: int | None
) -> None:
    found = read(document.format(said))
    assert (found.revision, "revision_unreadable" in found.quality_flags) == (revision, revision is None)


def test_a_revision_inside_flags_only_where_none_is_stated_around_it(read: Read) -> None:
    document = nitf_said("<du-key version='draft-B'/>")
    inside = f"<contentSet><inlineXML>{document}</inlineXML></contentSet>"
    assert read(f"<newsItem>{inside}</newsItem>").quality_flags == ["revision_unreadable"]
    assert read(f'<newsItem version="2">{inside}</newsItem>').quality_flags == []


@pytest.mark.parametrize(
    ("said", "issued", "modified", "flags"),
    [
        (atom_said("<published>2020-01-01</published><updated>2020-01-02</updated>"), "2020-01-01", "2020-01-02", []),
        (atom_said("<updated>2020-01-02</updated>"), "2020-01-02", "2020-01-02", ["issued_at_is_modified"]),
        (rss_said("<dc:date>2020-01-01</dc:date><dcterms:modified>2020-01-02</dcterms:modified>"), "2020-01-01", "2020-01-02", []),
        (rss_said("<atom:updated>2020-01-02</atom:updated>"), "2020-01-02", "2020-01-02", ["issued_at_is_modified"]),
        (g2_said("<versionCreated>2020-01-01</versionCreated>", "<contentModified>2020-01-02</contentModified>"), "2020-01-01", "2020-01-02", []),
        (g2_said("", "<contentModified>2020-01-02</contentModified>"), "2020-01-02", "2020-01-02", ["issued_at_from_content"]),
        (nitf_said(HISTORY), "20200104", "20200103T090000Z", []),
    ],
)  # fmt: skip
def test_when_it_was_changed(read: Read, said: str, issued: str, modified: str, flags: list[str]) -> None:
    found = read(said)
    assert (found.issued_at_text, found.modified_at_text, found.unmapped) == (issued, modified, [])
    assert found.quality_flags == flags


@pytest.mark.parametrize(
    ("released", "is_embargo"),
    [
        ("20160707T080000Z", True),
        ("Thu, 07 Jul 2016 08:00:00 +0200", True),
        ("20160707", True),
        ("18:00 GMT", True),
        ("20160706T200000Z", False),
        ("20160706T190000Z", False),
        ("Wed, 06 Jul 2016 20:00:00 +0200", False),
        ("20160706", False),
    ],
)
def test_a_release_after_the_issue_is_an_embargo(read: Read, released: str, is_embargo: bool) -> None:
    found = read(nitf_said(f'<date.issue norm="20160706T200000Z"/><date.release norm="{released}"/>'))
    assert found.embargo_text == (released if is_embargo else None)
    reported = [] if is_embargo or released == found.issued_at_text else ["head/docdata/date.release@norm"]
    assert found.unmapped == reported
