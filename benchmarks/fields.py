"""Language, issue date, kind, usage terms and sign-off: the words of a text against what its metadata state.

    python benchmarks/fields.py GOLD... [--misses]

GOLD is any file the archive reads, or a folder of them. Each dispatch is normalised once as
delivered and once without the metadata in question; where both say something they are compared.

- ``language``: told by the words, against the stated language.
- ``day``: of the dateline in the text, against the day of the stated issue time (a day apart is right:
  a dispatch is often sent after the day that it is dated from).
- ``kind``: by headline, slug and first lines, against item type and genre other than "news".
- ``terms``: stated usage terms of which a rule could be read.
- ``signed``: texts of a wire whose end was cut as a sign-off; a share, there is no gold.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from depeche import authority, settings
from depeche.authority import Authority
from depeche.clean import clean
from depeche.normalise.dateline import dateline
from depeche.normalise.dates import stated
from depeche.normalise.language import language
from depeche.normalise.lifecycle import lifecycle
from depeche.normalise.rights.rules import rules
from depeche.normalise.signoff import cut
from depeche.records import CleanDispatch, Reject
from payloads import delivered

FIELDS = ("language", "day", "kind", "terms", "signed")


def dispatches(paths: list[Path]) -> Iterator[CleanDispatch]:
    """Every dispatch in the files; what is refused is passed over."""
    for path in (file for one in paths for file in (sorted(one.rglob("*")) if one.is_dir() else [one])):
        if not path.is_file():
            continue
        raw = delivered(path.name, path.read_bytes())
        try:
            yield from (one for one in clean(raw) if isinstance(one, CleanDispatch))
        except Reject:
            continue


def compared(item: CleanDispatch, book: Authority) -> Iterator[tuple[str, object, object]]:
    """(field, what is stated, what the words say), for each field of which both say something."""
    try:
        told = language(msgspec.structs.replace(item, language_text=None), item.text)[0]
    except Reject:
        told = None
    said = language(item, "")[0]
    if said and told:
        yield "language", said.split("-")[0], told.split("-")[0]
    try:
        instant, _ = stated(item)
    except Reject:
        instant = None
    bare = msgspec.structs.replace(item, dateline_text=None, dateline_date_text=None, location=None)
    printed = dateline(bare, instant.at.date() if instant else None, None, book)[0]
    if instant and printed and printed.date:
        apart = abs((instant.at.date() - date.fromisoformat(printed.date)).days)
        yield "day", str(instant.at.date()), str(instant.at.date()) if apart <= 1 else printed.date
    kind = lifecycle(item, item.text).kind
    mute = msgspec.structs.replace(item, kind_text=None, genres=[], signal_texts=[])
    by_words = lifecycle(mute, item.text).kind
    coded = lifecycle(msgspec.structs.replace(item, headline=None, slug=None, advisory=None), "").kind
    if coded not in (None, "news") and by_words:
        yield "kind", kind, by_words
    for term in item.usage_terms:
        yield "terms", True, bool(rules(term))
    if item.format not in ("page", "rss", "atom", "jsonfeed"):
        yield "signed", True, cut(item.text, [])[1] is not None


def main() -> None:
    """Print a line a field."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="+", help="files that the archive reads, or folders of them")
    parser.add_argument("--misses", action="store_true", help="print what differs")
    options = parser.parse_args()
    config = settings.load()
    book = authority.load(config.authority, config.cache)
    counts: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for item in dispatches(options.gold):
        for field, said, found in compared(item, book):
            counts[field] += 1
            right[field] += said == found
            if options.misses and said != found and field != "signed":
                print(
                    f"{field} {item.name}: stated {said}, read {found}: {(item.headline or item.text)[:60]!r}"
                )
    for field in FIELDS:
        if counts[field]:
            print(f"{field}: {right[field]} of {counts[field]} ({right[field] / counts[field]:.3f})")


if __name__ == "__main__":
    main()
