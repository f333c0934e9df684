"""How far the reading of a line that may be a dateline has come, and what it gave."""

from __future__ import annotations

from depeche.normalise.calendar.dates import DateWords
from depeche.normalise.dateline.agencies import Lookup
from depeche.normalise.dateline.lexer import Token, tokens
from depeche.normalise.dateline.parsed import Parsed, Piece, ending_of
from depeche.normalise.dateline.words import ABOARD


class Line:
    """The tokens of ``text[start:end]``, the one that is next, and the parts found before it."""

    def __init__(self, text: str, start: int, end: int, agency: Lookup) -> None:
        self.text = text
        self.limit = end
        self.tokens = tokens(text, start, end)
        self.agency = agency
        self.at = 0
        self.reached = start
        self.pieces: list[Piece] = []
        self.date: DateWords | None = None
        self.agencies: list[str] = []
        # Whether agencies, known or of their shape, were read where a dateline states them.
        self.stated = False
        # The agency that opens the line before a dash: "AFP - Paris - ".
        self.desk: str | None = None
        # The name of a ship may be of any words.
        self.aboard = ABOARD.match(text, start, end) is not None
        # How the next word hangs on the words before it; "inside" while a name goes on.
        self.link = "first"
        self.words = 0

    @property
    def next(self) -> Token:
        return self.tokens[self.at]

    @property
    def before(self) -> Token | None:
        return self.tokens[self.at - 1] if self.at else None

    @property
    def following(self) -> Token | None:
        """The token behind the next one."""
        return self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None

    @property
    def anchored(self) -> bool:
        """Whether a date or an agency was read, behind which no place comes."""
        return self.date is not None or self.stated

    def opening_agency(self) -> str | None:
        """The agency that opens the line, a desk joined to it or not: "EFE", "EFE-Cantabria"."""
        first = self.pieces[0].words[0].text if self.pieces and self.pieces[0].words else None
        return first and self.agency(first.partition("-")[0])

    def advance(self, offset: int) -> bool:
        """Go on behind ``offset``. True, as what reads a part says when it has."""
        self.reached = offset
        while self.at < len(self.tokens) and self.tokens[self.at].start < offset:
            self.at += 1
        return True

    def take_date(self, date: DateWords, end: int) -> bool:
        self.date = date
        return self.advance(end)

    def take_agencies(self, ids: list[str], end: int) -> bool:
        self.agencies += ids
        self.stated = True
        return self.advance(end)

    def parsed(self) -> Parsed:
        """What was read, and how it ends."""
        rest = self.tokens[self.at :]
        ending, end, spaced = ending_of(self.text, rest, self.reached, self.limit, self.date is not None)
        # Only where no bracket names the agency, and words for a place are left.
        opened = self.desk if not self.stated and ending == "dash" and self.words > 1 else None
        agencies = [opened] if opened else self.agencies
        return Parsed(self.pieces, self.date, agencies, self.stated or bool(opened), ending, end, spaced)
