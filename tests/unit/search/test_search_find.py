"""What a query finds, in which languages, by which filters; and what is said of one that is wrong."""

from contextlib import suppress
from datetime import date

import pytest

from depeche import query, search
from depeche.query import QueryError
from depeche.search import SearchError


@pytest.mark.parametrize(
    ("words", "names"),
    [
        # accents, capitals, other forms of a word
        ("elysee", ["fr"]),
        ("ÉLYSÉE présidents", ["fr"]),
        ("syriennes", ["fr"]),
        ("nation", ["de", "en"]),
        ("haus", ["de"]),
        ("Präsident München", ["de"]),
        ("eleccion espanol", ["es"]),
        ("niño", ["es"]),
        ("eleição brasileira", ["pt"]),
        ("eleico*", ["pt"]),
        ("praesid*", ["de"]),
        ("президент еще", ["ru"]),
        ("προεδρου", ["el"]),
        ("الروسي", ["ar"]),
        ("lodzi zolte", ["pl"]),
        ("obama", ["none"]),
        # scripts without blanks: words of one sign, two, more; none across what is between them
        ("叙利亚", ["zh"]),
        ("普京 停火", ["zh"]),
        ("亚", ["zh"]),
        ("普总", []),
        ("大統領", ["ja"]),
        # all words, one of them, none of them, an order, a beginning, a field
        ("poutine syrie", ["fr"]),
        ("poutine AND alep", ["long"]),
        ("+putin +nations", ["en"]),
        ("poutine -syrie", ["long"]),
        ("poutine NOT (syrie OR élysée)", ["long"]),
        ("alep OR nations headline:cease", ["long", "en"]),
        ("(alep OR nations) headline:cease", ["en"]),
        ('"vladimir poutine"', ["fr"]),
        ('"poutine vladimir"', []),
        ("«cessez le feu»", ["fr"]),
        ("cessez-le-feu", ["fr"]),
        ("feu-cessez", []),
        ("Syrie : dossier « de Poutine » ?", ["fr"]),
        ("Poutine & Syrie - from: Élysée?", []),
        ("syri*", ["fr", "en"]),
        ("headline:syri*", ["fr"]),
        ("headline:(syrie poutine)", ["fr"]),
        ('"not"', []),
    ],
)
def test_what_a_query_finds(ids, words, names):
    assert sorted(ids(words)) == sorted(names)


def test_a_word_in_the_headline_weighs_more(ids):
    assert ids("poutine")[0] == "long"
    assert ids("poutine vladimir OR trêve")[0] == "fr"


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"source": ["afp"]}, ["fr", "long"]),
        ({"source": ["AP", "AFP"]}, ["en", "fr", "long"]),
        ({"language": ["EN"]}, ["en"]),
        ({"country": ["ru"]}, ["fr"]),
        ({"country": ["RUS"]}, ["fr"]),
        ({"actor": ["person:Q7747"]}, ["en", "fr"]),
        ({"actor": ["Q7747"], "source": ["AP"]}, ["en"]),
        ({"kind": ["urgent"]}, ["long"]),
        ({"first": date(2016, 8, 1)}, ["long"]),
        ({"last": date(2016, 7, 6)}, ["en", "fr"]),
        ({"first": date(2016, 7, 7), "last": date(2016, 8, 1)}, []),
    ],
)
def test_filters(ids, filters, names):
    assert sorted(ids("poutine OR putin", **filters)) == names


def test_a_language_with_a_region_is_found_by_both(ids):
    assert ids("brasileiras", language=["pt"]) == ids("brasileiras", language=["pt-br"]) == ["pt"]


def marked(text, marks):
    return [text[start:end] for start, end in marks]


def test_the_snippet_shows_the_words_where_they_are(settings):
    hit = search.find(settings, 'alep "treve d\'alep" commenc*').hits[0]
    assert 100 < len(hit.snippet) <= 202
    assert marked(hit.snippet, hit.marks) == ["trêve d'Alep", "commence"]
    assert hit.snippet[0] == hit.snippet[-1] == "…"
    hit = search.find(settings, "poutine", search.Filters(country=["RU"])).hits[0]
    assert marked(hit.headline, hit.headline_marks) == marked(hit.snippet, hit.marks) == ["Poutine"]
    hit = search.find(settings, "叙利亚 停").hits[0]
    assert marked(hit.snippet, hit.marks) == ["叙利亚", "停"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "nothing to look for"),
        ("&", "nothing to look for in '&'"),
        ('"…"', "no word to look for in '…'"),
        ("NOT", "beside NOT"),
        ("a AND OR b", "beside AND"),
        ("a OR", '"not"'),
        ("()", "nothing to look for"),
        ("-syrie", "add a word to look for"),
        ('"cessez le feu', 'write "cessez le feu"'),
        ("(syrie", "is not closed"),
        ("syrie)", "a ) too many"),
        ("(" * 60 + "a", "flatter"),
        ("*", "Syri*"),
        ("sy*ie", "write sy*"),
        ("*rie", "first letters"),
        ("cessez-le-f*", "for the end of one word"),
        ("source:AFP", "write --source AFP"),
        ("headline:", "beside headline:"),
    ],
)
def test_a_wrong_query_says_what_to_write(settings, words, says):
    with pytest.raises(SearchError) as caught:
        search.find(settings, words)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("filters", "says"),
    [
        ({"source": ["AFPP"]}, "there are AFP, AP"),
        ({"language": ["xx"]}, "there are fr,"),
        ({"kind": ["urgant"]}, "there are urgent"),
        ({"actor": ["Putin"]}, "depeche actors resolve 'Putin'"),
        ({"first": date(2017, 1, 1), "last": date(2016, 1, 1)}, "exchange them"),
    ],
)
def test_a_wrong_filter_says_what_there_is(settings, filters, says):
    with pytest.raises(SearchError) as caught:
        search.find(settings, "poutine", search.Filters(**filters))
    assert says in str(caught.value)


@pytest.mark.parametrize(
    "words", ["\x00", "a" * 100_000, "😀", "é́", "a:b:c", "[x TO y]", "a^2~", "\\", "/x/", "…", "‮"]
)
def test_no_query_does_harm(settings, words):
    with suppress(SearchError):
        search.find(settings, words)


def test_search_in_sql(settings):
    sql = "SELECT d.source, s.score FROM search('{}') s JOIN dispatches d USING (dispatch_id) ORDER BY s.score DESC"
    with query.run(sql.format("poutine OR putin"), settings) as rows:
        found = rows.read_all().to_pylist()
    best = search.find(settings, "poutine OR putin").hits
    assert [(row["source"], row["score"]) for row in found] == [(hit.source, hit.score) for hit in best]
    with query.run(
        "SELECT (SELECT count(*) FROM search(w)) AS n FROM (VALUES ('obama'), (NULL), ('xyzzy')) t(w)",
        settings,
    ) as rows:
        assert sorted(row["n"] for row in rows.read_all().to_pylist()) == [0, 0, 1]
    with (
        pytest.raises(QueryError, match="search\\(\\): a \\( is not closed"),
        query.run(sql.format("(" + "obama"), settings) as rows,
    ):
        rows.read_all()
