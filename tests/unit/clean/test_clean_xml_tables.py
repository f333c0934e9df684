"""The tables of the XML readers hold: what is mapped reaches its field, what is ignored changes nothing."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from depeche.clean.newsmlg2 import mapping as newsmlg2_mapping
from depeche.clean.nitf import mapping as nitf_mapping
from depeche.clean.syndication import atom, rss
from depeche.records import CleanDispatch
from xml_documents import atom_entry, newsmlg2, nitf, rss_item

Read = Callable[..., CleanDispatch]
Make = Callable[[str, str], str]
VALUE = "9 Value-of-it"
READERS: dict[str, tuple[Make, dict[str, tuple[str, str]], dict[str, str]]] = {
    "nitf": (nitf, nitf_mapping.MAPPED, nitf_mapping.IGNORED),
    "newsmlg2": (newsmlg2, newsmlg2_mapping.MAPPED, newsmlg2_mapping.IGNORED),
    "rss": (rss_item, rss.MAPPED, rss.IGNORED),
    "atom": (atom_entry, atom.MAPPED, atom.IGNORED),
}
# Paths that only count beside others, or that tell and do not say.
BESIDE = {
    f"{nitf_mapping.DOC}@management-idref-status",
    *(
        f"{nitf_mapping.SUBJECT}@tobject.subject.{name}"
        for name in ("ipr", "matter", "detail", "qualifier", "type")
    ),
    f"{nitf_mapping.DOC}/correction@info",
    "head/pubdata@ex-ref",
    "itemMeta/itemClass",
    f"{newsmlg2_mapping.MEMBER}/itemClass",
}
MAPPED = [
    (reader, path) for reader, (_, mapped, _) in READERS.items() for path in mapped if path not in BESIDE
]
IGNORED = [
    (reader, path)
    for reader, (_, _, ignored) in READERS.items()
    for path in ignored
    if "*" not in path
    and "//" not in path
    and not path.startswith(("head/meta[", "contentSet", "channel@", "rss@", "feed@"))
]


@pytest.mark.parametrize(("reader", "path"), MAPPED)
def test_every_mapped_path_reaches_its_field(read: Read, reader: str, path: str) -> None:
    make, mapped, _ = READERS[reader]
    field = mapped[path][0]
    before, after = read(make("", VALUE)), read(make(path, VALUE))
    assert after.unmapped == []
    said, unsaid = getattr(after, field), getattr(before, field)
    assert said != unsaid
    assert said == 9 or "9" in str(said) or "Value-of-it" in str(said)


@pytest.mark.parametrize(("reader", "path"), IGNORED)
def test_what_is_ignored_changes_nothing(read: Read, reader: str, path: str) -> None:
    make, _, _ = READERS[reader]
    before, after = read(make("", VALUE)), read(make(path, VALUE))
    assert {**msgspec.to_builtins(after), "raw_sha256": ""} == {
        **msgspec.to_builtins(before),
        "raw_sha256": "",
    }


@pytest.mark.parametrize("reader", READERS)
def test_no_path_is_both_and_every_field_exists(reader: str) -> None:
    _, mapped, ignored = READERS[reader]
    assert not set(mapped) & set(ignored)
    assert {field for field, _ in mapped.values()} <= {f.name for f in msgspec.structs.fields(CleanDispatch)}
    assert all(ignored.values())


@pytest.mark.parametrize(
    ("reader", "path"),
    [("nitf", "head/mood"), ("nitf", "head/docdata/urgency@mood"), ("newsmlg2", "itemMeta/mood"),
     ("newsmlg2", "contentMeta/headline@mood"), ("newsmlg2", "contentMeta/subject/mood"), ("rss", "mood"), ("atom", "mood")],
)  # fmt: skip
def test_what_no_table_knows_is_reported(read: Read, reader: str, path: str) -> None:
    assert read(READERS[reader][0](path, "calm")).unmapped == [path]
