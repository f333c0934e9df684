"""First names of those who reign, which each language has its own form of: Charles, Carlos, Karl."""

from __future__ import annotations

_REIGNING = [
    "charles carlos carlo karl carl",
    "philippe felipe philipp filippo filipe philip",
    "elizabeth elisabeth isabel elisabetta",
    "william guillaume wilhelm guillermo willem guglielmo guilherme",
    "henri heinrich enrique enrico henrique",
    "albert alberto",
    "john jean juan johannes giovanni joao",
    "benedict benoit benedicto benedikt benedetto bento",
    "francis francois francisco franziskus francesco",
    "leo leon leone leao",
    "frederik frederic federico friedrich frederico",
    "margrethe margarita margherita margarida marguerite",
    "beatrix beatriz beatrice",
    "abdullah abdallah abdala abdulla",
    "mohammed mohamed muhammad mohammad",
    "hussein husein hussain",
    "hassan hasan hassane",
    "salman salmane",
    "hamad hamed",
    "jaber jabir",
]
_REIGNS = {name: tuple(line.split()) for line in _REIGNING for name in line.split()}


def royal_variants(name: str) -> tuple[str, ...]:
    """The forms of the folded first name of one who reigns, in other languages."""
    return tuple(dict.fromkeys((name, *_REIGNS.get(name, ()))))
