"""A page's tree cut down to its article: the container first, then the clutter in it.

What is cut is told by what elements are (scripts, forms, asides), by the words of their
class and id, and by paragraphs that are nothing but a link. Nothing is cut that holds a
large part of the page's paragraphs.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree
from lxml.html import HtmlElement

from depeche.clean.page import beside
from depeche.clean.page.breaks import make_paragraphs
from depeche.clean.page.dates import printed_date
from depeche.clean.page.elements import INLINE, parted
from depeche.clean.page.others import is_link_only, other_articles
from depeche.clean.tidy import one_line

# What is never text of an article.
MACHINERY = (
    "script", "style", "svg", "noscript", "iframe", "template", "form", "button", "input", "select",
    "textarea", "nav", "footer", "aside", "dialog", "video", "audio", "canvas", "object", "embed", "map",
    "menu", "picture", "link", "meta", "amp-ad", "amp-embed", "amp-sticky-ad", "amp-consent", "amp-sidebar",
    "amp-user-notification", "amp-list",
)  # fmt: skip
PICTURES = ("figure", "figcaption")
# Words of classes and ids that mark what surrounds an article; each stands for itself
# between other letters' borders, so that "share" is not found in "shareholder".
_WORDS = (
    "related|relateds|promo|promos|promotion|recirc|recirculation|recommended|recommendations?|outbrain|taboola|"
    "popular|trending|most-?(?:read|popular|viewed|shared)|newsletters?|subscribe|subscription|sign-?up|"
    "social|share|sharing|shares|sharebar|share-?(?:buttons?|tools?|links?)|follow-?us|"
    "comments?|disqus|respond|ad|ads|advert|advertisement|advertising|adslot|sponsor(?:ed)?|dfp|"
    "breadcrumbs?|cookie|consent|gdpr|modal|popup|pop-?up|lightbox|overlay-?(?:content|box)|tooltip|"
    "author-?(?:bio|box|info|card|content|data|meta|profile|description)|about-?(?:the-)?authors?|bio|"
    "byline|bylines|post-?meta|article-?meta|entry-?meta|meta-?data|"
    "teasers?|carousel|swiper|slider|slideshow|gallery|"
    "read-?(?:more|also|next)|see-?also|also-?read|more-?(?:on|from|stories|news)|up-?next|next-?(?:article|post)|"
    "lire-?aussi|a-?lire|voir-?aussi|abonn\\w*|leer-?mas|lea-?tambien|mehr-?zum-?thema|lesen-?sie-?auch|"
    "tags?|tag-?list|topics?-?list|keywords|toolbar|widget|sidebar|"
    "twitter-?tweet|instagram-?media|tiktok-?embed|fb-?post|external-?link|callout|"
    "sr-?only|screen-?reader(?:-?text)?|visually-?hidden|skip-?link|donat(?:e|ion)|cta|pull-?quotes?"
)
_CLUTTER = re.compile(f"(?:^|[^a-z])(?:{_WORDS})(?:[^a-z]|$)")
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden")
# Inside a sentence a class says nothing of the kind, save that a screen reader's words are hidden.
_INLINE = INLINE | {"br"}
_UNSEEN = re.compile(r"sr-?only|screen-?reader|visually-?hidden")
_LINKED = ("p", "div", "h2", "h3", "h4", "h5", "h6")
_LAYOUT = ("table", "tbody", "thead", "tfoot", "tr", "td", "th", "center", "font")
# An element with this share of the article's paragraphs is the article, whatever its class.
KEPT_SHARE = 0.3
MIN_PARAGRAPH = 40
# Where paragraphs hold a smaller share of a page's characters, its text may stand in other blocks.
FEW = 0.25

# What is to go is given this name first and taken out at once: quick, and safe on any text.
_CUT = "cut"

Weights = dict[etree._Element, int]


class Scope:
    """The container of the article, its pictures' captions and credits, and the date it prints."""

    def __init__(self, tree: HtmlElement) -> None:
        body = tree.find("body")
        self.root: HtmlElement = tree if body is None else body
        etree.strip_elements(self.root, *MACHINERY, with_tail=False)
        self.total, self._weights = _weigh(self.root)
        has_few = self.total < FEW * len(self.root.text_content())
        if has_few and make_paragraphs(self.root, self.total):
            self.total, self._weights = _weigh(self.root)
        body, self.root = self.root, self._container()
        self.total = self._weights.get(self.root, 0)
        self.below_headline = beside.above(body, self.root)
        pictures = beside.pictures(self.root)
        self.captions, self.credits = pictures.captions, pictures.credits
        for part in pictures.outside:
            part.tag = _CUT
        etree.strip_elements(self.root, _CUT, with_tail=False)
        self.printed_date = printed_date(self.root)
        etree.strip_elements(self.root, *PICTURES, with_tail=False)

    def _container(self) -> HtmlElement:
        """The innermost article, main or articleBody with most of the page's paragraphs."""
        best = self.root
        for element in self.root.iter("article", "main", "div", "section"):
            if not _is_container(element):
                continue
            weight = self._weights.get(element, 0)
            outer = self._weights.get(best, 0)
            if weight >= 0.5 * self.total and weight >= (0.5 if best is self.root else 0.8) * outer > 0:
                best = element
        return best

    def prune(self, headline: str | None, *, is_live: bool = False) -> None:
        """Cut the clutter out of the container; a live blog's posts are its own, however they are marked up."""
        limit = KEPT_SHARE * self.total
        for element in list(self.root.iter(etree.Element)):
            cut = element.tag == "header" or _is_clutter(element)
            if cut and element is not self.root and self._weights.get(element, 0) <= limit:
                if element.tag == "header":
                    self.below_headline += beside.within(element)
                element.tag = _CUT
        etree.strip_elements(self.root, _CUT, with_tail=False)
        for element in self.root.iter(*_LINKED):
            if is_link_only(element):
                element.tag = _CUT
        _drop_headline(self.root, headline)
        for other in [] if is_live else other_articles(self.root, headline, _CUT):
            other.tag = _CUT
        etree.strip_elements(self.root, _CUT, with_tail=False)
        self._unfold_layout(limit)
        _keep_times(self.root)
        # trafilatura takes the first article it finds; here all that are left belong to one.
        for inner in self.root.iter("article", "main"):
            inner.tag = "div"

    def _unfold_layout(self, limit: float) -> None:
        """Make plain blocks of the tables that old pages are laid out with."""
        for table in list(self.root.iter("table")):
            if self._weights.get(table, 0) > limit:
                for part in table.iter(*_LAYOUT):
                    part.tag = "div"


def _weigh(root: HtmlElement) -> tuple[int, Weights]:
    """Characters of paragraphs in each element that holds some, and in all."""
    weights: Weights = {}
    total = 0
    for paragraph in root.iter("p"):
        size = len(paragraph.text_content())
        if size < MIN_PARAGRAPH:
            continue
        total += size
        for outer in (paragraph, *paragraph.iterancestors()):
            weights[outer] = weights.get(outer, 0) + size
            if outer is root:
                break
    return total, weights


def _is_container(element: HtmlElement) -> bool:
    if element.tag in ("article", "main"):
        return True
    return element.get("itemprop") == "articleBody" or element.get("role") in ("main", "article")


def _is_clutter(element: HtmlElement) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _HIDDEN.search(element.get("style") or ""):
        return True
    if element.tag in _INLINE:
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-testid') or ''}"
    if len(names) == 2:
        return False
    return _is_named_so(names, element.tag == "span")


# The same classes stand at many elements.
@lru_cache(4096)
def _is_named_so(names: str, is_span: bool) -> bool:
    return bool((_UNSEEN if is_span else _CLUTTER).search(parted(names)))


def _keep_times(root: HtmlElement) -> None:
    """Let the time stay that stands in a sentence; trafilatura leaves out all."""
    for time in root.iter("time"):
        outer = time.getparent()
        if len(outer.text_content()) - len(time.text_content()) >= MIN_PARAGRAPH:
            time.tag = "span"


def _drop_headline(root: HtmlElement, headline: str | None) -> None:
    heads = list(root.iter("h1"))
    for head in heads:
        if len(heads) == 1 or one_line(head.text_content()) == headline:
            head.tag = _CUT
