"""Heaps of what the normalisers look for: no exception, and no more time than the length warrants."""

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from depeche.normalise.calendar.instants import read_instant
from depeche.normalise.calendar.trailer import trailer
from depeche.normalise.event_dates import event_dates
from depeche.normalise.headline import headline
from depeche.normalise.identity import identity
from depeche.normalise.lifecycle import lifecycle
from depeche.normalise.lifecycle.embargo import embargo
from depeche.normalise.rights import rights
from depeche.normalise.rights.rules import rules
from depeche.normalise.signoff import cut
from normalise_places import dispatch

LENGTH = 75_000
HEAPS = [
    "a/", "a-a/", "ء ", "(", "((", "ATTENTION - ", "ATTENTION ", "(2e version", "EMBARGO ", "EMBARGO until 9 ", "OUT, ",
    "GERMANY AND ", "NO ARCHIVE ", "only in ", "l'", "KILL ", "dépêche a ", "meldung ", "1 ", "12:", "06/07/", "GMT+",
    "le 1 ", "mardi ", "2016-", "\n", "\n\n", " - ", "Eds: ", "source ", "©", "É", "\u0301", "ﷺ", "İ", "\u202e", "٣",
]  # fmt: skip


def everything(text):
    clean = dispatch(text, headline=text, advisory=text, slug=text, embargo_text=None, usage_terms=[text])
    lifecycle(clean, text)
    embargo(clean, [text[:400]])
    rights(clean, text)
    rules(text)
    cut(text)
    cut(f"Un texte.\n\n{text}")
    headline(clean)
    identity(clean, text)
    trailer(text)
    read_instant(text[:120])
    for language in ("fr", "en", "es", "de"):
        event_dates(text, language, clean.collected_at.date())


@pytest.mark.timeout(60)  # it takes seconds; with the square of the length, minutes
@pytest.mark.parametrize("heap", HEAPS)
def test_heaps_take_no_longer_than_their_length_warrants(heap):
    everything((heap * LENGTH)[:LENGTH])


@examples(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from(HEAPS), st.integers(1, 40))
def test_any_words_around_heaps_are_survived(text, heap, times):
    everything(f"{text}{heap * times}{text[::-1]}")
