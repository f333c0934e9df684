"""Small XML documents to clean: one that says a value at a path, and one of the given elements."""

from __future__ import annotations

SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#" '
    'xmlns:georss="http://www.georss.org/georss" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0" '
    'xmlns:yandex="http://news.yandex.ru" xmlns:rambler="http://news.rambler.ru" xmlns:xhtml="http://www.w3.org/1999/xhtml" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" '
    'xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" '
    'xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
)
TEXTS = ("description", "content:encoded", "yandex:full-text", "rambler:fulltext", "xhtml:body", "xhtml:div")


def inside(path: str, value: str) -> str:
    """Nested elements for ``path``, the innermost holding ``value`` as its words or attribute."""
    names, _, attribute = path.partition("@")
    *outer, last = names.split("/")
    said = f'<{last} {attribute}="{value}"/>' if attribute else f"<{last}>{value}</{last}>"
    return "".join(f"<{name}>" for name in outer) + said + "".join(f"</{name}>" for name in reversed(outer))


def nitf(path: str, value: str) -> str:
    """A document that says ``value`` at ``path``, besides its text."""
    if path.startswith("@"):
        return f'<nitf {path[1:]}="{value}"><body><body.content><p>Text.</p></body.content></body></nitf>'
    if path.startswith("head/meta["):
        return (
            f'<nitf><head><meta name="{path[10:-1]}" content="{value}"/></head>{nitf_body("", value)}</nitf>'
        )
    if path.startswith("body/"):
        return f"<nitf>{nitf_body(path[5:], value)}</nitf>"
    said = inside(path, value) if path else ""
    if "date.release" in path:
        said = said.replace("<date.release", '<date.issue norm="20200101"/><date.release')
    return f"<nitf>{said}{nitf_body('', value)}</nitf>"


def nitf_body(path: str, value: str) -> str:
    head, content, end = "", "<p>Text.</p>", ""
    if path.startswith("body.head/"):
        head = inside(path, value)
    elif path.startswith("body.content"):
        content += f"<p>{value}</p>"
    elif path:
        end = f"<body.end><tagline>{value}</tagline></body.end>"
    return f"<body>{head}<body.content>{content}</body.content>{end}</body>"


def newsmlg2(path: str, value: str) -> str:
    content = "<contentSet><inlineXML><p>Text.</p></inlineXML></contentSet>"
    header, attribute, within = "", "", ""
    if path.startswith("header/"):
        header = inside(path, value)
    elif path.startswith("@"):
        attribute = f'{path[1:]}="{value}"'
    elif path.startswith("contentSet/"):
        content = f"<contentSet><inlineData>Text.</inlineData>{inside(path.partition('/')[2], f'<p>{value}</p>')}</contentSet>"
        content = content.replace("<inlineData>Text.</inlineData><inlineData>", "<inlineData>")
    elif path == "hopHistory/hop/party":
        within = f'<hopHistory><hop><party literal="{value}"/><action qcode="hopaction:created"/></hop></hopHistory>'
    elif path.endswith("/link"):
        within = inside(path, "").replace("<link>", f'<link href="{value}" rel="irel:x">')
    elif path.endswith(("/itemRef", "/conceptRef")):
        within = inside(f"{path}@href", value)
    elif path.endswith("/language"):
        within = inside(f"{path}@tag", value)
    elif path:
        within = inside(path, value)
    item = f"<newsItem {attribute}>{within}{content}</newsItem>"
    return f"<newsMessage>{header}<itemSet>{item}</itemSet></newsMessage>"


def rss_item(path: str, value: str) -> str:
    web = "https://v.example/Value-of-it"
    attribute, feed, item = "", "", ""
    if path == "@about":
        attribute = f'about="{web}"'
    elif path == "channel/link":
        feed = "<link>https://9.example/</link>"
    elif path.startswith("channel/"):
        feed = inside(path.removeprefix("channel/"), value)
    elif path.startswith("geo:"):
        item = "<geo:Point><geo:lat>9</geo:lat><geo:long>9</geo:long></geo:Point>"
    elif path:
        spoken = {"link": web, "feedburner:origLink": web, "georss:point": "9 9"}.get(path, value)
        item = inside(path, spoken)
    text = "" if path in TEXTS else "<xhtml:div><xhtml:p>Text.</xhtml:p></xhtml:div>"
    return f"<rss {SPACES}><channel>{feed}<item {attribute}>{item}{text}</item></channel></rss>"


def atom_entry(path: str, value: str) -> str:
    attribute, feed, item = "", "", inside(path, value) if path and path[0] not in "@f" else ""
    if path == "feed/link":
        feed = '<link href="https://9.example/"/>'
    elif path.startswith("feed/"):
        feed = inside(path.removeprefix("feed/"), value)
    elif path == "@xml:lang":
        attribute = f'xml:lang="{value}"'
    elif path == "link":
        item = '<link href="https://v.example/Value-of-it"/>'
    elif path == "category@label":
        item = f'<category term="x" label="{value}"/>'
    text = "" if path == "content" else "<content>Text.</content>"
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{feed}<entry {attribute}>{item}{text}</entry></feed>'


def nitf_said(docdata: str = "", head: str = "", body: str = "") -> str:
    return (
        f"<nitf><head>{head}<docdata>{docdata}</docdata></head><body><body.head>{body}</body.head>"
        "<body.content><p>Text.</p></body.content></body></nitf>"
    )


def g2_said(meta: str = "", content: str = "") -> str:
    return (
        f"<newsItem><itemMeta>{meta}</itemMeta><contentMeta>{content}</contentMeta>"
        "<contentSet><inlineXML><p>Text.</p></inlineXML></contentSet></newsItem>"
    )


def atom_said(entry: str = "", feed: str = "") -> str:
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{feed}<entry>{entry}<content>Text.</content></entry></feed>'


def rss_said(item: str = "", channel: str = "", root: str = "") -> str:
    return f"<rss {SPACES}>{root}<channel>{channel}<item>{item}<description>Text.</description></item></channel></rss>"
