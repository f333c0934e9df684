"""Every quality flag that the code sets is in the closed list, and the list holds no other."""

import ast
import re
from pathlib import Path

import depeche
from depeche.flags import FLAGS

SNAKE = re.compile(r"[a-z]+(?:_[a-z]+)+")
HERE = Path(depeche.__file__).parent
RULES = {"no_archive"}  # lists of words that are no flags


def strings(node):
    if isinstance(node, ast.IfExp):
        yield from strings(node.body)
        yield from strings(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and SNAKE.fullmatch(node.value):
        yield node.value


def emitted(tree):
    """Words in lists, in tuples of one, and appended to what is called flags."""
    for node in ast.walk(tree):
        if isinstance(node, ast.List) or (isinstance(node, ast.Tuple) and len(node.elts) == 1):
            for part in node.elts:
                yield from strings(part)
        elif isinstance(node, ast.ListComp):
            yield from strings(node.elt)
        elif (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "append"
        ) and "flag" in ast.unparse(node.func.value):
            for part in node.args:
                yield from strings(part)


def test_the_normalisers_set_only_listed_flags():
    files = sorted((HERE / "normalise").rglob("*.py"))
    found = {flag for file in files for flag in emitted(ast.parse(file.read_text()))} - RULES
    assert len(found) > 25
    assert found <= FLAGS.keys()


def test_every_listed_flag_is_set_somewhere():
    code = "".join(file.read_text() for part in ("normalise", "lake") for file in (HERE / part).rglob("*.py"))
    assert [flag for flag in FLAGS if not re.search(rf"['\"]{flag}['\"]", code)] == []
