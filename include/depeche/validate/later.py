"""A module imported when it is first used: for what a library imports at once and hardly ever uses."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any


def import_later(name: str) -> None:
    """Let ``import name`` cost nothing until something is asked of the module.

    Nothing is done where it has been imported or is not installed. (``importlib.util.LazyLoader`` would do,
    but that ``import`` itself asks such a module something.)
    """
    if name in sys.modules or find_spec(name) is None:
        return
    later = ModuleType(name)

    def of_the_real_one(attribute: str) -> Any:
        if sys.modules.get(name) is later:
            del sys.modules[name]
        return getattr(import_module(name), attribute)

    later.__dict__["__getattr__"] = of_the_real_one
    sys.modules[name] = later
