"""A module imported when it is first used: for what a library imports at once and hardly ever uses."""

from __future__ import annotations

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec


def import_later(name: str) -> None:
    """Let ``import name`` cost nothing until something is asked of the module.

    Nothing is done where it has been imported or is not installed. (The recipe is that of the
    Python documentation for ``importlib.util.LazyLoader``.)
    """
    if name in sys.modules or (spec := find_spec(name)) is None or spec.loader is None:
        return
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    package, _, last = name.rpartition(".")
    if package:
        setattr(sys.modules[package], last, module)
