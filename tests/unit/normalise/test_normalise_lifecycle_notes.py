"""Notes and orders to editors: what was done to a text since, and that it is withdrawn."""

from __future__ import annotations

import pytest

from normalise_life import BODY, life


@pytest.mark.parametrize(
    ("line", "signal"),
    [
        ("ATTENTION - ACTUALISE avec réaction ///", "update"),
        ("UPDATES with quotes, background", "update"),
        ("CORRECTS para 4", "correction"),
        ("CORRECTS spelling of name in para 4", "correction"),
        ("REPETITION", "repeat"),
        ("(2e version)", "update"),
        ("2e version", "update"),
        ("DEUXIÈME VERSION", "update"),
        ("ATTENTION - BILAN ACTUALISE ///", "update"),
        ("ATTENTION - AJOUTE citation ///", "update"),
        ("ATTENTION - CORRIGE 3e paragraphe ///", "correction"),
        ("ATENCIÓN - ACTUALIZA con reacciones", "update"),
        ("ACTUALIZA con declaraciones ///", "update"),
        ("CORRIGE tercer párrafo", "correction"),
        ("REPETICIÓN", "repeat"),
        ("AKTUALISIERT mit Reaktionen", "update"),
        ("(Aktualisierung: Reaktionen)", "update"),
        ("(Neu: Details)", "update"),
        ("(Berichtigung: Zahl im 2. Absatz)", "correction"),
        ("(Wiederholung: 10 Uhr)", "repeat"),
        ("ACHTUNG - BERICHTIGT 3. Absatz", "correction"),
        ("Eds: Updates with quotes", "update"),
        ("RECASTS, ADDS quotes", "update"),
        ("تحديث", "update"),
    ],
)
def test_advisories_are_kept_and_give_signals(line: str, signal: str) -> None:
    stated, printed = life(advisory=line), life(f"{line}\n\nLe texte.")
    assert stated.advisory == line
    assert printed.advisory == line
    assert printed.signal == [signal]
    assert stated.signal == [signal]


@pytest.mark.parametrize(
    ("advisory", "signal"),
    [
        ("REPETITION", ["repeat"]), ("RECTIFICATIF", ["correction"]), ("BERICHTIGUNG", ["correction"]),
        ("CORRECTION", ["correction"]), ("Correction", ["correction"]), ("Le concert reste annulé", []),
        ("Kill Bill revient, voir photos", []), ("Une correction suivra", []),
    ],
)  # fmt: skip
def test_signals_in_the_advisory(advisory: str, signal: list[str]) -> None:
    one = life(advisory=advisory)
    assert (one.signal, one.pubstatus) == (signal, "usable")


@pytest.mark.parametrize(
    "order",
    [
        "KILL", "Kill", "KILL: please do not use", "ANNULATION", "ANNULATION de la dépêche", "ATTENTION - ANNULATION",
        "MANDATORY KILL", "STORNO", "ANULACIÓN", "Reprise ce soir\nKILL", "RETRAIT de notre dépêche",
    ],
)  # fmt: skip
def test_a_kill_in_the_advisory_withdraws(order: str) -> None:
    one = life(advisory=order)
    assert (one.kind, one.signal, one.pubstatus, one.advisory) == ("kill", ["kill"], "canceled", order)


@pytest.mark.parametrize(
    "order",
    [
        "KILL KILL KILL", "ADVISORY - KILL", "MANDATORY KILL", "ATTENTION - ANNULE", "NE PAS UTILISER",
        "La dépêche FRA1234 sur le ministre est annulée.", "AFP withdraws the story on the minister",
        "Editors: the above story has been retracted.", "Please disregard the story",
        "Bitte verwenden Sie die Meldung nicht", "Die Meldung wird zurückgezogen.",
        "dpa zieht die Meldung über den Minister zurück", "Se ruega anular la nota", "يرجى إلغاء الخبر",
    ],
)  # fmt: skip
def test_orders_to_kill(order: str) -> None:
    one = life(f"{order}\n\nPARIS, 6 juil 2016 (AFP) - Le texte.")
    assert (one.kind, one.pubstatus, one.signal) == ("kill", "canceled", ["kill"])


# Words above the text, and the kind and signals that they state.
ABOVE = [
    ("(Adds quotes, background)", "update", "update"), ("(Recasts, adds quotes)", "update", "update"),
    ("(Corrects spelling of name in paragraph 3)", "correction", "correction"), ("(Refiles to fix typo in headline)", "correction", "correction"),
    ("(Repeats to widen distribution)", "repeat", "repeat"), ("(This July 6 story corrects the name in paragraph 4)", "correction", "correction"),
    ("(Corrige nombre en párrafo 2)", "correction", "correction"), ("(Actualiza con declaraciones)", "update", "update"),
    ("(AMPLIACIÓN)", "update", "update"), ("AMPLIACIÓN: El ministro dimite", "update", "update"), ("(Rectificatif)", "correction", "correction"),
    ("(actualisé)", "update", "update"), ("ATTENTION - Bilan actualisé ///", "update", "update"), ("(durchgehend neu)", "update", "update"),
    ("Wiederholung: Merkel tritt zurück", "repeat", "repeat"), ("Zusammenfassung 1430", "summary", ""),
    ("(Zusammenfassung 1430 - neu: Reaktionen)", "summary", "update"), ("(Absatz 3 - neu: Reaktion)", "update", "update"), ("EIL +++ Merkel tritt zurück +++", "urgent", ""),
    ("RETTIFICA", "correction", "correction"), ("ULTIM'ORA", "urgent", ""), ("(RIPETIZIONE)", "repeat", "repeat"),
    ("CORREÇÃO: Ministro fica", "correction", "correction"), ("ATUALIZAÇÃO: Ministro fica", "update", "update"),
    ("RECTIFICATIE: minister blijft", "correction", "correction"), ("(herhaling)", "repeat", "repeat"),
    ("++ ANNULLAMENTO ++", "kill", "kill"), ("ANULAÇÃO", "kill", "kill"), ("INTREKKING", "kill", "kill"), ("STORY KILLED", "kill", "kill"),
    ('EDITORS: Kill story headlined "Minister resigns"', "kill", "kill"), ("Se anula la noticia", "kill", "kill"),
    ("Prière de ne pas tenir compte de la dépêche précédente", "kill", "kill"),
    # The embargo of a press release, in languages besides.
    ("Sotto embargo fino alle 18 del 7 luglio", None, "embargo"), ("Embargada hasta las 18.00 GMT del 7 de julio", None, "embargo"),
    ("Onder embargo tot donderdag 7 juli 2016", None, "embargo"), ("STRICTLY EMBARGOED UNTIL 00.01 THURSDAY 7 JULY", None, "embargo"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "kind", "signals"), ABOVE)
def test_words_above_a_text_in_every_language(words: str, kind: str | None, signals: str) -> None:
    found = life(f"{words}\n\n{BODY}")
    assert (found.kind, " ".join(found.signal)) == (kind, signals)
