"""A lake of a few dispatches in several languages, and its index, made once."""

from datetime import UTC, date, datetime, timedelta

import pytest

import lake_rows
from depeche import lake, query, search
from depeche.records import Actor, Dateline, Place
from lake_rows import dispatch, stage

PUTIN = Actor(
    actor_id="person:Q7747", wikidata_id="Q7747", kind="person", name="Vladimir Putin", country_code="RU",
    office_id=None, cameo_code=None, mentions=[],
)  # fmt: skip
MOSCOW = Dateline(
    text="MOSCOU -", start=0, end=8, date=None, date_precision=None, agencies=[], rule="city",
    places=[Place(text="MOSCOU", city_id=524901, name="Moscow", country_code="RU", country_code3="RUS", admin="48",
                  latitude=55.75, longitude=37.62, rule="city", confidence=0.9)],
)  # fmt: skip
FRENCH = "Le président Vladimir Poutine a reçu à l'Élysée une délégation syrienne. Le cessez-le-feu tient."
LONG = (
    "Rien ne se passe ici, ni là. " * 40
    + "Enfin la trêve d'Alep commence. "
    + "Puis plus rien du tout. " * 40
)


def wire():
    return [
        dispatch("fr", FRENCH, headline="La Syrie, dossier de Poutine", actors=[PUTIN], dateline=MOSCOW),
        dispatch("long", LONG, headline="Poutine", issue_date=date(2016, 8, 2), kind="urgent"),
        dispatch("en", "Nations agreed. President Putin went to Syria.", language="en", source="AP",
                 headline="Cease-fire", actors=[PUTIN]),
        dispatch("de", "Die Häuser in Muenchen. Praesidenten der Vereinten Nationen.", language="de", source="DPA"),
        dispatch("es", "Las elecciones españolas, según los niños.", language="es", source="EFE"),
        dispatch("pt", "As eleições brasileiras.", language="pt-BR", source="LUSA"),
        dispatch("ru", "Ещё раз президента Путина ждали в Сирии.", language="ru", source="TASS"),
        dispatch("el", "Ο Πρόεδρος της Ελλάδας.", language="el", source="ANA"),
        dispatch("ar", "الرئيس الرُّوسي فلاديمير بوتين", language="ar", source="SANA"),
        dispatch("zh", "普京总统在叙利亚宣布停火", language="zh-Hans", source="XINHUA"),
        dispatch("ja", "プーチン大統領はシリアで停戦を発表した。", language="ja", source="KYODO"),
        dispatch("pl", "Prezydent Łodzi i żółte tulipany.", language="pl", source="PAP"),
        dispatch("none", "Obama", language=None, source="UNKNOWN"),
    ]  # fmt: skip


@pytest.fixture(scope="session")
def empty_lake(tmp_path_factory):
    home = tmp_path_factory.mktemp("lake")
    lake.ensure(lake_rows.settings(home), query.definitions())
    return home


@pytest.fixture(scope="session")
def settings(empty_lake, tmp_path_factory):
    home = tmp_path_factory.mktemp("archive")
    lake_rows.copy_lake(empty_lake, home)
    settings = lake_rows.settings(home)
    lake.publish(stage(home, "b1", wire()), settings)
    search.update(settings)
    return settings


@pytest.fixture
def ids(settings):
    """The last part of the ids of what a query finds, best first."""

    def ids(words, **filters):
        found = search.find(settings, words, search.Filters(**filters))
        assert found.total == len(found.hits)
        return [hit.dispatch_id.rpartition(":")[2] for hit in found.hits]

    return ids


@pytest.fixture
def hour():
    """An hour from now, to the second."""
    return datetime.now(UTC).replace(microsecond=0) + timedelta(hours=1)
