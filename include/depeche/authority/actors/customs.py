"""How names are made where: countries by custom, and the words in names that are nobody's own."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a string."""
    return frozenset(words.split())


CYRILLIC = word_set("RU UA BY BG KZ KG TJ UZ TM MK MN SUHH GE AM AZ GE-AB GE-SO MD-PMR AZ-NK UA-DPR UA-LPR")
ARABIC = word_set("SY EG IQ JO LB SA YE OM KW QA BH AE LY TN DZ MA SD MR PS IR AF PK SO KM DJ TD EH SO-SOM")
HISPANIC = word_set("ES MX AR BO CL CO CR CU DO EC GT HN NI PA PE PY SV UY VE GQ PR")
SURNAME_FIRST = word_set("CN KP KR TW VN KH")
PARTICLES = word_set(
    "bom de del della di da dos das du des von van der den zu zum ten ter la le el al bin ben ibn abu abou "
    "ould bint st san santa mac lord"
)
# The Arabic article as the wires spell it: "el-Sisi", "al-Sisi".
ARTICLES = ("al", "el")
# Of kings and popes, who are also named without: "le roi Juan Carlos".
NUMERALS = word_set("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xxiii")
SONS = frozenset(("bin", "ben", "ibn"))
