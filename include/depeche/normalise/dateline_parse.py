"""The dateline's grammar: a line of tokens to places, date, agencies and where the body begins.

    dateline  = [note] [author | desk codes] [places] {date | time | agencies | separator} [end]
    places    = place {("," | "/" | "and") place} | "aboard" words | "UNDATED"
    place     = words ["(" place ")"]
    agencies  = "(" agency {("/" | "," | "-" | " ") agency} ")" | agency after a date
    end       = dash | "." dash | ":" | end of line

The parser only collects; :mod:`depeche.normalise.dateline` judges whether the evidence
is enough to call the line a dateline.
"""

from __future__ import annotations

from depeche.authority.places_fold import fold
from depeche.normalise.dateline_agencies import Lookup, agencies_in, bare, enclosed
from depeche.normalise.dateline_calendar import WEEKDAYS
from depeche.normalise.dateline_dates import DateWords, impossible_date, read_date
from depeche.normalise.dateline_lexer import OPENING, Token, closing, is_capital, is_cased, tokens
from depeche.normalise.dateline_parsed import Parsed, Piece, ending_of, is_name
from depeche.normalise.dateline_words import ABOARD, AGENCY_SHAPE, AREA_WORDS, CONNECTORS, JOINERS, TIME

MOST_WORDS = 14
# Scripts without capitals give no sign where a name ends.
MOST_UNCASED = 6


class _Line:
    """Parsing state: one pass from left to right."""

    def __init__(self, text: str, start: int, end: int, agency: Lookup) -> None:
        self.text = text
        self.limit = end
        self.line = tokens(text, start, end)
        self.agency = agency
        self.at = 0
        self.pieces: list[Piece] = []
        self.link = "first"
        self.date: DateWords | None = None
        self.agencies: list[str] = []
        self.stated = False
        self.reached = start
        self.words = 0
        # The agency that opens the line before a dash: "AFP - Paris - ".
        self.desk: str | None = None
        # The name of a ship may be of any words.
        self.aboard = ABOARD.match(text, start, end) is not None

    @property
    def anchored(self) -> bool:
        return self.date is not None or self.stated

    def run(self) -> Parsed:
        self.skip_notes()
        while self.at < len(self.line) and self.step(self.line[self.at]):
            pass
        return self.finish()

    def skip_notes(self) -> None:
        """Notes in brackets before the places: ``(PM2037)``, ``(añade un cambio)``."""
        while self.at < len(self.line) and self.line[self.at].text in OPENING:
            close = closing(self.line, self.at)
            if close is None or self.bracketed_agencies(self.at, close):
                return
            self.advance(self.line[close].end)

    def step(self, token: Token) -> bool:
        if token.text in OPENING:
            return self.bracket()
        if token.kind in ("word", "number", "code"):
            return self.anchor(token) or self.word(token)
        if token.kind == "dash":
            return self.between() or self.enclosed_agencies() or self.desk_dash()
        if token.text in ",،;":
            return self.between() or self.separate("comma")
        if token.text == "/":
            return self.enclosed_agencies() or self.between() or self.separate("slash")
        if token.text in ".·":
            return self.between() or self.abbreviation()
        return self.quote(token)

    def quote(self, token: Token) -> bool:
        """Quotation marks around a ship's name."""
        if not self.aboard or self.anchored or token.text not in "«»“”„\"'":
            return False
        if self.pieces:
            self.pieces[-1].words.append(token)
        return self.advance(token.end)

    def anchor(self, token: Token) -> bool:
        """A date, a time, or agencies without brackets; only after something to hang on."""
        if not self.pieces and not self.stated:
            return self.opening_date(token)
        if self.date is None and not self.inside_name(token):
            where = self.text, token.start, self.limit
            found = read_date(*where) or impossible_date(*where) or self.lone_day(token)
            if found is not None:
                self.date = found
                return self.advance(found.end)
        if self.anchored:
            time = TIME.match(self.text, token.start, self.limit)
            if time:
                return self.advance(time.end())
        return token.kind == "word" and self.bare_agencies(token)

    def lone_day(self, token: Token) -> DateWords | None:
        """The day of ``Londres, 24 (Havas)``: without a month or dot only before an agency's bracket."""
        if len(token.text) > 2 or not token.text.isdecimal() or not 1 <= int(token.text) <= 31:
            return None
        return DateWords(None, None, int(token.text), token.end) if self.credit_at(token.end) else None

    def opening_date(self, token: Token) -> bool:
        """A date that opens the line: the whole line, as with Reuters' ISO dates, or before an agency's bracket."""
        if token.kind == "code" or token.text[0].islower():
            return False
        found = read_date(self.text, token.start, self.limit)
        if found is None or found.month is None:
            return False
        alone = found.is_full and not self.text[found.end : self.limit].strip()
        if not alone and not self.credit_at(found.end):
            return False
        self.date = found
        return self.advance(found.end)

    def credit_at(self, offset: int) -> bool:
        """Whether the next token from ``offset`` on opens a bracket with agencies."""
        opening = next((n for n, t in enumerate(self.line) if t.start >= offset), None)
        if opening is None or self.line[opening].text not in OPENING:
            return False
        close = closing(self.line, opening)
        inside = self.text[self.line[opening].end : self.line[close].start] if close else ""
        return bool(agencies_in(inside.strip(), self.agency))

    def inside_name(self, token: Token) -> bool:
        """Whether a word that could be a month or weekday belongs to a place: Santo Domingo, Río de Janeiro."""
        before = self.line[self.at - 1] if self.at else None
        if token.kind != "word" or self.anchored or before is None or before.kind != "word":
            return False
        return fold(token.text) in WEEKDAYS or fold(before.text) in CONNECTORS

    def bare_agencies(self, token: Token) -> bool:
        """``Bangladesh TT-AFP``, ``LONDON, July 6, Reuters``: agencies only, to the end or a dash."""
        if not (self.anchored or self.pieces) or not (token.text[0].isupper() or self.date is not None):
            return False
        found = bare(self.text, self.line, self.at, self.date is not None, self.agency)
        return found is not None and self.take(found[0], found[1].end)

    def take(self, names: list[str], end: int) -> bool:
        """Agencies that end at the offset ``end``."""
        self.agencies += names
        self.stated = True
        return self.advance(end)

    def bracket(self) -> bool:
        close = closing(self.line, self.at)
        if close is None:
            return False
        if self.bracketed_agencies(self.at, close):
            return True
        inside = self.line[self.at + 1 : close]
        if self.date is None and inside:
            found = read_date(self.text, inside[0].start, self.line[close].start)
            if found is not None and not self.text[found.end : self.line[close].start].strip(" .,"):
                self.date = found
                return self.advance(self.line[close].end)
        if self.anchored or not self.pieces or not inside or len(inside) > 8 or not is_name(inside):
            return False
        self.pieces.append(Piece([t for t in inside if t.kind in ("word", "code")], "bracket"))
        self.link = "comma"
        return self.advance(self.line[close].end)

    def bracketed_agencies(self, opening: int, close: int) -> bool:
        """Take the agencies between two brackets; False where they hold something else."""
        content = self.text[self.line[opening].end : self.line[close].start].strip()
        found = agencies_in(content, self.agency)
        if not found:
            known_shape = AGENCY_SHAPE.fullmatch(content) and self.agency_position(close)
            if not known_shape:
                return False
        return self.take(found, self.line[close].end)

    def agency_position(self, close: int) -> bool:
        """Whether unknown initials stand where only an agency does: after a date, before a dash."""
        following = self.line[close + 1 : close + 3]
        ended = [t for t in following if t.kind == "dash" or t.text in ".:"][:1] == following[:1] != []
        return bool(self.pieces) and ended and (self.date is not None or following[0].kind == "dash")

    def word(self, token: Token) -> bool:
        if self.anchored or (token.kind in ("number", "code") and not self.in_desk_code()):
            return False
        key = fold(token.text)
        if key in JOINERS and self.pieces and self.link != "and" and len(key) > 0 and self.joins():
            return self.separate("and")
        if not (
            self.aboard
            or is_capital(token.text)
            or not is_cased(token.text)
            or key in CONNECTORS
            or (key in AREA_WORDS and self.words > 0)
            or self.in_desk_code()
        ):
            return False
        self.words += 1
        if self.words > (MOST_WORDS if is_cased(token.text) else MOST_UNCASED):
            return False
        if self.link != "inside":
            self.pieces.append(Piece([], self.link))
            self.link = "inside"
        self.pieces[-1].words.append(token)
        return self.advance(token.end)

    def joins(self) -> bool:
        """Whether ``and`` stands between two names rather than inside one."""
        following = self.line[self.at + 1] if self.at + 1 < len(self.line) else None
        return following is not None and following.kind == "word" and following.text[0].isupper()

    def in_desk_code(self) -> bool:
        """Whether the line opened with an agency's name, after which desk codes of any case may come."""
        return self.opening_agency() is not None

    def opening_agency(self) -> str | None:
        """The agency that opens the line, a desk joined to it or not: "EFE", "EFE-Cantabria"."""
        first = self.pieces[0].words[0].text if self.pieces and self.pieces[0].words else None
        return first and self.agency(first.partition("-")[0])

    def enclosed_agencies(self) -> bool:
        """``MOSCOW, July 8. /TASS/.``, ``Le Caire - AFP - ``: agencies between two strokes or dashes."""
        token = self.line[self.at]
        if not self.pieces or (token.kind == "dash" and self.anchored):
            return False
        found = enclosed(self.text, self.line, self.at, self.agency)
        if found is None:
            return False
        # A closing dash may be the dateline's own end.
        return self.take(found[0], found[1].end if token.text == "/" else found[1].start)

    def desk_dash(self) -> bool:
        """``EFE - Cantabria Lisboa``: a dash right after the agency that opens the line."""
        if self.anchored or self.desk or len(self.pieces) != 1 or len(self.pieces[0].words) > 2:
            return False
        self.desk = self.opening_agency()
        return self.desk is not None and self.advance(self.line[self.at].end)

    def between(self) -> bool:
        """A separator with another date, time or agency behind it."""
        if not (self.anchored or self.desk) or self.at + 1 >= len(self.line):
            return False
        here, self.at = self.at, self.at + 1
        token = self.line[self.at]
        if token.text in OPENING:
            close = closing(self.line, self.at)
            if close is not None and self.bracketed_agencies(self.at, close):
                return True
        elif token.text == "/" and self.enclosed_agencies():
            return True
        elif token.kind == "dash" and self.line[here].kind != "dash":
            self.at = here
            return False
        elif self.anchor(token):
            return True
        self.at = here
        return False

    def separate(self, link: str) -> bool:
        if self.anchored:
            return False
        if link == "slash" and self.in_desk_code():
            return self.advance(self.line[self.at].end)
        if not self.pieces:
            return link == "slash" and self.advance(self.line[self.at].end)
        self.link = link
        return self.advance(self.line[self.at].end)

    def abbreviation(self) -> bool:
        """The dot of ``St.``, ``Calif.``; or one before a bracket or date."""
        following = self.line[self.at + 1] if self.at + 1 < len(self.line) else None
        before = self.line[self.at - 1] if self.at else None
        if self.anchored or not self.pieces or following is None or before is None:
            return False
        if following.kind == "dash" or before.kind != "word" or len(before.text) > 6:
            return False
        return self.advance(self.line[self.at].end)

    def advance(self, offset: int) -> bool:
        self.reached = offset
        while self.at < len(self.line) and self.line[self.at].start < offset:
            self.at += 1
        return True

    def finish(self) -> Parsed:
        rest = self.line[self.at :]
        ending, end, spaced = ending_of(self.text, rest, self.reached, self.limit, self.date is not None)
        # Only where no bracket names the agency, and words for a place are left.
        opened = self.desk if not self.stated and ending == "dash" and self.words > 1 else None
        agencies = [opened] if opened else self.agencies
        return Parsed(self.pieces, self.date, agencies, self.stated or bool(opened), ending, end, spaced)


def parse(text: str, start: int, end: int, agency: Lookup) -> Parsed:
    """Collect a dateline from the line ``text[start:end]``. ``agency`` gives the id of an agency's name."""
    return _Line(text, start, end, agency).run()
