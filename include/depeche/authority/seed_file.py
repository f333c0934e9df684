"""A YAML file of ``seeds/authority``, read and checked against its form; a mistake is told with its line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar, get_origin

import msgspec
import yaml

from depeche.declared import line_of, parsed, wrong

T = TypeVar("T")


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML without dates and without yes/no: NO is Norway. A key that comes twice is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        lines: dict[str, int] = {}
        for key, _ in node.value:
            line = line_of(key)
            if isinstance(key, yaml.ScalarNode) and lines.setdefault(key.value, line) != line:
                said = f"{key.value}: is given twice; the first is in line {lines[key.value]}"
                raise yaml.constructor.ConstructorError(None, None, said, key.start_mark)
        made: dict[Any, Any] = super().construct_mapping(node, deep)
        return made


_Loader.yaml_implicit_resolvers = {
    first: [(tag, found) for tag, found in resolvers if not tag.endswith((":bool", ":timestamp"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def read(file: Path, form: type[T]) -> T:
    """The file as ``form``. Raises SettingsError with its name, the line and what is wrong."""
    content = load(file)
    try:
        return msgspec.convert(content, form)
    except msgspec.ValidationError as error:
        key = _wrong_key(content, form)
        line = _line(file, key, str(error))
        raise wrong(file, line, f"{f'{key}: ' if key is not None else ''}{error}") from None


def load(file: Path) -> Any:
    """What the file says, unchecked but for keys that come twice. Raises SettingsError with its name and the line."""
    where = "DEPECHE_AUTHORITY says where the authority is"
    return parsed(file, lambda text: yaml.load(text, Loader=_Loader), where)


def _wrong_key(content: Any, form: Any) -> Any:
    """The first key of a file of entries whose entry is wrong; None of other files."""
    if get_origin(form) is not dict or not isinstance(content, dict):
        return None
    for key, value in content.items():
        try:
            msgspec.convert({key: value}, form)
        except msgspec.ValidationError:
            return key
    return None


def _line(file: Path, key: Any, said: str) -> int:
    """The line of what the error is about, as far as its path (``$[...].names``, ``$.cities[3]``) tells."""
    path = re.search(r"`\$([^`]*)`$", said)
    steps = re.findall(r"[\w.]*\.\.\.|\w+", path[1] if path else "")
    if key is not None:
        steps = [str(key), *steps[1:]]
    found: yaml.Node | None = yaml.compose(file.read_text("utf-8"), Loader=_Loader)
    line = 1
    for step in steps:
        inner = _inner(found, step)
        if inner is None:
            break
        line, found = inner
    return line


def _inner(node: yaml.Node | None, step: str) -> tuple[int, yaml.Node] | None:
    """The line and the node that a key or a number leads to."""
    if isinstance(node, yaml.MappingNode):
        return next(((line_of(k), v) for k, v in node.value if k.value == step), None)
    if isinstance(node, yaml.SequenceNode) and step.isdigit() and int(step) < len(node.value):
        value = node.value[int(step)]
        return line_of(value), value
    return None
