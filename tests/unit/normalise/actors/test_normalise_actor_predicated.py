"""Offices told of a subject, who held them once or is to hold them, and those that the day tells all the same."""

from datetime import date

import pytest

DAY = date(2013, 4, 8)
CAMERON, ROUSSEFF, MERKEL, HOLLANDE = "person:Q192", "person:Q40722", "person:Q567", "person:Q157"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The woman who was Britain's prime minister for 11 years has died."),
        ("en", "When she was prime minister of Britain, miners went on strike."),
        ("en", "He could become Brazil's president next week."),
        ("en", "He may be elected president of Brazil on Sunday."),
        ("en", "She will be British prime minister one day."),
        ("en", "He was sworn in as president of Brazil in 2003."),
        ("en", 'Of the old man they said: "He was the president of France."'),
        ("en", "The party wants to see John Nobody elected British prime minister."),
        ("en", "It named Jane Nobody Britain's prime minister in its story."),
        ("en", "A joke that appointed Jane Nobody as British prime minister."),
        ("fr", "Un journal a nommé mardi Jean Personne président français par erreur."),
        ("es", "Por error nombró a Juan Nadie presidente de Brasil."),
        ("fr", "Elle était Premier ministre du Royaume-Uni lors de la guerre des Malouines."),
        ("fr", "Il était le président de la France quand le mur est tombé."),
        ("es", "Cuando era presidente de Brasil visitó el país."),
        ("es", "Fue presidente de Brasil entre 2003 y 2010."),
        ("de", "Der Verstorbene war Bundeskanzler von 1974 bis 1982."),
        ("de", "Er war früher Präsident von Brasilien."),
        ("de", "Er soll am Mittwoch zum Bundeskanzler gewählt werden."),
        ("de", "Steinbrück wird im Herbst Bundeskanzler, sagen die Genossen."),
        ("it", "Sarà presidente del Consiglio, dicono tutti."),
        ("pt", "Foi presidente do Brasil de 2003 a 2010."),
    ],
)
def test_an_office_told_of_a_subject_is_not_the_holders(find_ids, language, text):
    assert not [one for one in find_ids(text, language, DAY).values() if one.startswith("person:")]


@pytest.mark.parametrize(
    ("language", "text", "said", "actor"),
    [
        ("en", "With him was Britain's prime minister.", "Britain's prime minister", CAMERON),
        ("en", "It was Britain's prime minister who called.", "Britain's prime minister", CAMERON),
        ("en", "Also attending was Britain's prime minister.", "Britain's prime minister", CAMERON),
        ("en", "As Britain's prime minister left, it rained.", "Britain's prime minister", CAMERON),
        ("en", "The elected president of Brazil replied.", "president of Brazil", ROUSSEFF),
        ("en", "A man named John Nobody met the British prime minister.", "British prime minister", CAMERON),
        ("en", "Named on Monday, British Prime Minister smiles.", "British Prime Minister", CAMERON),
        ("en", "Merkel is Germany's chancellor.", "Germany's chancellor", MERKEL),
        ("fr", "Parmi eux était le président français.", "président français", HOLLANDE),
        ("es", "El responsable fue la presidenta de Brasil.", "presidenta de Brasil", ROUSSEFF),
        ("de", "Dort war Brasiliens Präsidentin.", "Brasiliens Präsidentin", ROUSSEFF),
        ("de", "Am Montag wird die Bundeskanzlerin erwartet.", "Bundeskanzlerin", MERKEL),
        ("de", "Er fuhr zum französischen Präsidenten.", "französischen Präsidenten", HOLLANDE),
    ],
)
def test_the_day_tells_whose_an_office_is_that_only_looks_told_of_a_subject(
    find_ids, language, text, said, actor
):
    assert find_ids(text, language, DAY)[said] == actor
