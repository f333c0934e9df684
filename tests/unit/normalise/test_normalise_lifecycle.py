"""Kind, urgency, signals and status: from metadata, from the headline, from the words of the wire."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.normalise.lifecycle import lifecycle
from depeche.normalise.lifecycle_words import MAY_MARK
from normalise_life import life
from normalise_places import dispatch


def test_nothing_said_is_nothing_known() -> None:
    one = life()
    assert (one.kind, one.kind_text, one.urgency, one.signal, one.advisory) == (None, None, None, [], None)
    assert (one.pubstatus, one.pubstatus_text, one.embargo_until, one.flags) == ("usable", None, None, [])


@pytest.mark.parametrize(
    ("kind_text", "genres", "kind", "words"),
    [
        ("Alert", [], "alert", "Alert"),
        ("News", [], "news", "News"),
        ("News", ["business", "Prev"], "preview", "Prev"),
        ("News", ["TextProgram"], "program", "TextProgram"),
        ("News", ["Update"], "update", "Update"),
        ("Sports Results", [], "results", "Sports Results"),
        ("News", ["Résultats sportifs"], "results", "Résultats sportifs"),
        ("Ergebnisse", [], "results", "Ergebnisse"),
        ("Resumen", [], "summary", "Resumen"),
        ("Cronología", [], "chronology", "Cronología"),
        ("Recuadro", [], "factbox", "Recuadro"),
        ("Urgente", [], "urgent", "Urgente"),
        ("Avance", [], "preview", "Avance"),
        ("Whatever", [], None, "Whatever"),
        ("Whatever", ["Article"], "news", "Article"),
    ],
)
def test_kind_from_metadata(kind_text: str, genres: list[str], kind: str | None, words: str) -> None:
    one = life(kind_text=kind_text, genres=genres)
    assert (one.kind, one.kind_text) == (kind, words)


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("ALERTE - Le ministre arrive", "alert"), ("ALERTA: El ministro", "alert"), ("FLASH: Le ministre", "flash"),
        ("URGENT - Le ministre", "urgent"), ("EILMELDUNG - Minister", "urgent"), ("EIL: Minister", "urgent"),
        ("BULLETIN", "bulletin"), ("2ND LEAD Minister", "lead"), ("LEAD 2: Minister", "lead"),
        ("CORRECTION: Ministre", "correction"), ("KORREKTUR: Minister", "correction"),
        ("FACTBOX: Minister", "factbox"), ("ENCADRE - Ministre", "factbox"), ("CHRONOLOGIE: guerre", "chronology"),
        ("Ministre (PAPIER D'ANGLE)", "analysis"), ("Guerre (synthèse)", "summary"), ("REPETITION Ministre", "repeat"),
        ("KILL - Ministre", "kill"), ("ANNULATION : Ministre", "kill"), ("ANULACIÓN: Ministro", "kill"),
        ("Ministre (2e version)", "update"), ("RESULTS: tennis", "results"), ("تنبيه", "alert"), ("عاجل", "urgent"),
        ("تصحيح: بغداد", "correction"),
        ("Chronologie: Kriege", "chronology"), ("Zusammenfassung: Wahl", "summary"), ("Eilmeldung: Minister", "urgent"),
        ("Hintergrund: Wahl", "factbox"), ("REPERES: guerre", "factbox"), ("Cronología: guerra", "chronology"),
        ("LEAD Ministre à Paris", "lead"), ("1ST LEAD Minister", "lead"), ("Lead 2: Minister", "lead"),
        ("Budget: le point", "summary"), ("Football: résultats et classement", "results"),
        ("Tennis: Open - Résultats", "results"), ("Premier League results", "results"),
        ("Cyclisme: classement de la 5e étape", "results"), ("Fútbol: Resultados", "results"),
        ("Fußball: Ergebnisse und Tabelle", "results"), ("AVANT-PAPIER - Sommet", "preview"),
        ("Avance: cumbre", "preview"), ("NACHRUF: Minister", "obituary"), ("REVUE DE PRESSE - Paris", "press_review"),
        ("Presseschau: Wahl", "press_review"), ("FACT CHECK: budget", "factcheck"), ("REPORTAGE - Le port", "feature"),
        ("Résultats: Ligue 1", "results"), ("Ligue 1: les résultats de la 3e journée", "results"),
        ("Fußball-Bundesliga: Ergebnisse vom Samstag", "results"), ("Resultados: Copa del Rey", "results"),
        ("AVIS: panne du fil", "advisory"), ("AVISO: agenda", "advisory"), ("HINWEIS: Störung", "advisory"),
        ("Avis aux abonnés", "advisory"), ("AVISO A LOS CLIENTES", "advisory"), ("FICHA: el ministro", "factbox"),
        ("RECUADRO: la guerra", "factbox"), ("STICHWORT: Wahl", "factbox"), ("KASTEN: Wahl", "factbox"),
        ("Guerra (RESUMEN)", "summary"), ("Guerra (RECUADRO)", "factbox"), ("FACT FILE: war", "factbox"),
        ("Syrie: chronologie", "chronology"), ("Syria: timeline of events", "chronology"),
        ("URGENT Ministre élu", "urgent"), ("FLASH Ministre élu", "flash"),
        ("ALERTE Ministre élu", "alert"), ("SYNTHESE Ministre élu", "summary"), ("URGENT 12 morts à Port-Neuf", "urgent"),
        ("URGENTE El ministro dimite", "urgent"), ("EIL Minister gewählt", "urgent"),
        ("UPDATE 2-Minister", "update"), ("RPT-Minister", "repeat"), ("Storno", "kill"),
    ],
)  # fmt: skip
def test_kind_from_the_headline(headline: str, kind: str) -> None:
    assert life(headline=headline, kind_text="News").kind == kind
    assert life(slug=headline).kind == kind or "(" in headline
    assert life(f"{headline}\n\nLe texte.").kind == kind


def test_a_numbered_version_in_the_headline() -> None:
    one = life(headline="2e version: la loi passe")
    assert (one.kind, one.signal) == ("update", ["update"])
    assert life(headline="La 2e version de la loi passe").kind is None


@pytest.mark.parametrize(
    "headline",
    [
        "Alerte à la pollution à Paris", "Kill Bill revient en salles", "KILL BILL SORT EN SALLES",
        "ANNULATION DU CONCERT DE SAMEDI", "Flash floods kill ten", "Lead poisoning in the water",
        "Bulletin de santé du président", "Interview de la ministre", "Urgent : des dons", "Correction des copies",
        "Le 2e volet de la réforme", "Groupe: résultats en hausse au premier trimestre", "Annual results beat forecast",
        "Flash floods kill three", "FLASH FLOODS kill three", "Résultats: la Bourse recule", "Football: résultats en hausse",
        "Football: les résultats de l'enquête sur la Fifa", "Avis de tempête sur la côte", "Avis: la fin du charbon",
        "Kasten Bier wird teurer", "Syrie: la chronologie d'une guerre oubliée", "URGENT CARE CENTRES OPEN",
        "RETRAIT de l'article 2", "ANNULATION du concert de samedi",
        "LEADS FOUND IN INQUIRY", "ADDS UP TO NOTHING", "Interview: la ministre", "Prévisions de croissance", "Embargo sur les armes", "Updates from the summit",
    ],
)  # fmt: skip
def test_everyday_headlines_say_nothing(headline: str) -> None:
    one = life(headline=headline)
    assert (one.kind, one.pubstatus, one.embargo_text, one.signal) == (None, "usable", None, [])


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
    ("slug", "kind"),
    [
        ("results", "results"), ("résultats", "results"), ("Resultados", "results"), ("Ergebnisse", "results"),
        ("fbl-L1-results", "results"), ("foot-FRA-L1-résultats", "results"), ("fbl-Wimbledon,result", "results"),
        ("Flash", "flash"), ("alerte", "alert"), ("urgente", "urgent"), ("resumen", "summary"), ("advisory", "advisory"),
        ("France-politique,ALERTE", "alert"), ("FRA-politique-LEAD", "lead"), ("Syria-conflict-chronology", "chronology"),
        ("banque-résultats", None), ("box-office-results", None), ("China-pollution-lead", None), ("France-météo-alerte", None),
        ("news", None), ("", None), ("-", None), (",", None),
    ],
)  # fmt: skip
def test_kind_from_the_slug(slug: str, kind: str | None) -> None:
    assert life(slug=slug).kind == kind


@pytest.mark.parametrize(
    ("status", "pubstatus", "flags"),
    [
        ("Usable", "usable", []), ("", "usable", []), ("Canceled", "canceled", []), ("Cancelled", "canceled", []),
        ("WithHeld", "withheld", []), ("Embargoed", "withheld", []), ("Zzz", "withheld", ["status_unreadable"]),
    ],
)  # fmt: skip
def test_status(status: str, pubstatus: str, flags: list[str]) -> None:
    one = life(status_text=status)
    assert (one.pubstatus, one.pubstatus_text, one.flags) == (pubstatus, status, flags)


def test_a_kill_in_words_withdraws_what_the_status_calls_usable() -> None:
    for one in (
        life(headline="KILL: Ministre", status_text="Usable"),
        life("Prière d'annuler notre dépêche sur le ministre.", status_text="Usable"),
        life("Please kill the story on the minister.", status_text="Usable"),
    ):
        assert (one.kind, one.pubstatus, one.flags) == ("kill", "canceled", ["status_conflict"])
        assert "kill" in one.signal
    assert one.kind_text == "Please kill"


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


@pytest.mark.parametrize(
    ("urgency", "priority", "number", "flags"),
    [
        ("2", "4", 2, []), (None, "3", 3, ["urgency_from_priority"]), (None, None, None, []),
        ("x", "4", None, ["urgency_unreadable"]), ("0", None, None, ["urgency_unreadable"]),
        ("10", None, None, ["urgency_unreadable"]), ("٣", None, None, ["urgency_unreadable"]), (None, "r", None, []),
    ],
)  # fmt: skip
def test_urgency(urgency: str | None, priority: str | None, number: int | None, flags: list[str]) -> None:
    one = life(urgency_text=urgency, priority_text=priority)
    assert (one.urgency, one.urgency_text, one.flags) == (number, urgency, flags)


@given(st.text(max_size=200), st.text(max_size=60))
def test_nothing_breaks_lifecycle(text: str, other: str) -> None:
    one = life(
        text, headline=other, advisory=other, embargo_text=other, status_text=other, urgency_text=other,
        kind_text=other, genres=[other], signal_texts=[other], slug=text, issued_at_text=other,
    )  # fmt: skip
    assert one.pubstatus in ("usable", "withheld", "canceled")
    assert one.urgency is None or 1 <= one.urgency <= 9


@pytest.mark.parametrize(
    ("stated", "signal"),
    [
        ("sig:update", ["update"]), ("sig:correction", ["correction"]), ("edStat:U", ["update"]),
        ("sig:cwarn language", ["content_warning"]), ("dpasignal:x Berichtigung", ["correction"]),
        ("sig:atomic", []), ("revision 2: Canceled", []), ("Canceled 20200101T000000Z", []), ("db:superdesk", []),
    ],
)  # fmt: skip
def test_signals_of_newsml_g2(stated: str, signal: list[str]) -> None:
    one = life(signal_texts=[stated])
    assert (one.signal, one.pubstatus) == (signal, "usable")


@pytest.mark.parametrize(
    ("stated", "status"),
    [("stat:usable", "usable"), ("stat:canceled", "canceled"), ("pubstatusg2:withheld", "withheld"), ("stat:odd", "withheld")],
)  # fmt: skip
def test_statuses_of_newsml_g2(stated: str, status: str) -> None:
    assert life(status_text=stated).pubstatus == status


def test_kinds_with_an_alias() -> None:
    assert life(kind_text="afpattribute:Lead").kind == "lead"
    assert life(genres=["Zusammenfassung"]).kind == "summary"


@pytest.mark.parametrize(
    ("letter", "urgency"), [("f", 1), ("U", 2), ("b", 3), ("r", 4), ("z", 4), ("d", 5), ("q", None)]
)
def test_priority_letters_of_anpa(letter: str, urgency: int | None) -> None:
    item = dispatch("Le texte.", format="anpa", priority_text=letter)
    assert lifecycle(item, item.text).urgency == urgency


@pytest.mark.parametrize(
    ("words", "kind", "signal"),
    [
        ("2nd Ld-Writethru", "update", ["update"]),
        ("1st Ld", "lead", []),
        ("3rd Ld", "lead", ["update"]),
        ("2ND LEAD", "lead", ["update"]),
        ("FLASH", "flash", []),
        ("EXTRA", None, []),
    ],
)
def test_announcing_lines_of_wires(words: str, kind: str | None, signal: list[str]) -> None:
    one = life(signal_texts=[words])
    assert (one.kind, one.signal) == (kind, signal)


BODY = "\n\nPARIS, 6 juil 2016 (AFP) - Le ministre a parlé mardi devant le Parlement."
# Words above the text, and the kind and signals that they state.
ABOVE = [
    ("(Adds quotes, background)", "update", "update"), ("(Recasts, adds quotes)", "update", "update"),
    ("(Corrects spelling of name in paragraph 3)", "correction", "correction"), ("(Refiles to fix typo in headline)", "correction", "correction"),
    ("(Repeats to widen distribution)", "repeat", "repeat"), ("(This July 6 story corrects the name in paragraph 4)", "correction", "correction"),
    ("(Corrige nombre en párrafo 2)", "correction", "correction"), ("(Actualiza con declaraciones)", "update", "update"),
    ("(AMPLIACIÓN)", "update", "update"), ("AMPLIACIÓN: El ministro dimite", "update", "update"), ("(Rectificatif)", "correction", "correction"),
    ("(actualisé)", "update", "update"), ("ATTENTION - Bilan actualisé ///", "update", "update"), ("(durchgehend neu)", "update", "update"),
    ("Wiederholung: Merkel tritt zurück", "repeat", "repeat"), ("Zusammenfassung 1430", "summary", ""),
    ("(Zusammenfassung 1430 - neu: Reaktionen)", "summary", "update"), ("EIL +++ Merkel tritt zurück +++", "urgent", ""),
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
    found = life(words + BODY)
    assert (found.kind, " ".join(found.signal)) == (kind, signals)


HEADS = [
    ("WDH/ROUNDUP: Merkel tritt zurück", "repeat"), ("WRAPUP 10-Minister resigns", "summary"), ("NEWSMAKER-The man who", "profile"),
    ("CORRECTED-(OFFICIAL)-Minister resigns", "correction"), ("DIARY-Political and general news events", "program"),
    ("SNAP ANALYSIS-Fed holds", "analysis"), ("PRESS DIGEST-Financial Times - July 6", "press_review"), ("AP NewsAlert", "alert"),
    ("WITHDRAWAL-Minister resigns", "kill"), ("ADVISORY-Alert on Fed withdrawn", "kill"), ("EU--Minister, 2nd Ld-Writethru", "update"),
    ("Le ministre démissionne (2E LEAD)", "lead"), ("Le ministre démissionne (URGENT)", "urgent"), ("Fact check: did he say that?", "factcheck"),
    ("Tagesvorschau: Termine am 7. Juli", "program"), ("ÚLTIMA HORA: Ministro dimite", "urgent"), ("AMP.- Ministro dimite", "update"),
    # What happened in the world.
    ("To kill the story, the minister sued", None), ("RETRAIT: Federer ne jouera pas", None), ("Ampliación del Canal de Panamá", None),
    ("Adds up to nothing, says minister", None), ("Bilan revu à la hausse", None), ("WITHDRAWN TROOPS RETURN HOME", None),
    ("Embargo sur les armes: l'ONU vote jusqu'à 2017", None), ("Embargo until 2017: what Iran can buy", None),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "kind"), HEADS)
def test_headlines_that_say_what_the_dispatch_is(headline: str, kind: str | None) -> None:
    found = life(BODY.strip(), headline=headline)
    assert (found.kind, "embargo" in found.signal) == (kind, False)


def test_most_lines_are_known_to_hold_no_mark_by_how_they_begin() -> None:
    assert MAY_MARK.match("*** URGENT - Vote")
    assert not MAY_MARK.match("Madrid baja a la calle con esquís")
