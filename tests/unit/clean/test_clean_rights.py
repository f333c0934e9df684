"""Usage terms from where the XML formats say them, as far as the rules read from them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from depeche.clean.newsmlg2.mapping import RIGHTS
from depeche.normalise.rights import rights
from depeche.records import CleanDispatch
from newsml12_item import newsml
from xml_documents import g2_said, nitf_said

Read = Callable[..., CleanDispatch]
ODRL = "http://www.w3.org/ns/odrl/2/"


def g2(said: str, content: str = "<p>Text.</p>") -> str:
    item = g2_said().replace("<itemMeta>", f"<rightsInfo>{said}</rightsInfo><itemMeta>")
    return item.replace("<p>Text.</p>", content)


def policy(rules: str) -> str:
    return g2(f'<rightsExpressionXML><o:Policy xmlns:o="{ODRL}">{rules}</o:Policy></rightsExpressionXML>')


@pytest.mark.parametrize(
    ("said", "terms", "rules"),
    [
        (f'<o:prohibition><o:asset uid="x"/><o:action name="{ODRL}archive"/></o:prohibition>', "prohibited: archive", ["no_archive"]),
        ('<o:prohibition><o:action name="odrl:store"/></o:prohibition>', "prohibited: store", ["no_archive"]),
        (f'<o:permission><o:action name="{ODRL}archive"/></o:permission>', "permitted: archive", []),
        (
            f'<o:permission><o:action name="{ODRL}distribute"/><o:constraint name="{ODRL}spatial" operator="{ODRL}eq" rightOperand="x:DEU"/></o:permission>',
            "permitted: distribute; spatial eq x:DEU",
            [],
        ),
    ],
)  # fmt: skip
def test_odrl_becomes_usage_terms(read: Read, said: str, terms: str, rules: list[str]) -> None:
    found = read(policy(said))
    assert rights(found) == (terms, rules)
    assert found.unmapped == []


def test_other_expressions_are_kept_as_words_or_reported(read: Read) -> None:
    found = read(g2("<rightsExpressionXML><x>No resale</x></rightsExpressionXML>"))
    assert (found.usage_terms, found.unmapped) == (["No resale"], [])
    found = read(g2('<rightsExpressionXML><x y="z"/></rightsExpressionXML>'))
    assert (found.usage_terms, found.unmapped) == ([], [f"{RIGHTS}/rightsExpressionXML"])


@pytest.mark.parametrize(
    ("document", "rules"),
    [
        (g2("<copyrightNotice>Copyright AFP. Archivage interdit.</copyrightNotice>"), ["no_archive"]),
        (g2("<copyrightNotice>Copyright AFP 2017</copyrightNotice>"), []),
        (g2('<rightsExpressionData>{"prohibition":[{"target":"x","action":"archive"}]}</rightsExpressionData>'), ["no_archive"]),
        (g2('<rightsExpressionData>{"prohibition":[{"action":"print"}],"permission":[{"action":"archive"}]}</rightsExpressionData>'), []),
        (g2_said("<edNote>Ne pas archiver.</edNote>"), ["no_archive"]),
        (g2("<usageTerms>GERMANY OUT</usageTerms>", nitf_said('<ed-msg info="No archive"/><doc.rights limitations="NO SALES"/>')), ["not_in:DE", "not_for:resale", "no_archive"]),
        (nitf_said('<ed-msg info="Not for archiving"/>'), ["no_archive"]),
        (nitf_said('<doc.copyright holder="AP. No archival use"/>'), ["no_archive"]),
        (nitf_said('<doc.rights owner="AP. No archival use"/>'), ["no_archive"]),
        (nitf_said('<doc.rights type="archive" limitations="prohibited"/>'), ["no_archive"]),
        (nitf_said(body="<note><p>Ne pas archiver.</p></note>"), ["no_archive"]),
        (nitf_said(body='<note noteclass="editorsnote"><p>Ne pas archiver.</p></note>'), ["no_archive"]),
        (nitf_said(body='<note noteclass="cpyrt"><p>Copyright 2017 AP. No archival use.</p></note>'), ["no_archive"]),
        (newsml(inside="<NewsManagement><Instruction FormalName='No archive'/></NewsManagement>"), ["no_archive"]),
        (newsml(lines="<CopyrightLine>(c) dpa. Keine Archivierung.</CopyrightLine>"), ["no_archive"]),
    ],
)  # fmt: skip
def test_rules_are_read_where_a_format_says_them(read: Read, document: str, rules: list[str]) -> None:
    found = read(document)
    assert sorted(rights(found, found.text)[1]) == sorted(rules)


@pytest.mark.parametrize(
    "usage",
    [
        "<UsageType>Archive</UsageType><Limitations>prohibited</Limitations>",
        "<UsageType FormalName='Archive'/><Geography>World</Geography><RightsHolder>AFP</RightsHolder><Limitations FormalName='Prohibited'/>",
        "<UsageType FormalName='x'>No archive</UsageType>",
    ],
)
def test_usage_rights_that_forbid_archiving(read: Read, usage: str) -> None:
    meta = f"<RightsMetadata><UsageRights>{usage}</UsageRights></RightsMetadata>"
    found = read(newsml().replace("<DescriptiveMetadata>", f"{meta}<DescriptiveMetadata>"))
    assert rights(found)[1] == ["no_archive"]
