"""Agencies' names in a credit: every alias, as old print cut and shortened them; and what only looks like one."""

from __future__ import annotations

import pytest

from depeche.authority import agencies
from depeche.settings import PROJECT
from normalise_credits import roles

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
    listed = agencies.seed.read(PROJECT / "seeds" / "authority")
    lives = {agency.agency_id: agency for agency in listed.agencies}
    missed = []
    for alias in listed.aliases:
        life = lives[alias.agency_id]
        year = max(life.founded or 0, (life.dissolved or 2020) - 5)
        found = [agency_id for agency_id, _ in roles(shape.format(alias.text), year)]
        if not life.collective and alias.agency_id not in found:
            missed.append(alias.text)
    assert missed == []
