"""Paragraphs that are the site's or the agency's boilerplate, found among those of a page.

General rules: what repeats the headline, the author line or the time; what invites to
read, subscribe, share or comment; what presents the author; what has neither letter nor digit.
Words of credit ("Source AFP", "© AFP", "avec AFP") always stay: they are evidence.
"""

from __future__ import annotations

import re

from depeche.clean.page.dates import is_date_line
from depeche.clean.page.meta import PageMeta
from depeche.clean.tidy import letters

MAX_INVITATION = 220
# Above the text stand lines no longer than this.
MAX_ABOVE = 100
_INVITES = re.compile(
    r"^\W*(?:"
    r"click here|tap here|sign up|subscribe|join (?:our|the conversation|thousands)|follow (?:us|me) on|download (?:our|the)|"
    r"get (?:our|the latest)|read more|read also|also read|see also|related(?: video| articles?| stories| content)?\s*:|more on this|"
    r"watch\s*:|listen\s*:|story continues|continue reading|scroll (?:down )?to continue|share this|"
    r"article continues (?:below|after)|la suite après (?:la |cette )?publicité|"
    r"contin[uú]a (?:después|tras|luego) (?:de )?la publicidad|continua (?:após|depois d)a publicidade|"
    r"continua (?:a leggere\W*$|dopo la pubblicità)|weiter nach der (?:anzeige|werbung)|"
    r"il vous reste [\d,]+ ?% de|la suite (?:est réservée aux|de cet article est)|"
    r"to view this video please|your browser does not support|читайте также|читать также|"
    r"want to (?:bookmark|read more)|support (?:our|independent) journalism|our standards|editor's picks|"
    r"lire (?:aussi|également|la suite)|à lire(?: aussi| également)?|voir aussi|abonnez-vous|inscrivez-vous|"
    r"suivez-nous|partager (?:cet|sur)|cet article est réservé|nos standards|"
    r"lea también|leer (?:más|también)|lee también|suscríbete|suscríbase|síguenos|te puede interesar|nuestros estándares|"
    r"lesen sie (?:auch|mehr)|mehr zum thema|auch interessant|abonnieren sie|unsere standards|"
    r"leia (?:também|mais)|veja também|assine|nossos padrões|leggi anche|iscriviti|lees ook|"
    r"(?:tags|etiquetas|mots-clés|schlagwörter|stichwörter|parole chiave|الوسوم|وسوم)\s*:|"
    r"you must be (?:logged|registered)|log in to|connectez-vous|para comentar|um zu kommentieren|"
    r"اقرأ أيضا|إقرأ أيضا|اقرأ المزيد|شاهد أيضا|تابعونا|اشترك"
    r")",
    re.IGNORECASE,
)
# What a button says, where nothing but its word is left.
_BUTTONS = re.compile(
    r"^\W*(?:share|print|e-?mail|save|bookmark|tweet|comments?|listen|facebook|twitter|whatsapp|telegram|linkedin|"
    r"partager|imprimer|enregistrer|commenter|réagir|commentaires?|écouter|teilen|merken|drucken|kommentieren|"
    r"kommentare|vorlesen|compartir|imprimir|guardar|comentar|comentarios|condividi|stampa|salva|commenti|"
    r"compartilhar|delen|advertisement|publicité|publicidad|anzeige|werbung|pubblicità|advertentie|publicidade|annonse?|reklam[ea]?|реклама|"
    r"إعلان|広告|广告|廣告|광고|newsletter|popular|"
    r"مشاركة|شارك|طباعة|حفظ|تعليق|تعليقات)\W*$",
    re.IGNORECASE,
)
# From such a heading on, near the end, all is other articles.
_OTHERS = re.compile(
    r"^\W*(?:more from|popular|most (?:read|popular)|related|recommended|latest (?:news|stories)|trending|you may also like|"
    r"read next|up next|sur le même sujet|à lire aussi|les plus lus|dans la même rubrique|lo más leído|noticias relacionadas|"
    r"meistgelesen|mehr zum thema|weitere artikel|articoli correlati|leia também|الأكثر قراءة|مواضيع ذات صلة)\b.{0,40}$",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\b(?:AFP|AP|Reuters?|dpa|EFE|ANSA|ats|[Ss]ource|[Qq]uelle|[Ff]uente|[Cc]rédit)\b|©|\([cC]\)"
)
_PRESENTS = re.compile(
    r"^.{0,12}\b(?:is|was|has|covers|writes|est|a été|couvre|es|ist|war|schreibt|berichtet|è|é)\b",
    re.IGNORECASE,
)


def without_clutter(paragraphs: list[str], meta: PageMeta) -> list[str]:
    """The paragraphs that belong to the dispatch, in order."""
    kept = [p for p in paragraphs if any(map(str.isalnum, p)) and not _invites(p)]
    kept = _from_start(kept, meta)
    kept = _till_others(kept)
    return _without_bios(kept, meta.authors)


def is_button(text: str) -> bool:
    """Whether it is the word of a button, or of an advertisement."""
    return bool(_BUTTONS.match(text))


def _invites(paragraph: str) -> bool:
    if is_button(paragraph):
        return True
    if len(paragraph) > MAX_INVITATION or not _INVITES.match(paragraph):
        return False
    return not _CREDIT.search(paragraph) or bool(
        re.match(r"\W*(?:our standards|nos standards|nuestros est)", paragraph, re.I)
    )


def _from_start(paragraphs: list[str], meta: PageMeta) -> list[str]:
    """Without the headline, section, author line and time that a page prints above the text.

    A section is told by the page's own menu where no metadata name it. The text begins
    with the first paragraph of some length; an "AFP" after it is its credit.
    """
    repeated = {letters(text) for text in (meta.headline, meta.byline, *meta.sections) if text}
    start = next(
        (at for at, p in enumerate(paragraphs) if len(p) > MAX_ABOVE and letters(p) not in repeated), None
    )
    if start is None:
        # A short text, or one in signs that are words, begins with its longest.
        sizes = [0 if letters(p) in repeated or is_date_line(p) else len(p) for p in paragraphs]
        start = sizes.index(max(sizes)) if sizes else 0
    above = [
        p for p in paragraphs[:start] if not (letters(p) in repeated or p in meta.menu or is_date_line(p))
    ]
    return [*above, *paragraphs[start:]]


def _till_others(paragraphs: list[str]) -> list[str]:
    total = sum(map(len, paragraphs))
    before = 0
    for at, paragraph in enumerate(paragraphs):
        if before > total / 2 and _OTHERS.match(paragraph):
            return paragraphs[:at]
        before += len(paragraph)
    return paragraphs


def _without_bios(paragraphs: list[str], authors: list[str]) -> list[str]:
    """Without the lines at the end that present the author: 'Jane Roe is a reporter …'."""
    names = [name for name in authors if " " in name]
    kept = list(paragraphs)
    while len(kept) > 1 and any(_is_bio(kept[-1], name) for name in names):
        kept.pop()
    return kept


def _is_bio(paragraph: str, name: str) -> bool:
    at = paragraph.casefold().find(name.casefold())
    return 0 <= at <= 30 and len(paragraph) < 700 and bool(_PRESENTS.match(paragraph[at + len(name) :]))
