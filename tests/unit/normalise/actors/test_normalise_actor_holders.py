"""Who holds an office on the day, where one, several or nobody may."""

from datetime import date

from depeche.normalise.actors import actors

DAY = date(2016, 7, 6)


def test_an_apposition_tells_whose_office_it_is(find_rules):
    made = find_rules("Habló el presidente del Eurogrupo, Jeroen Dijsselbloem, en la sala.", "es")
    assert made["presidente del Eurogrupo"] == ("person:Q1033303", "apposition")


def test_the_list_of_holders_goes_before_an_enumeration(find_rules):
    made = find_rules("Avec le président russe, Angela Merkel et un interprète.", "fr")
    assert made["président russe"] == ("person:Q7747", "office_holder")


def test_a_full_name_behind_the_office_overrules_the_list_where_its_bearer_held_it_once(find_rules):
    late = date(2026, 11, 26)
    text = "Saudi Arabia's foreign minister, Adel al-Jubeir, said no. The French president, Xi Jinping, and an aide left."
    made = find_rules(text, "en", late)
    assert made["Saudi Arabia's foreign minister"] == (made["Adel al-Jubeir"][0], "apposition")
    assert made["French president"][1] == "office_holder"


def test_an_office_of_something_else_is_not_spoken_of_again(find_rules):
    made = find_rules("Le président François Hollande sourit. Le président de la fédération aussi.", "fr")
    assert list(made) == ["président François Hollande"]


def test_ambiguity_is_kept_as_candidates(find, authority):
    assert find("Le président congolais a dit", "fr") == {}
    low = [
        (actor.country_code, mention.rule, mention.confidence)
        for actor in actors(None, "Le président congolais a dit", "fr", DAY, authority)
        for mention in actor.mentions
    ]
    assert {code for code, _, _ in low} == {"CD", "CG"}
    assert all(rule == "office_holder_ambiguous" and sure < 0.5 for _, rule, sure in low)


def test_ambiguity_is_settled_by_the_dispatch_itself(find):
    found = find("Le président congolais a dit à Kinshasa", "fr")
    assert found == {"président congolais": "Joseph Kabila"}


def test_an_office_nobody_is_known_to_hold_stays_an_office(authority):
    (one,) = actors(None, "le président américain", "fr", date(1850, 1, 1), authority)
    assert (one.actor_id, one.kind, one.office_id) == ("office:US.president", "office", "US.president")


def test_a_counterpart_is_of_an_office_that_his_state_has(find):
    text = "President Barack Obama met UN Secretary-General Ban Ki-moon. His French counterpart called."
    assert find(text, "en", date(2016, 7, 6))["French counterpart"] == "François Hollande"


def test_the_counterpart_of_an_organisations_head_is_nobody(find):
    text = "L'Alto rappresentante dell'Ue Federica Mogherini ha incontrato il suo omologo americano"
    assert list(find(text, "it").values()) == ["Federica Mogherini"]


def test_the_day_of_an_election_gives_the_office_to_nobody_by_it(find):
    day = date(2018, 10, 28)
    assert find("Jair Bolsonaro foi eleito presidente do Brasil", "pt", day) == {
        "Jair Bolsonaro": "Jair Bolsonaro"
    }


def test_an_office_with_an_adjective_and_a_name_is_that_persons(find_rules):
    text = "Habló el presidente Ollanta Humala. El líder senderista Abimael Guzmán y el presidente ejecutivo Juan Ríos no."
    assert not [said for said, (_, rule) in find_rules(text, "es").items() if rule == "office_again"]
    text = "Le président François Hollande sourit. Le président reçoit Angela Merkel."
    assert find_rules(text, "fr")["président"] == ("person:Q157", "office_again")
