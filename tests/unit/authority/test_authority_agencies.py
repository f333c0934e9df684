"""The list of agencies, and looking them up."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from depeche.authority import agencies
from depeche.authority.agencies import inflect, noise, seed
from depeche.authority.agencies import printed as agency_print
from depeche.settings import PROJECT, SettingsError

SEEDS = PROJECT / "seeds" / "authority"
LISTED = seed.read(SEEDS)
INDEX = agencies.open_index(agencies.build(SEEDS))
TODAY = date(2016, 7, 6)


def named(text: str, on: date = TODAY) -> list[tuple[str, str]]:
    """(id, words) of every hit."""
    return [(hit.agency.agency_id, text[hit.start : hit.end]) for hit in INDEX.scan(text, on)]


def test_the_list_is_long_sorted_and_each_entry_has_a_checkable_reference() -> None:
    raw = yaml.safe_load((SEEDS / "agencies.yml").read_text(encoding="utf-8"))
    assert len(raw) >= 120
    assert list(raw) == sorted(raw)
    assert all(re.match(r"https?://\S+\.\S+", entry["reference"]) for entry in raw.values())


def test_ids_and_wikidata_ids_are_unique_and_well_formed() -> None:
    links = [agency.wikidata_id for agency in LISTED.agencies if agency.wikidata_id]
    assert len(links) == len(set(links))
    assert all(re.fullmatch(r"Q[1-9]\d*", link) for link in links)
    assert {a.agency_id for a in LISTED.aliases} == {a.agency_id for a in LISTED.agencies}


def test_no_trusted_alias_names_two_agencies_of_the_same_time() -> None:
    owners = defaultdict(set)
    for alias in LISTED.aliases:
        if alias.tier in ("name", "strong"):
            owners[alias.text.lower()].add(alias.agency_id)
    for text, ids in owners.items():
        lives = [INDEX.agencies[one] for one in ids]
        for year in range(1830, 2030):
            assert sum(agency.alive(year) for agency in lives) <= 1, (text, year)


@pytest.mark.parametrize(
    ("agency_id", "wikidata_id"),
    [("AFP", "Q40464"), ("REUTERS", "Q130879"), ("AP", "Q40469"), ("HAVAS", "Q2826560"), ("ATS", "Q430109")],
)
def test_the_great_agencies_are_linked(agency_id: str, wikidata_id: str) -> None:
    agency = INDEX.get(agency_id)
    assert agency is not None
    assert agency.wikidata_id == wikidata_id


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("selon l'AFP mardi", ("AFP", "AFP")),
        ("موسكو (أ ف ب) -", ("AFP", "أ ف ب")),
        ("وقال لفرانس برس", ("AFP", "فرانس برس")),
        ("据法新社报道", ("AFP", "法新社")),
        ("МОСКВА (ТАСС)", ("TASS", "ТАСС")),
        ("Berne (A. T. S.) —", ("ATS", "A. T. S.")),
        ("Agence\nFrance-Presse", ("AFP", "Agence\nFrance-Presse")),
        ("l'agence Stefani", None),
        ("dpa-AFX", ("DPA", "dpa-AFX")),
    ],
)
def test_scan_finds_scripts_and_abbreviations(text: str, found: tuple[str, str] | None) -> None:
    assert (found in named(text)) if found else named(text) == []


def test_scan_leaves_the_common_noun_out_but_keeps_it_in_a_name() -> None:
    assert named("l'agence Belga annonce") == [("BELGA", "Belga")]
    assert named("l'Agence Havas annonce", date(1900, 1, 1)) == [("HAVAS", "Agence Havas")]


@pytest.mark.parametrize("text", ["www.afp.com", "@afp", "afp_fr", "DAFPN", "Reuters.com", "xAFP", "AFP2"])
def test_scan_takes_no_part_of_a_word_or_address(text: str) -> None:
    assert [hit for hit in named(text) if hit[0] in ("AFP", "REUTERS")] == []


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Deutsche Presse-Agentur", ["Deutschen Presse-Agentur"]),
        (
            "Evangelischer Pressedienst",
            ["Evangelische Pressedienst", "Evangelischen Pressedienst", "Evangelischem Pressedienst",
             "Evangelischen Pressediensts", "Evangelischen Pressedienstes"],
        ),
        ("Schweizer Depeschenagentur", []),
        ("Athener Nachrichtenagentur", []),
    ],
)  # fmt: skip
def test_german_names_are_inflected(name: str, forms: list[str]) -> None:
    assert inflect.inflected(name) == forms


def test_an_agency_is_not_found_before_it_began_nor_after_its_end() -> None:
    for text, first, last in (("Havas", 1835, 1944), ("DNB", 1933, 1945), ("AFP", 1944, None)):
        assert named(text, date(first, 1, 1))
        assert named(text, date(first - 1, 12, 31)) == []
        if last is not None:
            assert named(text, date(last, 12, 31))
            assert named(text, date(last + 1, 1, 1)) == []


def test_one_name_goes_to_the_agency_of_its_time() -> None:
    assert named("Europapress", date(1936, 1, 1))[0][0] == "EUROPAPRESS"
    assert named("Europapress", TODAY)[0][0] == "EUROPA_PRESS"


@pytest.mark.parametrize(
    ("words", "on", "agency_id", "printed"),
    [
        ("Havaa", date(1930, 1, 1), "HAVAS", "Havaa"),
        ("Havàs", date(1930, 1, 1), "HAVAS", "Havàs"),
        ("A.P.P.", date(1975, 1, 1), "AFP", "A.P.P."),
        ("lDNB", date(1934, 1, 1), "DNB", "lDNB"),
        ("Unitcd Press", date(1950, 1, 1), "UPI", "Unitcd Press"),
        (" Reutor .", date(1950, 1, 1), "REUTERS", "Reutor"),
    ],
)
def test_misprints_within_one_edit(words: str, on: date, agency_id: str, printed: str) -> None:
    assert INDEX.word(words, on) is None
    hit = INDEX.word(words, on, noisy=True)
    assert hit is not None
    assert (hit.agency.agency_id, hit.tier, words[hit.start : hit.end]) == (agency_id, "noisy", printed)


@pytest.mark.parametrize(
    "words", ["Paris", "Impar", "AB", "Suisse", "1234", "", "photo", "Bern", "Fin", "suite"]
)
def test_other_words_are_no_misprints(words: str) -> None:
    assert INDEX.word(words, TODAY, noisy=True) is None


@pytest.mark.parametrize(
    ("words", "agency_id"),
    [
        ("AFP", "AFP"), ("afp.com", "AFP"), ("https://www.afp.com/", "AFP"), ("أ ف ب", "AFP"), ("dpa", "DPA"),
        ("A.F.P.", "AFP"), ("Agence France-Presse", "AFP"), ("TT", "TT"), ("Le Monde", None), ("", None), ("tt", None),
    ],
)  # fmt: skip
def test_party_resolves_what_metadata_say(words: str, agency_id: str | None) -> None:
    agency = INDEX.party(words, TODAY)
    assert (agency.agency_id if agency else None) == agency_id


@given(st.text(max_size=200), st.dates())
def test_no_text_breaks_the_lookups(text: str, on: date) -> None:
    for hit in INDEX.scan(text, on):
        assert 0 <= hit.start < hit.end <= len(text)
        assert hit.agency.alive(on.year)
    INDEX.word(text, on, noisy=True)
    INDEX.party(text, on)


@given(st.text(max_size=100))
def test_lower_keeps_offsets(text: str) -> None:
    assert len(agency_print.lower("İ" + text)) == len(text) + 1


@given(st.text("abcdefé", min_size=4, max_size=9), st.integers(0, 8), st.sampled_from("xyz"))
def test_near_finds_every_single_edit(word: str, at: int, letter: str) -> None:
    word = noise.fold(word)
    deletions = noise.index([word])
    at = min(at, len(word) - 1)
    edits = [word[:at] + letter + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + word[at + 1 :]]
    for edited in edits:
        if len(edited) >= noise.SHORTEST:
            assert noise.near(edited, deletions) == [word]
    assert noise.near(word + "xy", deletions) == []


def _broken(folder: Path, text: str) -> Path:
    (folder / "agencies.yml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "mapping"),
        ("[1, 2]", "mapping"),
        ("a: [", "not YAML"),
        ("afp: {name: x, names: {}, reference: r}", "upper-case"),
        ("AFP: {name: x, names: {}}", "reference"),
        ("AFP: {name: x, names: {}, reference: r, wikidata: 40464}", "AFP"),
        ("AFP: {name: x, names: {}, reference: r, wikidata: Q0}", "Q40464"),
        ("AFP: {name: x, names: {}, reference: r, country: FRA}", "alpha-2"),
        ("AFP: {name: x, names: {}, reference: r, founded: 1950, dissolved: 1940}", "before it was founded"),
        ("AFP: {name: x, names: {}, reference: r, wierd: 1}", "wierd"),
    ],
)
def test_a_wrong_list_says_what_is_wrong(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(SettingsError, match=says):
        agencies.build(_broken(tmp_path, text))


def test_a_missing_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"agencies\.yml"):
        agencies.build(tmp_path)
