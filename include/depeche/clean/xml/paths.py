"""An XML element's inside by path: what stands where, and what no table knows.

A path is the names from the item down, without namespaces: ``contentMeta/headline``; an
attribute's is ``contentMeta/headline@role``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from depeche.clean.tidy import one_line, unique
from depeche.clean.xml.safe import LANG, words

# What a wire file may hold in paths before it is no longer worth remembering them.
_REMEMBERED = 20_000


class Table:
    """The paths that a reader maps or ignores.

    ``*`` at the end of a path stands for all that begin so, at its beginning for all that end so.
    ``carried`` are attributes that hold an element's value: they are known where the element is.
    """

    def __init__(self, *paths: Iterable[str], carried: frozenset[str] = frozenset()) -> None:
        self._carried = carried
        every = [path for group in paths for path in group]
        self._exact = frozenset(every)
        self._starts = tuple(path[:-1] for path in every if path.endswith("*"))
        self._ends = tuple(path[1:] for path in every if path.startswith("*"))
        self._known: dict[str, bool] = {}
        self._attributes: dict[str, dict[str | bytes, str]] = {}

    def knows(self, path: str) -> bool:
        """Whether the table says what becomes of ``path``."""
        known = self._known.get(path)
        if known is None:
            element, _, attribute = path.rpartition("@")
            known = path in self._exact or path.startswith(self._starts) or path.endswith(self._ends)
            known = known or (attribute in self._carried and self.knows(element))
            if len(self._known) < _REMEMBERED:
                self._known[path] = known
        return known

    def attributes(self, path: str) -> dict[str | bytes, str]:
        """Attributes that elements at ``path`` had so far → their path where the table does not know it, else ""."""
        seen = self._attributes.get(path)
        if seen is None:
            seen = {}
            if len(self._attributes) < _REMEMBERED:
                self._attributes[path] = seen
        return seen

    def attribute(self, path: str, attribute: str) -> str:
        """The path of an attribute that the table does not know, "" of one that it does."""
        name = "xml:lang" if attribute == LANG else attribute.rpartition("}")[2]
        return "" if self.knows(f"{path}@{name}") else f"{path}@{name}"


def below(name: str, paths: Iterable[str]) -> list[str]:
    """Those of ``paths`` that begin at ``name``, as they are seen from there."""
    inside = [path[len(name) :] for path in paths if path.startswith((f"{name}/", f"{name}@"))]
    return [path.removeprefix("/") for path in inside]


class Paths:
    """The elements inside ``root`` by their path.

    What is inside one of ``leaves`` stays together; or, where ``groups`` are given, what is not
    one of them. ``named`` gives an element's name where its tag is not the name.
    """

    def __init__(
        self,
        root: etree._Element,
        leaves: frozenset[str] = frozenset(),
        groups: frozenset[str] | None = None,
        named: Callable[[etree._Element], str] | None = None,
    ) -> None:
        self._leaves = leaves
        self._groups = groups
        self._named = named
        self._found: defaultdict[str, list[etree._Element]] = defaultdict(list)
        self._together: list[tuple[str, etree._Element]] = []
        self._found[""].append(root)
        self._walk(root, "")

    def _walk(self, element: etree._Element, before: str) -> None:
        found, named = self._found, self._named
        for child in element:
            name = named(child) if named else child.tag
            path = f"{before}{name}"
            found[path].append(child)
            if len(child):
                if self._is_leaf(name):
                    self._together.append((path, child))
                else:
                    self._walk(child, f"{path}/")

    def _is_leaf(self, name: str) -> bool:
        return name not in self._groups if self._groups is not None else name in self._leaves

    def values_with_parts(self) -> list[tuple[str, etree._Element]]:
        """(path, element) of every element with others inside that stay together with it."""
        return self._together

    def all(self, *paths: str) -> list[etree._Element]:
        """The elements at ``paths``, path by path in their order."""
        return [element for path in paths for element in self._found.get(path, ())]

    def values(self, *paths: str) -> list[str]:
        """The words of elements or values of attributes at ``paths``, on one line, each once."""
        return unique(self._said(paths))

    def first(self, *paths: str) -> str | None:
        """The first of :meth:`values`, or None."""
        return next(filter(None, self._said(paths)), None)

    def further(self, *paths: str) -> list[str]:
        """``path[2]`` for those of ``paths``, which fields with room for one value take, that say several."""
        found = self._found
        return [
            f"{path}[2]"
            for path in paths
            if len(found.get(path.partition("@")[0], ())) > 1 and len(self.values(path)) > 1
        ]

    def _said(self, paths: Iterable[str]) -> Iterator[str]:
        for path in paths:
            at, _, attribute = path.partition("@") if "@" in path else (path, "", "")
            for element in self._found.get(at, ()):
                yield one_line(element.get(attribute) if attribute else words(element))

    def unknown(self, table: Table, name: str = "") -> list[str]:
        """Paths of elements and attributes with a value that ``table`` does not know; they begin at ``name``."""
        found: list[str] = []
        for path, elements in self._found.items():
            known, attributes = table.knows(path) or not path, table.attributes(path)
            for element in elements:
                if not known and _says(element, self._is_leaf(path.rpartition("/")[2])):
                    found.append(path)
                for attribute in element.keys():  # noqa: SIM118 - elements iterate over children
                    unread = attributes.get(attribute)
                    if unread is None:
                        unread = table.attribute(path, str(attribute))
                        if len(attributes) < 100:
                            attributes[attribute] = unread
                    if unread:
                        found.append(unread)
        found = unique(found)
        return [f"{name}{'' if path[0] == '@' else '/'}{path}" for path in found] if name else found


def _says(element: etree._Element, is_leaf: bool) -> bool:
    """Whether the element has words of its own, or those of what is inside it where that stays together."""
    text = words(element) if is_leaf else element.text or ""
    return bool(text.strip())
