"""The format is told from the content."""

from __future__ import annotations

import gzip
import io
import json
from email.message import EmailMessage
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from depeche.clean.detect import READERS, detect
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


INPUTS = Path(__file__).parents[2] / "golden" / "clean" / "inputs"


@pytest.mark.parametrize(
    ("payload", "reader"),
    [
        ('<DOC id="AFP_FRE_19940512.0001" type="story">', "gigaword"),
        ("\n<doc>\n<docno> APW19980601.0003 </docno>", "gigaword"),
        (json.dumps({"uri": "x", "versioncreated": "2024"}), "ninjs"),
        (json.dumps([{"headlines": [], "bodies": []}]), "ninjs"),
        (json.dumps({"uno": "newsml.afp.com.1"}), "afpcore"),
        (json.dumps({"response": {"docs": [{"afpshortid": "x", "headline": "h"}]}}), "afpcore"),
        ('{"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1"}', "jsonfeed"),
        ("[1, 2]", "table"),
        ('{"a": 1}\n{"a": 2}', "table"),
        ("id,title,text,url\n1,a,b,c\n", "table"),
        ("\x01bsf025 3 ec 121 etf 967\nSlug\n\x02\nText\n\x03130600 Mar 19\n\x04", "iptc7901"),
        ("\x7f\x7f\r\n\x01x 1 ps 9\r\n", "text"),
        ("\x16\x16\x01W2870 US asian\nf l\x13", "anpa"),
        ("FRA0064 1 G 0004 FRA/AFP-RC58\nFLASH\n", "teleprinter"),
        ("\r\n\x07 FRA0064 1 G 0004 FRA /AFP-RC58 \r\nFLASH\n", "teleprinter"),
        ("From: a@b.example\nTo: c@d.example\nSubject: x\n\nBody", "mail"),
        ("From a@b.example Mon Mar 11 10:12:00 2024\nfrom: x\nsubject: y\nX-A: z\n\nBody", "mail"),
        ("Received: by x\n\tfor y\nSubject: z\nDate: now", "mail"),
        ("From: the harbour\nThe ship: sails\nAt: dawn\n\nBody", "text"),
    ],
)
def test_formats_without_markup(payload: str, reader: str) -> None:
    assert reader == detect(payload.encode()).FORMAT


def test_header_of_a_mail_longer_than_the_opening() -> None:
    mail = EmailMessage()
    for hop in range(200):
        mail["Received"] = f"from host{hop}.example by host{hop + 1}.example"
    mail["Subject"] = "x"
    mail.set_content("Body")
    assert detect(mail.as_bytes()).FORMAT == "mail"


def test_parquet() -> None:
    file = io.BytesIO()
    pq.write_table(pa.table({"text": ["\x01\x02"]}), file)
    assert detect(file.getvalue()).FORMAT == "table"


def test_declared_columns_make_a_table_of_any_text() -> None:
    assert detect(b"a;b\n1;2\n").FORMAT == "text"
    assert detect(b"a;b\n1;2\n", {"b": "text"}).FORMAT == "table"
    assert (
        detect(json.dumps({"uri": "x", "versioncreated": "2024"}).encode(), {"uri": "text"}).FORMAT == "table"
    )
    assert detect(NEWSML.encode(), {"b": "text"}).FORMAT == "newsml12"


# A teleprinter's copy, and an answer without documents, which could be anybody's.
ODD = ("text-teleprinter.txt", "afpcore-empty.json")


@pytest.mark.parametrize("path", sorted(INPUTS.iterdir()), ids=lambda path: path.name)
def test_inputs_are_named_after_their_format(path: Path) -> None:
    format = path.name.split("-")[0].split(".")[0]
    if format in {reader.FORMAT for reader in READERS} and path.name not in ODD:
        assert format == detect(path.read_bytes(), {} if "declared" in path.name else None).FORMAT
