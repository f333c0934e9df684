"""The lifecycle of a text with what is stated of it."""

from __future__ import annotations

from typing import Any

from depeche.normalise.lifecycle import Lifecycle, lifecycle
from normalise_places import dispatch

BODY = "PARIS, 6 juil 2016 (AFP) - Le ministre a parlé mardi devant le Parlement."


def life(text: str = "Le texte.", **stated: Any) -> Lifecycle:
    return lifecycle(dispatch(text, **stated), text)
