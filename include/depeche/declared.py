"""A YAML file that people write, read with the line of every mistake."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import yaml

from depeche.settings import SettingsError

T = TypeVar("T")
NULL = "tag:yaml.org,2002:null"


def compose(path: Path, setting: str, what: str) -> yaml.Node | None:
    """The file's node; None where it says nothing. ``setting`` names the file, ``what`` it declares.

    Raises SettingsError.
    """
    where = f"{setting} says where the {what} are declared"
    return parsed(path, lambda text: yaml.compose(text, Loader=yaml.SafeLoader), where)


def parsed(path: Path, parse: Callable[[str], T], where: str) -> T:
    """What ``parse`` makes of the file's text; ``where`` says how another file is named.

    Raises SettingsError with the line of what cannot be read.
    """
    try:
        content = path.read_bytes()
        return parse(content.decode("utf-8-sig"))
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror}); {where}") from None
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise wrong(path, line, "not UTF-8; save the file as UTF-8") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        # What a constructor says is no matter of YAML.
        kind = "" if isinstance(error, yaml.constructor.ConstructorError) else "not YAML: "
        raise wrong(path, mark.line + 1 if mark else 1, f"{kind}{error.problem}") from None
    except yaml.reader.ReaderError as error:
        line = content.decode("utf-8-sig")[: error.position].count("\n") + 1
        raise wrong(path, line, f"holds the control character {error.character!r}; remove it") from None
    except RecursionError:
        raise wrong(path, 1, f"nested too deeply; {path.name} is a list of flat mappings") from None


def mapping(path: Path, node: yaml.Node, what: str, example: str) -> dict[str, tuple[int, yaml.Node]]:
    """Key → (line, value node). Raises SettingsError where it is no mapping or a key comes twice."""
    if not isinstance(node, yaml.MappingNode):
        raise wrong(path, line_of(node), f"{what} takes keys and values, such as\n{example}")
    found: dict[str, tuple[int, yaml.Node]] = {}
    for key, value in node.value:
        line = line_of(key)
        if not isinstance(key, yaml.ScalarNode):
            raise wrong(path, line, f"{what}: a key is a word, such as id:")
        if key.value in found:
            raise wrong(
                path, line, f"{key.value}: is given twice; the first is in line {found[key.value][0]}"
            )
        found[key.value] = (line, value)
    return found


def line_of(node: yaml.Node) -> int:
    """The line a node begins in, from 1."""
    return int(node.start_mark.line) + 1


def wrong(path: Path, line: int, message: str) -> SettingsError:
    """The error that says what is wrong in a line, and what to write instead."""
    return SettingsError(f"{path}:{line}: {message}")
