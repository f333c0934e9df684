"""Offices in French, Spanish, Italian and Portuguese: what stands around them decides whose they are."""

from datetime import date

import pytest

# Language, text, and everybody and everything found in it.
OFFICES = [
    # Held on the day all the same, or by somebody who is not the one spoken of before.
    ("pt", "Dilma Rousseff e o presidente em exercício Michel Temer", {"Dilma Rousseff": "Dilma Rousseff", "presidente em exercício Michel Temer": "Michel Temer"}),
    ("it", "il premier spagnolo uscente Mariano Rajoy", {"premier spagnolo uscente Mariano Rajoy": "Mariano Rajoy"}),
    ("it", "Il presidente Sergio Mattarella e il presidente emerito Giorgio Napolitano", {"presidente Sergio Mattarella": "Sergio Mattarella", "presidente emerito Giorgio Napolitano": "Giorgio Napolitano"}),
    ("es", "el jefe del Ejecutivo español en funciones, Mariano Rajoy, viajó", {"jefe del Ejecutivo español": "Mariano Rajoy", "Mariano Rajoy": "Mariano Rajoy"}),
    ("pt", "O presidente peruano Ollanta Humala e o presidente eleito falaram", {"presidente peruano Ollanta Humala": "Ollanta Humala"}),
    ("fr", "L'alors Premier ministre français a refusé", {}),
    ("fr", "le président François Hollande. Le président Dupont a dit", {"président François Hollande": "François Hollande"}),
    ("fr", "le président François Hollande et le président en exercice de la Cédéao", {"président François Hollande": "François Hollande", "Cédéao": "Ecowas"}),
    # Of a region, a town or a company.
    ("it", "il presidente del Consiglio regionale ha detto", {}),
    ("it", "il presidente del Consiglio di amministrazione ha detto", {}),
    ("es", "el presidente del Gobierno vasco dijo", {}),
    ("pt", "o presidente do Governo Regional da Madeira disse", {}),
    ("fr", "le président du Conseil général du Nord a dit", {}),
    # What somebody is to be.
    ("pt", "o empresário foi eleito presidente do Brasil", {}),
    ("fr", "il a été nommé Premier ministre français", {}),
    ("es", "fue elegido presidente de Chile", {}),
    # A plural that only its article tells.
    ("it", "i premier di Italia e Spagna", {"premier di Italia": "Matteo Renzi", "Spagna": "Mariano Rajoy"}),
    ("it", "Silvio Berlusconi è morto. Marina Berlusconi, la figlia", {"Silvio Berlusconi": "Silvio Berlusconi"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "found"), OFFICES)
def test_what_stands_around_an_office_says_whose_it_is(find, language, text, found):
    made = find(text, language)
    assert {words: name for words, name in made.items() if words != name or words in found} == found


# Language, day, text, words, who is meant.
OF_A_DAY = [
    # The economy alone, and with the finances.
    ("fr", "2016-07-06", "le ministre français de l'Economie a dit", "ministre français de l'Economie", "Emmanuel Macron"),
    ("fr", "2019-07-06", "le ministre français de l'Economie a dit", "ministre français de l'Economie", "Bruno Le Maire"),
    ("es", "2016-07-06", "el ministro de Economía español dijo", "ministro de Economía español", "Luis de Guindos"),
    ("es", "2005-07-06", "el ministro de Economía español dijo", "ministro de Economía español", "Pedro Solbes"),
    ("it", "2016-07-06", "il ministro dell'Economia Padoan", "ministro dell'Economia Padoan", "Pier Carlo Padoan"),
    # A capital letter before the surname that is the office's.
    ("it", "2016-07-06", "il ministro degli Esteri Gentiloni ha detto", "ministro degli Esteri Gentiloni", "Paolo Gentiloni"),
    ("fr", "2016-07-06", "le ministre français de la Défense Le Drian", "ministre français de la Défense Le Drian", "Jean-Yves Le Drian"),
    # 1944 to 1990.
    ("fr", "1985-07-06", "le Premier ministre français a dit", "Premier ministre français", "Laurent Fabius"),
    ("fr", "1985-07-06", "le chancelier ouest-allemand a dit", "chancelier ouest-allemand", "Helmut Kohl"),
    ("fr", "1985-11-19", "le numéro un soviétique a quitté Genève", "numéro un soviétique", "Mikhail Gorbachev"),
    ("fr", "1979-12-27", "M. Brejnev a reçu", "M. Brejnev", "Leonid Brezhnev"),
    ("es", "1962-10-25", "el líder soviético respondió", "líder soviético", "Nikita Khrushchev"),
    ("es", "1982-05-02", "el presidente argentino, general Galtieri", "presidente argentino", "Leopoldo Galtieri"),
    ("es", "1981-02-23", "el presidente del Gobierno, Adolfo Suárez", "presidente del Gobierno", "Adolfo Suárez"),
    ("it", "1957-03-25", "il cancelliere Adenauer e il Papa", "Papa", "Pius XII"),
    ("it", "1957-03-25", "La Germania occidentale ha firmato", "Germania occidentale", "West Germany"),
    ("it", "1978-05-09", "il presidente del Consiglio ha detto", "presidente del Consiglio", "Giulio Andreotti"),
    ("pt", "1972-07-06", "a RDA e a RFA. O acordo", "RFA", "West Germany"),
    ("pt", "1972-07-06", "O Presidente do Conselho, Marcello Caetano, disse", "Presidente do Conselho", "Marcelo Caetano"),
    ("pt", "1983-07-06", "o presidente brasileiro disse", "presidente brasileiro", "João Figueiredo"),
    # Names and words that the tables did not have.
    ("it", "2016-07-06", "il presidente Usa ha detto", "presidente Usa", "Barack Obama"),
    ("it", "2016-07-06", "il ministro degli Esteri della Federazione russa", "ministro degli Esteri della Federazione russa", "Sergey Lavrov"),
    ("it", "2016-07-06", "il governatore di Bankitalia ha detto", "governatore di Bankitalia", "Ignazio Visco"),
    ("es", "2016-07-06", "el gobernador del Banco de España dijo", "gobernador del Banco de España", "Luis María Linde"),
    ("es", "1983-10-25", "la invasión de Granada por EEUU", "Granada", "Grenada"),
    ("es", "2016-07-06", "el primer ministro de Granada", "primer ministro de Granada", "Keith Mitchell"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "day", "text", "words", "name"), OF_A_DAY)
def test_who_held_what_on_the_day(find, language, day, text, words, name):
    assert find(text, language, date.fromisoformat(day))[words] == name


NOBODY = [
    ("en", "the German economy minister said"),
    ("fr", "le ministre allemand de l'Economie a dit"),
    ("pt", "o ministro da Economia português disse"),
    # A town of the state's name, a given name, namesakes with another second surname.
    ("es", "La policía de Granada detuvo a dos. El Granada venció"),
    ("es", "El temporal azotó las islas. En la Península la lluvia llegó el martes por la tarde a Granada."),
    ("es", "El entrenador Mauricio Pellegrino llegó"),
    ("pt", "o seu segundo Maurício Gomes chegou"),
    ("es", "cantó José García López"),
    ("pt", "o treinador Jorge Jesus"),
    # A longer name.
    ("it", "In Italia la Lega Calcio ha deciso"),
    ("fr", "HOLLANDE DOIT PARTIR"),
]


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_none_of_the_authority_is_meant(find, language, text):
    assert not [name for words, name in find(text, language).items() if name not in (words, "Italy")]
