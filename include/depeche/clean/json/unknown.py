"""What JSON items say that no table knows, or that a field has no room for."""

from __future__ import annotations

from collections.abc import Container, Mapping

from depeche.clean.json.values import EMPTY, VALUES, WORDS, Members, coded, every, listed, strings
from depeche.clean.tidy import unique


def unmapped(item: Members, *tables: Container[str]) -> list[str]:
    """Names of members that say something and stand in no table; a name of ``tables`` is in small letters."""
    return [
        name
        for name, value in item.items()
        if value not in EMPTY and not any(name.lower() in table for table in tables)
    ]


def unknown_inside(
    item: Members, known: Mapping[str, Container[str]], left_out: Container[str], before: str = ""
) -> list[str]:
    """``member/name`` for what stands inside the objects of members and no table knows.

    ``known`` gives the names that are taken of a member's objects, by its path in small letters;
    without an entry they are VALUES. What is ``left_out`` is not looked into. Of names for the
    words of a value those that say something else than the first are reported too.
    """
    found: list[str] = []
    for member, value in item.items():
        path = f"{before}{member}"
        if not isinstance(value, dict | list) or path.lower() in left_out:
            continue
        names = known.get(path.lower(), VALUES)
        for part in listed(value):
            if not isinstance(part, dict):
                continue
            said = {name: inner for name, inner in part.items() if inner not in EMPTY}
            if names is VALUES and _by_kind(said):
                continue
            found += [f"{path}/{name}" for name in said if name.lower() not in names]
            if names is VALUES and len(said) > 1:
                found += [f"{path}/{name}" for name in _other_words(said)]
            read = {name: inner for name, inner in said.items() if name.lower() in names}
            found += unknown_inside(read, known, left_out, f"{path}/")
    return unique(found)


def _by_kind(part: Members) -> bool:
    """Whether an object is one of lists: things by their kind."""
    return bool(part) and all(isinstance(things, list) for things in part.values()) and coded(part)[0] is None


def _other_words(part: Members) -> list[str]:
    words = [(name, strings(part[name])) for name in part if name.lower() in WORDS[:6]]
    return [name for name, said in words[1:] if said and said != words[0][1]]


def no_objects(item: Members, *names: str) -> list[str]:
    """Those of ``names``, whose values are objects, that hold something else."""
    return [
        name
        for name in names
        if any(part not in EMPTY and not isinstance(part, dict) for part in listed(item.get(name)))
    ]


def further(item: Members, *names: str) -> list[str]:
    """``name[2]`` for those of ``names``, which fields with room for one value take, that say several."""
    return [f"{name}[2]" for name in names if isinstance(item.get(name), list) and len(every(item, name)) > 1]


def several_languages(item: Members, *names: str) -> list[str]:
    """The flag of that name, where one of ``names`` says more than one language."""
    return ["several_languages"] if further(item, *names) else []
