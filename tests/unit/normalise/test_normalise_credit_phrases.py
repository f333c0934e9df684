"""Credit phrases of eight languages, by role: what newspapers, pages and wires print around a name."""

from __future__ import annotations

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest

import normalise_credits
from depeche.authority import agencies
from depeche.normalise import attribution
from depeche.records import CleanDispatch
from depeche.settings import PROJECT

AUTHORITY: Any = SimpleNamespace(
    agencies=agencies.open_index(agencies.build(PROJECT / "seeds" / "authority"))
)
BODY = "Le ministre a parlé mardi devant le Parlement. La séance est levée."


def roles(text: str, year: int = 2016) -> list[tuple[str, str]]:
    clean = CleanDispatch(
        raw_uri=None, raw_sha256="0" * 64, name="x.txt", feed_id=None, collected_at=datetime(2016, 7, 6, tzinfo=UTC),
        format="text", reader_version="1", text=text,
    )  # fmt: skip
    found = attribution.credits(text, clean, date(year, 7, 6), AUTHORITY)
    assert all(text[c.start : c.end] == c.text for c in found)
    return [(c.agency_id, c.role) for c in found]


# What stands after the body, on a line of its own.
ISSUER_LINES = [
    "Source : AFP", "Source: AFP", "(Source : Agence France-Presse)", "© 2016 AFP", "©AFP", "© Agence France-Presse",
    "Copyright AFP. Tous droits réservés.", "© AFP. Tous droits de reproduction réservés.", "Tous droits réservés AFP",
    "(c) AFP", "Copyright (c) 2016 AFP", "Fuente: AFP", "(Fuente: AFP)", "Fonte: AFP", "Quelle: AFP", "Bron: AFP",
    "Quelle: Nachrichtenagentur AFP", "المصدر: أ ف ب", "المصدر : وكالة فرانس برس", "AFP", "Text: AFP", "Texte : AFP",
    "(AFP)", "[AFP]", "(A.F.P.)", "( A F P )", "AFP 061234 JUL 16",
]  # fmt: skip
ISSUER_ENDS = [
    " (AFP)",
    " (AFP).",
    " (Afp)",
    " [AFP]",
    " - AFP",
    " — AFP",
    " AFP",
    "\nAFP",
    " /AFP",
    " (أ ف ب)",
    " (Source: AFP)",
]
ISSUER_HEADS = [
    "AFP\n\n", "Par AFP\n\n", "By AFP\n\n", "Publié par AFP le 6 juillet 2016\n\n", "AFP, publié le 06 juillet 2016\n\n",
    "By Jane Doe, AFP\n\n", "By Jane Doe | AFP\n\n", "By Jane Doe (AFP)\n\n", "Agence France-Presse - Paris\n\n", "AFP – ",
    "AFP - Paris - ", "Paris, AFP - ", "PARIS, 6 juillet (AFP) - ", "Paris AFP - ", "(AFP) - ", "[AFP] ", "© AFP\n\n", "Paris, France | AFP | 06/07/2016 - ",
]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [f"{BODY}\n\n{line}" for line in ISSUER_LINES]
    + [BODY + end for end in ISSUER_ENDS]
    + [head + BODY for head in ISSUER_HEADS],
)
def test_issuer(text: str) -> None:
    assert roles(text) == [("AFP", "issuer")]


JOINT = [
    " (AFP, Reuters)", " (AFP et Reuters)", " (AFP - Reuters)", " (AFP-Reuters)", " (AFP; Reuters)", " (AFP & Reuters)",
    " (AFP|Reuters)", " (AFP-\nReuters)", " AFP/Reuters", "\n\nAFP, Reuters", "\n\nAFP et Reuters", "\n\nAFP | Reuters",
    "\n\nSources : AFP, Reuters", "\n\nQuellen: AFP und Reuters", "\n\nFuentes: AFP y Reuters", "\n\n© AFP/Reuters",
]  # fmt: skip


@pytest.mark.parametrize("end", JOINT)
def test_joint(end: str) -> None:
    assert roles(BODY + end) == [("AFP", "joint"), ("REUTERS", "joint")]


CONTRIBUTOR = [
    "(avec AFP)", "(avec l'AFP)", "Avec AFP", "Avec l’Agence France-Presse", "Le Courrier avec AFP", "Le Courrier, avec AFP",
    "Le Courrier (avec AFP)", "Avec nos agences AFP", "Article réalisé avec l'AFP", "Avec les informations de l'AFP",
    "(d'après AFP)", "D'après AFP", "En collaboration avec l'AFP", "(With AFP inputs)", "With inputs from AFP",
    "With reporting by AFP", "Additional reporting by AFP", "With files from AFP", "AFP contributed to this report.",
    "AFP contributed to this story.", "Agence France-Presse and the Courier's staff contributed to this report.",
    "Information from AFP was used in this report.", "This report includes information from AFP.",
    "Mit Material von AFP", "Mit Material der AFP", "Mit Material der Nachrichtenagentur AFP", "(mit AFP)",
    "Mit Informationen der AFP", "Mit Agenturmaterial (AFP)", "unter Verwendung von AFP-Material", "(mit AFP-Material)",
    "Mit AFP-Informationen", "(red/AFP)", "(kur/AFP)", "Con información de AFP", "(con información de AFP)",
    "Con informaciones de AFP", "Con datos de AFP", "Con información de la agencia AFP", "(Con AFP)", "Com informações da AFP",
    "Com agência AFP", "Com AFP", "Con informazioni di AFP", "Con informazioni AFP", "Met AFP", "(met AFP)", "مع أ ف ب",
    "(مع وكالة فرانس برس)",
]  # fmt: skip


@pytest.mark.parametrize("line", CONTRIBUTOR)
def test_contributor(line: str) -> None:
    assert roles(f"{BODY}\n\n{line}") == [("AFP", "contributor")]


@pytest.mark.parametrize(
    "line",
    ["AFP and Reuters contributed to this report.", "AFP, Reuters contributed to this report", "Avec AFP et Reuters",
     "(Avec AFP, Reuters)", "Avec les agences AFP et Reuters", "*Con información de AFP y Reuters"],
)  # fmt: skip
def test_several_contributors_in_order(line: str) -> None:
    assert roles(f"{BODY}\n\n{line}") == [("AFP", "contributor"), ("REUTERS", "contributor")]


QUOTED = [
    "a-t-il indiqué à l'AFP.", "a affirmé une source policière à l'AFP.", "a appris l'AFP de source policière.",
    "a constaté un journaliste de l'AFP.", "Selon un décompte de l'AFP, ils", "Interrogé par l'AFP, il a nié.",
    "Joint par l'AFP au téléphone, il", "Dans un entretien accordé à l'AFP, il", "La ville brûle, précise l'AFP.",
    "Comme l'a révélé l'AFP, il", "L'AFP a rapporté que", "a déclaré M. Martin à l'agence AFP", "He told AFP on Monday.",
    "he said in a statement sent to AFP.", "he said by telephone to AFP.", "The minister told the AFP news agency",
    "an AFP correspondent saw it", "AFP journalists heard blasts", "AFP reported on Monday that", "AFP quoted him as saying",
    "according to an AFP tally", "In an interview with AFP, he", "was quoted as saying by AFP.", "a document obtained by AFP says",
    "the video, seen by AFP, shows", "He told Agence France-Presse", "sagte er der AFP.", "sagte er AFP.",
    "sagte er gegenüber der AFP.", "meldet die AFP.", "wie die AFP berichtet", "Der Brief liegt der AFP vor.",
    "erfuhr die AFP aus Kreisen", "Wie die Nachrichtenagentur AFP meldet, ist", "dijo a AFP el ministro", "declaró a la AFP",
    "dijo a la agencia AFP", "según la agencia AFP", "constató un periodista de la AFP", "informó AFP.", "indicaron a AFP fuentes",
    "disse à AFP", "afirmou à agência AFP", "segundo a AFP", "ha detto all'AFP", "riferisce l'AFP", "zei hij tegen AFP.",
    "volgens AFP", "aldus AFP.", "قال لوكالة فرانس برس", "بحسب وكالة فرانس برس", "أفاد مراسل وكالة فرانس برس", "وأضاف لفرانس برس",
]  # fmt: skip


@pytest.mark.parametrize("text", QUOTED)
def test_quoted(text: str) -> None:
    assert roles(text) == [("AFP", "quoted")]


# German names with the endings that a sentence gives them; an adjective says whose agency it is.
INFLECTED = [
    ("„Wir kommen“, sagte er der Deutschen Presse-Agentur.", 2016, ("DPA", "quoted")),
    ("Sagte er.\n\nMit Material der Deutschen Presse-Agentur", 2016, ("DPA", "contributor")),
    ("Das sagte sie dem Evangelischen Pressedienst am Montag.", 2016, ("EPD", "quoted")),
    ("Nach Angaben des Evangelischen Pressedienstes war es so.", 2016, ("EPD", "quoted")),
    ("Das sagte sie der Schweizerischen Depeschenagentur.", 2016, ("ATS", "quoted")),
    ("Eine Meldung des Deutschen Nachrichtenbüros besagt", 1938, ("DNB", "issuer")),
    ("Der Allgemeine Deutsche Nachrichtendienst meldete", 1960, ("ADN", "quoted")),
    ("He told the German news agency dpa on Monday.", 2016, ("DPA", "quoted")),
    ("Er sagte der deutschen Nachrichtenagentur dpa, dass", 2016, ("DPA", "quoted")),
]


@pytest.mark.parametrize(("text", "year", "credit"), INFLECTED)
def test_inflected_names(text: str, year: int, credit: tuple[str, str]) -> None:
    assert roles(text, year) == [credit]


PHOTO = [
    "Photo: AFP", "Photos : AFP", "(Photo by Jane Doe / AFP)", "PHOTO AFP", "Crédit photo : AFP", "Crédits : AFP",
    "AFP PHOTO / JANE DOE", "(AFP Photo)", "(AFP PHOTO/Jane Doe)", "AFP/Getty Images", "Jane Doe/AFP", "(AFP/Jane Doe)",
    "Jane Doe/AFP/Getty Images", "Image credit: AFP", "Credit: AFP", "Picture: AFP", "Foto: AFP", "Foto: Jane Doe/AFP",
    "Foto: picture alliance/AFP", "Bild: AFP", "Bildquelle: AFP", "(Foto: AFP)", "Fotografía: AFP", "Imagen: AFP",
    "Imagem: AFP", "Foto: Divulgação/AFP", "Immagine: AFP", "Beeld: AFP", "صورة: أ ف ب", "Vidéo AFP", "Infographie AFP",
    "Photograph: Jane Doe/AFP", "Archives AFP", "Photo d'archives AFP", "STR / AFP", "Courier Photo via AFP",
]  # fmt: skip


@pytest.mark.parametrize("credit", PHOTO)
def test_photo(credit: str) -> None:
    assert roles(f"La foule mardi à Paris. {credit}\n\n{BODY}") == [("AFP", "photo")]


# Words that are somebody's name, another body or nothing: with the year they are printed in.
NO_CREDIT = [
    (1900, "M. Wolff a dit qu'il viendrait."), (1900, "Herr Wolff meldet sich krank."), (1900, "Otto Wolff meldet sich."),
    (1900, "Le docteur Reuter annonce sa visite."), (1900, "Mme Stefani a chanté."), (1930, "M. Fournier annonce la séance."),
    (1930, "Der Bürgermeister Reuter berichtet über den Haushalt."), (1960, "Ernst Reuter sagte gestern in Berlin"),
    (1910, "The Stock Exchange reported gains."), (1990, "une cigarette Belga à la main"), (1980, "Domei, ville du Japon, compte"),
    (2016, "en 50 ap. J.-C., la ville"), (2016, "Le match est up in the air."), (2016, "Le PC a annoncé son programme."),
    (2016, "The AAP leader (AAP) said"), (2016, "PITTSBURGH, PA. The state"), (2016, "SPA-FRANCORCHAMPS, Belgium"),
    (2016, "Michael Bloomberg told reporters"), (2016, "Petra (Jordan) is a city."), (1930, "Radio-Paris annonce un concert."),
    (1985, "St. Gallen (SG) und Aarau (AG)"), (1930, "Die TU Berlin meldet"), (2016, "L'Union patriotique (U.P.) a gagné."),
]  # fmt: skip


@pytest.mark.parametrize(("year", "text"), NO_CREDIT)
def test_no_credit(year: int, text: str) -> None:
    assert roles(text, year) == []


@pytest.mark.parametrize(
    ("text", "year", "agency_id"),
    [("Paris, 3 mai. (Ha-\nvas.) — Le roi", 1930, "HAVAS"), ("Londres, 3. — Reu-\nter. — Le roi", 1930, "REUTERS"),
     ("Une dépêche de l'agence Ha-\nvas annonce", 1930, "HAVAS"), ("Paris, 3. — Havns. — Le roi", 1930, "HAVAS"),
     ("Rome, 3. — (Agence Stcfani). Le roi", 1930, "STEFANI"), ("Varsovie, 3. (P.A.T.) — Le roi", 1930, "PAT")],
)  # fmt: skip
def test_cut_and_misprinted_names(text: str, year: int, agency_id: str) -> None:
    assert roles(text, year) == [(agency_id, "issuer")]


# What newspapers made of the names: (words, year, agencies in order).
ABBREVIATED = [
    ("Ag. Havas", 1930, ["HAVAS"]), ("Agce Havas", 1930, ["HAVAS"]), ("Havas et Reuter", 1915, ["HAVAS", "REUTERS"]),
    ("W. T. B.", 1915, ["WOLFF"]), ("W.-B.", 1915, ["WOLFF"]), ("Wolffsches Büro.", 1915, ["WOLFF"]), ("Vom Wolffbureau.", 1915, ["WOLFF"]),
    ("Reutermeldung", 1916, ["REUTERS"]), ("Schweiz. Dep.-Agentur", 1930, ["ATS"]), ("Ass. Press", 1940, ["AP"]),
    ("Exchange Tel. Co.", 1940, ["EXTEL"]), ("D.N.B.", 1940, ["DNB"]), ("T.A.S.S.", 1940, ["TASS"]), ("I. N. S.", 1950, ["INS"]),
    ("Europapreß.", 1936, ["EUROPAPRESS"]), ("T.U.", 1930, ["TELUNION"]), ("C.T.K.", 1938, ["CTK"]), ("A. N. P.", 1950, ["ANP"]),
    ("K. K. Korr.-Bureau", 1916, ["TKK"]), ("Pet. Tel.-Ag.", 1916, ["SPTA"]), ("P.S.M.", 1960, ["SPK"]), ("apic", 1970, ["KIPA"]),
    ("Afp—Reuter", 1980, ["AFP", "REUTERS"]), ("ATS, Reuter et AFP", 1980, ["ATS", "REUTERS", "AFP"]),
    ("sda/afp/dpa/reuter/ap", 1990, ["ATS", "AFP", "DPA", "REUTERS", "AP"]), ("Hsinhua", 1975, ["XINHUA"]), ("ag.", 1960, ["AGENCIES"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "year", "ids"), ABBREVIATED)
@pytest.mark.parametrize(
    "shape", ["Berne, 12. ({}) — Le Conseil", "Le Conseil a siégé hier. ({})\nAutre titre"]
)
def test_abbreviations_of_old_print(words: str, year: int, ids: list[str], shape: str) -> None:
    assert [agency_id for agency_id, _ in roles(shape.format(words), year)] == ids


SHAPES = ["Paris, 12 mai. ({}.) — Le roi", "PARIS, 12 mai ({}). — Le roi", "Le roi est parti. ({})", "PARIS, 12. — {}. — Le roi",
          "Le roi est parti.\n\nSource : {}", "Le roi est parti.\n{}\nAutre chose", "[{}] Le roi est parti."]  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_every_alias_of_every_agency_is_found_in_a_credits_shape(shape: str) -> None:
    listed = agencies.agency_seeds.read(PROJECT / "seeds" / "authority")
    lives = {agency.agency_id: agency for agency in listed.agencies}
    missed = []
    for alias in listed.aliases:
        life = lives[alias.agency_id]
        year = max(life.founded or 0, (life.dissolved or 2020) - 5)
        found = [agency_id for agency_id, _ in roles(shape.format(alias.text), year)]
        if not life.collective and alias.agency_id not in found:
            missed.append(alias.text)
    assert missed == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il est mort, a rapporté l'agence officielle Sana.", [("SANA", "quoted")]),
        ("Il est mort, a indiqué l'agence de presse iranienne Fars.", [("FARS", "quoted")]),
        ("Murió, informó la agencia de noticias rusa Interfax.", [("INTERFAX", "quoted")]),
        ("O ministro demitiu-se. Lusa/Fim", [("LUSA", "issuer")]),
        ("He left.\n\n(Reporting by Ann Lee in London; Editing by Bob Ray) Reuters", [("REUTERS", "issuer")]),
    ],
)
def test_agencies_behind_what_they_are_and_at_the_end_of_their_copy(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert roles(text) == found


# A text of its own each, and what it credits: "agency role", in order.
SIGNATURES = [
    ("Par LEXPRESS.fr avec AFP, publié le 12/03/2016 à 12:00\n\n" + BODY, "AFP contributor"),
    ("Le Monde.fr avec AFP et Reuters | 12.03.2016 à 08h12\n\n" + BODY, "AFP contributor, REUTERS contributor"),
    ("Le Figaro avec AFP agence\n\n" + BODY, "AFP contributor"),
    ("Par AFP agence\n\n" + BODY, "AFP issuer"),
    (BODY + "\n\n(Jane Doe, avec AFP)", "AFP contributor"),
    ("Von Jane Doe und dpa\n\n" + BODY, "DPA contributor"),
    (BODY + "\n\n(sda/afp/reu)", "ATS joint, AFP joint, REUTERS joint"),
    (BODY + "\n\nkev/dpa/Reuters", "DPA contributor, REUTERS contributor"),
    (BODY + "\n\n© dpa-infocom, dpa:210312-99-799417/3", "DPA issuer, DPA issuer"),
    (BODY + "\n\nDieser Text wurde mit Material der Deutschen Presse-Agentur erstellt.", "DPA contributor"),
    (BODY + "\n\nDirekt aus dem dpa-Newskanal", "DPA issuer"),
    (BODY + "\n\n(This story is auto-generated from a syndicated feed from PTI.)", "PTI issuer"),
    (BODY + "\n\n- With files from The Associated Press and The Canadian Press", "AP contributor, CP contributor"),
    (BODY + "\n\nReuters and The Associated Press contributed.", "REUTERS contributor, AP contributor"),
    ("By JANE ROE\nAssociated Press Writer\n\n" + BODY, "AP issuer"),
    ("By JANE R. ROE, AP Sports Writer\n\n" + BODY, "AP issuer"),
    ("Staff and agencies\n\n" + BODY, "AGENCIES contributor"),
    ("Reuters in Tokyo\n\n" + BODY, "REUTERS issuer"),
    ("EFE/Madrid\n\n" + BODY, "EFE issuer"),
    ("EFE/ Redacción\n\n" + BODY, "EFE contributor"),
    ("Redacción/Agencias\n\n" + BODY, "AGENCIES contributor"),
    ("Door onze redactie / ANP\n\n" + BODY, "ANP contributor"),
    ("Redazione ANSA ROMA\n12 marzo 2016 10:10 NEWS\n\n" + BODY, "ANSA issuer"),
    (BODY + "\n\nfonte AGI", "AGI issuer"),
    (BODY + "\n\nLusa/fim", "LUSA issuer"),
    (BODY + "\n\nالمصدر: الجزيرة + وكالات", "AGENCIES contributor"),
    ("القاهرة - أ ش أ\n\n" + BODY, "MENA issuer"),
    ("Da Redação com Agência Brasil\n\n" + BODY, "AGENCIA_BRASIL contributor"),
    (BODY + "\n\n(Jane Doe/AP)", "AP photo"),
    (BODY + "\n\n(Police Department via AP, File)", "AP photo"),
    (BODY + "\n\nAFP PHOTO", "AFP photo"),
    (BODY + "\n\nPTI Photo", "PTI photo"),
    (BODY + "\n\n© Joel Saget, AFP", "AFP photo"),
    (BODY + "\n\nFoto: Jane Doe, dpa", "DPA photo"),
    (BODY + "\n\nPhoto d'illustration. AFP", "AFP photo"),
    (BODY + "\n\n(أ ف ب/جين دو)", "AFP photo"),
    # A preposition that is a sentence's own.
    ("L'entreprise a signé un accord avec l'AFP.", ""),
    ("The company signed a deal with Reuters.", ""),
    ("Die Zeitung kündigte den Vertrag mit der dpa.", ""),
    ("He moved to London from Reuters.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), SIGNATURES)
def test_signatures(text: str, said: str) -> None:
    assert ", ".join(map(" ".join, roles(text))) == said


BYLINES = [
    ("avec AFP", "AFP contributor"), ("mit dpa", "DPA contributor"), ("PÚBLICO e Lusa", "LUSA contributor"),
    ("الجزيرة + وكالات", "AGENCIES contributor"), ("Redazione ANSA", "ANSA issuer"), ("Redazione/Ansa", "ANSA contributor"),
    ("Agencia Efe", "EFE issuer"), ("Efe", "EFE issuer"), ("Jane Roe, Ansa", "ANSA issuer"),
    # Somebody's name.
    ("Sana Malik", ""), ("Ana Petra", ""), ("Petra Wolff", ""), ("Efe Özkan", ""), ("Hina Khan", ""), ("Fars al-Din", ""),
]  # fmt: skip


@pytest.mark.parametrize(("byline", "said"), BYLINES)
def test_bylines(byline: str, said: str) -> None:
    found = normalise_credits.roles("Text.", byline=byline)
    assert ", ".join(map(" ".join, found)) == said


@pytest.mark.parametrize("caption", ["dpa", "De minister. Beeld dpa", "Der Minister. Bild: dpa"])
def test_a_caption_is_the_agencys_name_alone_or_after_the_word_for_a_picture(caption: str) -> None:
    assert normalise_credits.roles("Text.", captions=[caption]) == [("DPA", "photo")]


CITED = [
    ("dans un entretien à Reuters, le ministre a parlé.", "REUTERS"), ("Un document dont l'AFP a obtenu copie.", "AFP"),
    ("Un rapport dont Reuters a eu connaissance.", "REUTERS"), ("A Reuters witness heard shots.", "REUTERS"),
    ("Economists polled by Reuters had expected growth.", "REUTERS"), ("Wie die dpa aus Sicherheitskreisen erfuhr, ist er frei.", "DPA"),
    ("Está libre, según pudo constatar EFE.", "EFE"), ("Lo han informado a Europa Press fuentes policiales.", "EUROPA_PRESS"),
    ("Dat meldde het Russische persbureau Tass.", "TASS"), ("volgens het staatspersbureau Xinhua.", "XINHUA"),
    ("vertelde hij aan persbureau Reuters.", "REUTERS"), ("أفادت وكالة الأنباء السورية (سانا)", "SANA"),
    ("El ministro habló en una entrevista con EFE.", "EFE"), ("state news agency TAP said", "TAP"), ("the MENA news agency said", "MENA"),
    # Initials alone count again where the text says once whose they are.
    ("The state news agency MENA said so. MENA said more.", "MENA MENA"), ("PARIS (AP) - The end. AP said more.", "AP AP"),
    # What the initials of others say and do, and the agency's own affairs.
    ("Oil exporters in MENA said growth will slow.", ""), ("TAP said its flights would resume.", ""), ("La TAP a annoncé une grève.", ""),
    ("The ANA said ten Taliban were killed.", ""), ("L'INA a publié des archives.", ""), ("La SPA a annoncé que les chiens vont bien.", ""),
    ("Sandra Roe, MIA, said the painter.", ""), ("PTI said its leader Imran Khan would march.", ""), ("Sid said he was tired.", ""),
    ("La BNA informó que el banco cierra.", ""), ("Las AFP informaron de pérdidas.", ""), ("L'AFP a fêté ses 70 ans.", ""),
    ("The Australian Federal Police (AFP) said on Monday. AFP said it would act.", ""),
    ("Armed Forces of the Philippines (AFP) spokesman Juan Roe said.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), CITED)
def test_cited_in_a_sentence(text: str, said: str) -> None:
    assert " ".join(agency_id for agency_id, _ in roles(text)) == said


def test_initials_alone_say_by_their_rule_why_they_are_believed() -> None:
    found = normalise_credits.credits("The state news agency MENA said so. MENA said more.")
    assert [(credit.role, credit.rule) for credit in found] == [("quoted", "report"), ("quoted", "again")]
