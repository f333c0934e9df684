"""The readings each run of words in a text has: the authority's names, as language, capitals and spacing allow."""

from __future__ import annotations

import msgspec
import numpy as np

from depeche.authority.actors import BIT, ActorIndex, Alias
from depeche.authority.actors.compiled import Entry
from depeche.authority.actors.customs import PARTICLES
from depeche.authority.actors.fold import Words, fold
from depeche.authority.actors.sieve import ANYWHERE, CAPITALS, CLITIC, PLAYING
from depeche.authority.actors.table import Table
from depeche.normalise.actors.scan import Hit, Scan
from depeche.normalise.actors.small import small_words

# What the sieve is asked of words in small letters, and of those that may be written as names are.
_ASKED = np.array((ANYWHERE | PLAYING, ANYWHERE | CAPITALS | CLITIC | PLAYING), np.uint8)
_HYPHENS = frozenset("-‐‑")
# Before a name that ends in "s" in German: several of that name.
_OF_MANY = frozenset(("die", "der", "den", "beiden"))


def scan(text: str, language: str | None, index: ActorIndex) -> Scan:
    """The words of ``text`` and every reading of them that language, capitals and spacing allow."""
    return scans_of(None, text, language, index)[0]


def scans_of(headline: str | None, text: str, language: str | None, index: ActorIndex) -> list[Scan]:
    """The fields of a dispatch, the headline first, each as :func:`scan` gives it."""
    # Folded together, for each pass has its price; the text first, so that its places stay.
    folded = fold(f"{text}\n\n{headline}" if headline else text)
    fields = [("text", text, folded)]
    if headline:
        below, above = folded.apart(len(text) + 2)
        fields = [("text", text, below), ("headline", headline, above)]
    scans = [_taken_apart(*field, language, index) for field in fields]
    held = index.sieve.held(folded.numbers) & _ASKED.take(folded.large.view(np.uint8))
    past = 0
    for made in scans:
        _match(made, held[past : past + len(made.words)], index)
        past += len(made.words)
    return scans[::-1]


def _taken_apart(name: str, text: str, folded: Words, language: str | None, index: ActorIndex) -> Scan:
    made = Scan(
        name, text, folded.words, folded.starts, folded.ends,
        small=small_words(index, language),
        language=language,
        shouting=text[:300].isupper(),
        split=index.split,
        large=folded.large.nonzero()[0].tolist(),
    )  # fmt: skip
    if language == "de":
        _read_genitives(made, folded, index)
    return made


def _match(made: Scan, held: np.ndarray, index: ActorIndex) -> None:
    """Note the readings that begin at each word, and the parts that words play; ``held`` has the sieve's bits."""
    mask = BIT.get(made.language or "", 0) or -1
    anywhere, capitals = index.names
    words, played = made.words, made.small.parts_played
    places = held.nonzero()[0]
    for at, bits in zip(places.tolist(), held[places].tolist(), strict=True):
        word = words[at]
        if bits & PLAYING and word in played:
            made.parts.append((at, played[word]))
        if bits & ANYWHERE and (entry := anywhere.get(word)) is not None:
            _read(made, at, entry, anywhere, mask)
        if bits & CAPITALS and (entry := capitals.get(word)) is not None:
            _read(made, at, entry, capitals, mask)
    if made.language in ("ar", None):
        behind = index.behind_clitic
        clitics = (held & CLITIC).nonzero()[0].tolist()
        made.bare = {at: behind[words[at]] for at in clitics if words[at] in behind}
        for first, (name, clip) in made.bare.items():
            for table in (anywhere, capitals):
                if (entry := table.get(name)) is not None:
                    _read(made, first, entry, table, 0, name, clip)
    made.bodied = "B" in "".join(made.kinds.values())


def _read_genitives(made: Scan, folded: Words, index: ActorIndex) -> None:
    """Take the ending from "Trumps", "Angela Merkels", "Moskaus"; not from "die Obamas", who are a family."""
    anywhere, capitals = index.names
    words = made.words
    for at in made.large:
        word = words[at]
        if word[-1] != "s" or len(word) < 4 or word in capitals or word in anywhere or word in index.final_s:
            continue
        entry = capitals.get(word[:-1])
        if entry is None or not (entry.names or any(alias.kind == "C" for alias in entry.others)):
            continue
        if not at or words[at - 1] not in _OF_MANY or (at > 1 and words[at - 2] in PARTICLES):
            words[at] = word[:-1]
            made.genitives.add(at)
    if made.genitives:
        places = sorted(made.genitives)
        folded.numbers[places] = fold("\n".join([words[at] for at in places])).numbers


def _read(
    made: Scan, first: int, entry: Entry, table: Table, mask: int, bare: str = "", clip: int = 0
) -> None:
    """The readings in ``table`` of the words from ``first`` on that stand without a comma or stop.

    ``entry`` is the first word's. ``bare`` is the first of them without the clitic before it, which has ``clip`` letters.
    """
    words = made.words
    said, last = bare or words[first], first
    hits: list[Hit] = []
    kinds, faint = "", False
    while True:
        longer: list[Hit] = []
        for alias in entry.others:
            if alias.languages & mask and (alias.case == -1 or _case_fits(made, first, last, alias)):
                longer.append(Hit(last + 1, alias))
                kinds += alias.kind
        if entry.names and _name_fits(made, first, last):
            faint = entry.weak and not longer and not hits
            longer += [Hit(last + 1, alias) for alias in entry.names]
            kinds += entry.kinds
        elif longer:
            faint = False
        hits = longer + hits
        last += 1
        if not entry.more or last == len(words):
            break
        said = f"{said} {words[last]}"
        following = table.get(said)
        if following is None or not made.joined(last):
            break
        entry = following
    if hits:
        if clip:
            hits = [Hit(hit.end, msgspec.structs.replace(hit.alias, clip=clip)) for hit in hits]
        _note(made, first, hits, kinds, faint)


def _note(made: Scan, first: int, hits: list[Hit], kinds: str, faint: bool) -> None:
    """Note readings that begin at ``first``, longest first; ``faint`` where they are a weak surname's."""
    before = made.hits.get(first)
    if before is None:
        made.hits[first], made.kinds[first] = hits, kinds
        if faint:
            made.faint.add(first)
    else:
        before += hits
        before.sort(key=_longest_first)
        made.kinds[first] += kinds
        made.faint.discard(first)


def _longest_first(hit: Hit) -> int:
    return -hit.end


def _name_fits(made: Scan, first: int, last: int) -> bool:
    """Capitals where a person's name has them; not after a hyphen (Ki-moon), nor on a particle."""
    text, starts = made.text, made.starts
    if text[starts[last]].islower() and text[starts[last] - 1 : starts[last]] not in _HYPHENS:
        return False
    return not text[starts[first]].islower() or made.words[first] in PARTICLES


def _case_fits(made: Scan, first: int, last: int, alias: Alias) -> bool:
    case = alias.case
    text, starts = made.text, made.starts
    if case == -2:
        shown = text[starts[first] + alias.clip : made.ends[last]]
        if made.shouting and len(shown) < 3 and alias.kind != "A":
            return False
        return shown.isupper() or (first == last and len(shown) > 3 and shown[0].isupper()) or _dotted(shown)
    return first + case <= last and not text[starts[first + case]].islower()


def _dotted(shown: str) -> bool:
    return "." in shown and shown.replace(".", "").replace(" ", "").isupper()
