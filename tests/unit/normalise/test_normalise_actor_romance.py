"""Offices and states in French, Spanish, Italian and Portuguese: what stands around them decides whose they are."""

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


NAMED_AFTER = [
    ("fr", "Air Sénégal et la Coupe de France"),
    ("fr", "le Grand Prix d'Autriche"),
    ("it", "Telecom Italia e il Giro d'Italia"),
    ("es", "Petróleos de Venezuela y la Copa de Chile"),
    ("es", "El Canal de Panamá fue ampliado"),
    ("pt", "a Volta a Portugal, a Taça de Portugal"),
]


@pytest.mark.parametrize(("language", "text"), NAMED_AFTER)
def test_a_company_or_event_named_after_a_state_is_not_the_state(find, language, text):
    assert find(text, language) == {}


def test_the_same_words_without_a_capital_leave_the_state_what_it_is(find):
    assert find("la coupe dont la France a bu", "fr") == {"France": "France"}


ACTING = [
    ("fr", "Berlin a demandé à Moscou de retirer ses troupes", "Moscou", "Russian government"),
    ("it", "La Germania chiede a Roma di spiegare", "Roma", "Italian government"),
    ("es", "MADRID EXIGE A LONDRES QUE RETIRE LAS AMENAZAS", "LONDRES", "British government"),
    ("es", "MADRID EXIGE A LONDRES QUE RETIRE LAS AMENAZAS", "MADRID", "Spanish government"),
    ("fr", "PARIS ACCUSE WASHINGTON", "PARIS", "French government"),
]


@pytest.mark.parametrize(("language", "text", "words", "name"), ACTING)
def test_a_capital_acts_in_capitals_and_when_it_is_asked(find, language, text, words, name):
    assert find(text, language)[words] == name


def test_a_capital_where_somebody_is_asked_stays_a_place(find):
    assert find("Il a demandé à Paris son chemin", "fr") == {}


def test_the_day_of_an_election_gives_the_office_to_nobody_by_it(find):
    day = date(2018, 10, 28)
    assert find("Jair Bolsonaro foi eleito presidente do Brasil", "pt", day) == {
        "Jair Bolsonaro": "Jair Bolsonaro"
    }


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


def test_a_title_is_not_given_to_a_namesake_who_never_held_it(find):
    text = "Le Premier ministre français Edouard Philippe. M. Philippe a vu le roi Philippe en Belgique"
    found = find(text, "fr", date(2020, 3, 17))
    assert (found["M. Philippe"], found["roi Philippe"]) == ("Édouard Philippe", "Philippe I")


def test_a_double_surname_is_nobody_elses(find):
    found = find("Marine Le Pen et Marion Maréchal-Le Pen, Mme Le Pen", "fr", least=0)
    assert list(found) == ["Marine Le Pen", "Mme Le Pen"]


def test_the_counterpart_of_an_organisations_head_is_nobody(find):
    text = "L'Alto rappresentante dell'Ue Federica Mogherini ha incontrato il suo omologo americano"
    assert list(find(text, "it").values()) == ["Federica Mogherini"]
