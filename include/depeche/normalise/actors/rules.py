"""What each rule of actors reads, in words: for people who ask why. ``docs/actors.md`` says how sure each is."""

from __future__ import annotations

RULES = {
    "full_name": "a name in full",
    "surname_again": "the surname of someone named in full, or by office, in the same words",
    "surname_title": "a title and the surname of one who holds or held that office",
    "surname_strong": "a surname that stands alone",
    "surname_of_state": "a surname behind the genitive of the state whose office its bearer holds",
    "surname_honorific": "an honorific and the surname of one in office then or near then",
    "surname_double": "two surnames of one in office then or near then, whose state the words speak of",
    "surname_honorific_far": "an honorific and a surname, without the state of its bearer",
    "given_name_other": "a title, a given name spelt otherwise, and the holder's surname",
    "title_name": "a title and a name the authority does not know",
    "honorific_name": "an honorific and a name the authority does not know",
    "introduced_name": "a name the authority does not know, beside a verb of saying, a function, an age or a source's word",
    "named_thing": "an unknown organisation by a word of its name (Institute, Parti, Stiftung)",
    "introduced_thing": "an unknown organisation behind the noun that says what it is",
    "model_name": "a name that only the configured spaCy model finds",
    "name_again": "such a name again: a person's last word, an organisation's name or acronym",
    "office_holder": "an office and its state or organisation: who held it on the day",
    "office_other_sex": "an office word that is a man's or a woman's, and a holder of the other sex",
    "office_again": "an office alone, where one holder of it has been spoken of",
    "office_left": "an office whose holder has just died or left it, beside a word that says so",
    "office_theirs": 'an office behind a possessive or "and", of the state last spoken of, or one that shares the next one\'s adjective',
    "apposition": "an office whose holder the list does not tell, and the name behind the comma",
    "office_here": "an office alone, where the context names its state",
    "office_unheld": "an office whose holder on the day is not known",
    "relational": "a relational word: the office last spoken of, for the state named",
    "relational_open": "a relational word without an office before it: each office it may be",
    "metonym": "a building or place that stands for a power",
    "metonym_located": "a building that stands for a power, behind a preposition of place",
    "metonym_acts": "a place that stands for a power where it acts",
    "capital_acts": "a capital made to act by verb or preposition",
    "capital_weak": "a city that stands for its state with some wires only, where it acts",
    "capital_paired": "capitals that act together",
    "body": "a body and its state",
    "body_of": "a body of a state by its capital or name",
    "body_of_person": "a body named after who leads it",
    "name": "a name of an organisation or group",
    "name_weak": "a name with other meanings, beside a strong one",
    "name_here": "a name with other meanings, where the dispatch speaks of its state",
    "state": "a state's name",
    "state_weak": "a state's name with other meanings",
    "state_other_time": "a state's name, of a state that was not there on the day",
    "state_located": "a state's name behind a preposition of place",
    "people_act": "a state's people as subject of what only states do",
    "people": "a state's people",
}


def explained(rule: str) -> str:
    """The rule in words; ``…_ambiguous`` is the rule with several candidates."""
    base = rule.removesuffix("_ambiguous")
    words = RULES.get(base, base.replace("_", " "))
    return f"{words}; several candidates" if base != rule else words
