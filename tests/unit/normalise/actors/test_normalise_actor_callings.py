"""Common names beside a trade, which are not those of the statesmen we know, and names that are all the same."""

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "Le député Paul Martin a été entendu mercredi à Lyon.", date(2018, 5, 12)),
        ("en", "The actor James Brown was arrested on Tuesday.", date(2008, 3, 2)),
        ("en", "James Brown, a drummer, was arrested on Tuesday.", date(2008, 3, 2)),
        ("en", "Guitarist Peter Robinson died on Friday.", date(2009, 2, 3)),
        ("es", "El fiscal José Luis Rodríguez pidió diez años.", date(2012, 3, 3)),
        ("es", "El cantante Miguel Rodríguez actuó el lunes.", date(2023, 2, 3)),
        ("es", "El futbolista argentino Juan Carlos Pérez fue detenido.", date(2015, 11, 1)),
        ("de", "Der Stürmer Peter Robinson traf dreimal.", date(2012, 11, 1)),
    ],
)
def test_a_common_name_beside_a_trade_is_somebody_elses(find_rules, language, text, day):
    assert "full_name" not in {rule for _, rule in find_rules(text, language, day).values()}


@pytest.mark.parametrize(
    ("language", "text", "day", "name"),
    [
        ("fr", "L'attaquant George Weah a inscrit deux buts.", date(1999, 5, 12), "George Weah"),
        ("en", "The actor Ronald Reagan became president in 1981.", date(1995, 2, 3), "Ronald Reagan"),
        ("fr", "Le général Charles de Gaulle lança son appel.", date(1990, 6, 18), "Charles de Gaulle"),
        ("en", "Economist Mario Draghi was named to head it.", date(2004, 1, 3), "Mario Draghi"),
        ("en", "Former banker Emmanuel Macron resigned.", date(2016, 8, 30), "Emmanuel Macron"),
        ("fr", "L'avocat Abdoulaye Wade avait fondé son parti.", date(2010, 11, 3), "Abdoulaye Wade"),
        ("en", "Cricketer Imran Khan went home to Pakistan.", date(1995, 3, 3), "Imran Khan"),
        ("es", "El comediante Jimmy Morales ganó en Guatemala.", date(2015, 10, 25), "Jimmy Morales"),
        ("fr", "Le Canadien Paul Martin, avocat de formation, a réagi.", date(2018, 5, 12), "Paul Martin"),
        ("en", "Prime Minister Gordon Brown met singer Bono.", date(2008, 5, 12), "Gordon Brown"),
        ("en", "Lawmaker Gordon Brown voted.", date(2013, 5, 12), "Gordon Brown"),
        ("es", "El senador Álvaro Uribe votó.", date(2015, 5, 12), "Álvaro Uribe"),
        ("en", "Mohammed Hosni Mubarak is ill.", date(2016, 5, 12), "Hosni Mubarak"),
    ],
)
def test_a_name_that_is_ours_for_all_that(find, language, text, day, name):
    assert any(name.split()[-1] in one for one in find(text, language, day).values())
