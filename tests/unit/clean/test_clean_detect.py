"""The format is told from the content."""

from __future__ import annotations

import gzip
import json

import pytest

from depeche.clean.detect import detect
from depeche.records import Reject

NEWSML = '<NewsML Version="1.2"><NewsItem/></NewsML>'


@pytest.mark.parametrize(
    "payload",
    [
        NEWSML,
        "<NewsML>",
        "\ufeff" + NEWSML,
        "\n\n  " + NEWSML,
        '<?xml version="1.0" encoding="iso-8859-1"?>' + NEWSML,
        "<?xml version='1.0'?>\n<!-- <html> -->\n<!DOCTYPE NewsML SYSTEM 'x.dtd' [<!ENTITY % a SYSTEM 'b'>]>\n"
        + NEWSML,
        f"<?xml version='1.0'?><!--{'x' * 20_000}-->" + NEWSML,
    ],
)
@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_newsml(payload: str, charset: str) -> None:
    assert detect(payload.encode(charset)).FORMAT == "newsml12"


@pytest.mark.parametrize(
    "payload",
    [
        "<!DOCTYPE html><p>x",
        "<html><body>",
        "<HTML>",
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">',
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN"><HTML>',
        "<!-- saved -->\n<div>text</div>",
        "<p>fragment",
        "Warning: mysql_connect() in /srv/x.php\n<html><body>",
    ],
)
def test_pages(payload: str) -> None:
    assert detect(payload.encode()).FORMAT == "page"


@pytest.mark.parametrize(
    ("payload", "reader"),
    [
        ("<nitf><head/></nitf>", "nitf"),
        ('<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd"><nitf>', "nitf"),
        ('<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">', "nitf"),
        ('<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "newsmlg2"),
        ("<?xml version='1.0'?><newsMessage/>", "newsmlg2"),
        ('<n:packageItem xmlns:n="http://iptc.org/std/nar/2006-10-01/">', "newsmlg2"),
        ("<?xml version='1.0'?><rss version='2.0'/>", "rss"),
        ('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">', "rss"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"/>', "atom"),
        ('<a:entry xmlns:a="http://www.w3.org/2005/Atom"/>', "atom"),
    ],
)  # fmt: skip
def test_markup_of_agencies_and_feeds(payload: str, reader: str) -> None:
    assert reader == detect(payload.encode()).FORMAT


@pytest.mark.parametrize(
    "payload",
    [
        "PARIS (AFP) - Texte.",
        "<<< urgent >>>",
        "< 5 morts dans un accident",
        "[Reuters] A bracket begins the line",
        "{ note } to editors",
        "Date: hier\nLe phare",
        "titre, chapeau, texte",
        "a",
        "1. Liste",
    ],
)
def test_text(payload: str) -> None:
    assert detect(payload.encode()).FORMAT == "text"


@pytest.mark.parametrize(
    "payload", [b"", b" \n\t", b"\0" * 50, b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe\n\0"]
)
def test_empty(payload: bytes) -> None:
    with pytest.raises(Reject) as caught:
        detect(payload)
    assert caught.value.reason == "empty"


@pytest.mark.parametrize(
    "payload",
    [
        b"%PDF-1.7\n%text follows",
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"\xff\xd8\xff\xe0JFIF",
        b"GIF89a....",
        b"PK\x03\x04....",
        gzip.compress(b"x" * 1000, mtime=0),
        b"\0\0\0\x20ftypmp42....",
        b"\x7fELF\x02\x01",
        bytes(range(256)) * 4,
        bytes((i * i * 31) % 256 for i in range(700)),
    ],
)
def test_binary(payload: bytes) -> None:
    with pytest.raises(Reject) as caught:
        detect(payload)
    assert caught.value.reason == "binary"


@pytest.mark.parametrize(
    ("payload", "named"),
    [
        ("<?xml version='1.0'?><weather/>", "<weather>"),
        ("<weather>", "<weather>"),
        ('<DOC id="AFP_FRE_19940512.0001" type="story">', "Gigaword"),
        (json.dumps({"uri": "x", "versioncreated": "2024"}), "ninjs"),
        (json.dumps({"uno": "newsml.afp.com.1"}), "AFP's Core API"),
        ("[1, 2]", "JSON"),
        ('{"a": 1}\n{"a": 2}', "JSON"),
        ("\x01bsf025 3 ec 121 etf 967\nSlug\n\x02\nText\n\x03130600 Mar 19\n\x04", "IPTC 7901"),
        ("\x16\x16\x01W2870 US asian\nf l\x13", "ANPA"),
        ("From: a@b.example\nTo: c@d.example\nSubject: x\n\nBody", "e-mail"),
        ("id,title,text,url\n1,a,b,c\n", "CSV"),
        ("{\\rtf1 x}", "RTF"),
        ("WARC/1.1\r\nWARC-Type: resource", "WARC"),
        ("<?xml version='1.0'?>", "without any element"),
    ],
)
def test_other_formats_are_named(payload: str, named: str) -> None:
    with pytest.raises(Reject) as caught:
        detect(payload.encode())
    assert caught.value.reason == "unknown_format"
    assert named in caught.value.detail
