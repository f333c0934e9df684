"""Forms of dates in four languages, and what is none; seen from Wednesday 6 July 2016.

A line: sentence → words = first[..last] rule; …
"""

from date_forms.de import DE
from date_forms.en import EN
from date_forms.es import ES
from date_forms.fr import FR
from date_forms.none import NONE

__all__ = ["DE", "EN", "ES", "FR", "NONE"]
