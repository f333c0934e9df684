"""XML of wires: what is forbidden and mended, and names without their namespaces."""

from __future__ import annotations

import pytest

from depeche.clean.xml import safe as xmlsafe

# XML 1.0, section 2.2: what Char leaves out; of surrogates the first and the last.
FORBIDDEN = [*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0xD800, 0xDFFF, 0xFFFE, 0xFFFF]
PLACES = (
    "<a>é{0}</a>", '<a b="é{0}é"/>', "<a><![CDATA[é{0}]]></a>", "<a><!-- é{0} --></a>", "<a><?p é{0}?></a>", "<a/>{0}",
    "<a>" + "x" * 70_000 + "{0}</a>",
)  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_forbidden_character_is_dropped_wherever_it_stands(place: str) -> None:
    for character in map(chr, FORBIDDEN):
        parsed = xmlsafe.parse_text(place.format(character))
        assert parsed.flags == (xmlsafe.CONTROLS,)
        assert character not in parsed.text
    assert xmlsafe.parse_text(place.format("\t\n")).flags == ()


@pytest.mark.parametrize(
    "text",
    [
        '<a xmlns="urn:x"><b>1</b></a>',
        "<a xmlns='urn:x'>\n<b xmlns='urn:y'>1</b></a>",
        '<x:a xmlns:x="urn:x"><x:b>1</x:b></x:a>',
        '<a xmlns="urn:x" xmlns:x="urn:y"><x:b>1</x:b></a>',
        '<a xmlns = "urn:x"><b>1</b></a>',
        '<a xmlns:xsi="urn:x" xsi:c="2"><b>1</b></a>',
    ],
)
def test_elements_have_their_local_names(text: str) -> None:
    root = xmlsafe.parse_text(text).root
    assert [element.tag for element in root.iter()] == ["a", "b"]
    assert [element.text for element in root.iter("b")] == ["1"]


def test_words_that_look_like_a_namespace_stay() -> None:
    words = ' xmlns="urn:x" and xmlns:x="urn:y"'
    assert xmlsafe.parse_text(f"<a>{words}<b c='axmlns=1'/></a>").root.text == words
