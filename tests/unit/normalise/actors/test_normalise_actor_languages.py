"""Words of Portuguese, Italian and Arabic wires: what is found by them, and what is not."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.fixture(scope="module")
def usual_day():
    return date(2020, 3, 10)


@pytest.mark.parametrize(
    ("language", "said", "actor"),
    [
        ("pt", "a Organização Mundial da Saúde", "org:who"),
        ("pt", "o Fundo Monetário Internacional", "org:imf"),
        ("pt", "a Agência Internacional de Energia Atómica", "org:iaea"),
        ("pt", "a Agência Internacional de Energia Atômica", "org:iaea"),
        ("pt", "a Agência Internacional de Energia", "org:iea"),
        ("pt", "a Amnistia Internacional", "org:amnesty"),
        ("pt", "a Anistia Internacional", "org:amnesty"),
        ("pt", "a CPLP", "org:cplp"),
        ("pt", "o Mercosul", "org:mercosur"),
        ("pt", "o Supremo Tribunal Federal", "org:stf"),
        ("pt", "os talibãs", "group:taliban"),
        ("pt", "a Irmandade Muçulmana", "group:muslimbrotherhood"),
        ("pt", "os rebeldes huthis", "group:houthis"),
        ("pt", "o Palácio de Belém", "body:PT:presidency"),
        ("pt", "o Palácio do Eliseu", "body:FR:presidency"),
        ("pt", "o Departamento de Estado", "body:US:foreign_ministry"),
        ("it", "l'Organizzazione mondiale della sanità", "org:who"),
        ("it", "l'Oms", "org:who"),
        ("it", "il Fondo monetario internazionale", "org:imf"),
        ("it", "la Banca d'Italia", "org:bankitaly"),
        ("it", "la Croce Rossa", "org:redcross"),
        ("it", "il Consiglio di sicurezza dell'Onu", "org:unsc"),
        ("it", "lo Stato islamico", "group:is"),
        ("it", "i talebani", "group:taliban"),
        ("it", "i Fratelli musulmani", "group:muslimbrotherhood"),
        ("it", "il Viminale", "body:IT:interior_ministry"),
        ("it", "la Farnesina", "body:IT:foreign_ministry"),
    ],
)
def test_a_name_as_the_wires_print_it(find_ids, language, said, actor):
    made = find_ids(f"Ontem/ieri {said}.", language)
    assert list(made.values()) == [actor]
    assert said.endswith(next(iter(made)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "pt",
            "A ANP leiloou doze blocos de petróleo no mar.",
        ),  # Brazil's oil agency has this acronym as well
        ("it", "Ciò non basta, e un'oil company lo sa."),
        ("it", "Il bilancio di Cia è salito."),  # a farmers' association has this acronym as well
    ],
)
def test_an_acronym_of_several_needs_company(find_ids, language, text):
    assert find_ids(text, language) == {}


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("pt", "Lisboa condenou o ataque.", "body:PT:government"),
        ("pt", "Brasília não aceita a proposta.", "body:BR:government"),
        ("pt", "O ministro disse que Ancara tem razão.", "body:TR:government"),
        ("pt", "O ministro pediu a Moscovo que recue.", "body:RU:government"),
        ("pt", "A ministra acusou Moscou de mentir.", "body:RU:government"),
        ("pt", "As sanções impostas por Washington ficam.", "body:US:government"),
        ("pt", "A decisão de Lisboa é correta.", "body:PT:government"),
        ("pt", "O Eliseu desmente a notícia.", "body:FR:presidency"),
        ("it", "Mosca respinge le accuse.", "body:RU:government"),
        ("it", "Parigi non accetterà il piano.", "body:FR:government"),
        ("it", "Il ministro ha detto che Ankara esagera.", "body:TR:government"),
        ("it", "Le navi ci sono, avverte Atene.", "body:GR:government"),
        ("it", "La risposta di Berlino non basta.", "body:DE:government"),
        ("it", "Montecitorio approva la legge.", "body:IT:parliament"),
        ("ar", "أعلنت واشنطن فرض عقوبات.", "body:US:government"),
        ("ar", "قالت موسكو ذلك.", "body:RU:government"),
        ("ar", "ودعت باريس إلى الهدوء.", "body:FR:government"),
        ("ar", "وكانت أنقرة نددت بالهجوم.", "body:TR:government"),
        ("ar", "قال الوزير إن واشنطن تريد ذلك.", "body:US:government"),
        ("ar", "لندن ترفض الاقتراح.", "body:GB:government"),
        ("ar", "لم يتغير موقف باريس.", "body:FR:government"),
    ],
)
def test_a_capital_acts(find_ids, language, text, actor):
    assert list(find_ids(text, language).values()) == [actor]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pt", "O encontro em Lisboa terminou."),
        ("pt", "O comboio para Madrid tem atraso e chegou a Lisboa de noite."),
        ("pt", "A bolsa de Lisboa fecha a perder."),
        ("pt", "As ruas de Brasília ficaram vazias."),
        ("it", "Il vertice a Mosca ha prodotto poco."),
        ("it", "La metropolitana di Roma chiude tre stazioni."),
        ("it", "La Roma accusa l'arbitro e vince con il Milan."),  # the club, which has an article
        ("it", "Il treno da Vienna chiude la fila."),
        ("ar", "عقد الاجتماع في واشنطن."),
        ("ar", "ووصل الوفد إلى موسكو قادما من باريس."),
        ("ar", "أعلنت جامعة القاهرة تأجيل الامتحانات."),
        ("ar", "بلدية باريس ترفض الطلب."),
        ("ar", "وشهدت الخرطوم أمطارا غزيرة."),
    ],
)
def test_a_capital_that_locates_is_no_actor(find_ids, language, text):
    assert find_ids(text, language) == {}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("pt", "O mercado cai, lembrou a economista Teresa Lopes.", "Teresa Lopes"),
        ("pt", "Carlos Castro, vereador, não comentou.", "Carlos Castro"),
        ("it", "Il mercato cala, osserva l'economista Anna Bianchi.", "Anna Bianchi"),
        ("it", "Stefano Bruni ha spiegato il piano.", "Stefano Bruni"),
    ],
)
def test_an_unknown_person_is_introduced(find_ids, language, text, name):
    assert list(find_ids(text, language)) == [name]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pt", "Uma viagem à Rússia, um voo para a China e outro até Angola."),
        ("it", "Nelle Filippine e negli Stati Uniti piove."),
    ],
)
def test_a_state_that_locates_is_not_sure(find_ids, language, text):
    assert find_ids(text, language) == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pt", "O Conselho de Segurança Nacional reuniu-se."),
        ("it", "Il Consiglio di sicurezza nazionale tace."),
    ],
)
def test_a_state_has_a_security_council_as_well(find_ids, language, text):
    assert "org:unsc" not in find_ids(text, language).values()


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("pt", "O Irão negou.", "state:IR"),
        ("pt", "O Irã negou.", "state:IR"),
        ("pt", "O Vietname assinou.", "state:VN"),
        ("pt", "Teerão rejeita o texto.", "body:IR:government"),
        ("pt", "Bagdade condenou o ataque.", "body:IQ:government"),
        ("it", "La Repubblica ceca e basta.", "state:CZ"),
        ("it", "Tunisi convoca l'ambasciatore.", "body:TN:government"),
    ],
)
def test_a_state_by_the_names_of_both_shores(find_ids, language, text, actor):
    assert actor in find_ids(text, language).values()


def test_of_the_two_bushes_in_arabic_the_one_in_office(find_ids):
    text = "قال الرئيس الأميركي جورج بوش"
    assert [*find_ids(text, "ar", "1990-08-03").values()] == ["person:Q23505"]
    assert [*find_ids(text, "ar", "2003-08-03").values()] == ["person:Q207"]
