"""What a dispatch announces of itself in its headline; and headlines that say nothing of it."""

from __future__ import annotations

import pytest

from depeche.normalise.lifecycle.words import MAY_MARK
from normalise_life import BODY, life


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
    found = life(BODY, headline=headline)
    assert (found.kind, "embargo" in found.signal) == (kind, False)


def test_most_lines_are_known_to_hold_no_mark_by_how_they_begin() -> None:
    assert MAY_MARK.match("*** URGENT - Vote")
    assert not MAY_MARK.match("Madrid baja a la calle con esquís")
