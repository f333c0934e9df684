"""Commands that ask the authority of actors: resolve, show, coverage."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from rich.markup import escape

from depeche import settings
from depeche.cli.actors_rows import gap_rows, holding_row, office_row, role_rows, year_rows
from depeche.cli.app import app, fail, out, print_json, table

if TYPE_CHECKING:
    from depeche.authority.actors import ActorIndex

actors_app = typer.Typer(
    help="Ask the authority of actors: who words mean on a day, who held what, what is known.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)
app.add_typer(actors_app, name="actors")
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
DAY = ["%Y-%m-%d"]


@actors_app.command(
    epilog='Examples: depeche actors resolve "le président américain" --date 2016-07-06 | '
    'depeche actors resolve "son homologue américain" --date 2016-07-06 '
    '--context "Le président Poutine" --language fr --json'
)
def resolve(
    words: Annotated[str, typer.Argument(help="An office, a name, a capital: as a dispatch says it.")],
    day: Annotated[
        datetime | None, typer.Option("--date", formats=DAY, help="As of this day; today where not given.")
    ] = None,
    context: Annotated[
        str | None, typer.Option(help="What the dispatch said before: relational words need it.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="fr, en, es, de, pt, it, ar; any where not given.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Say who or what some words mean on a day, how sure that is, by which rule, and why."""
    from depeche.authority.actors.compiled import LANGUAGES
    from depeche.normalise.actors import resolve as actor_resolve

    if not words.strip():
        fail('no words: write an office or a name, such as "le président russe"', code=2)
    if language is not None and language not in LANGUAGES:
        fail(f"--language {language}: there are {', '.join(LANGUAGES)}; leave it out where it is another")
    found = actor_resolve.resolve(words, day.date() if day else _today(), _index(), language, context)
    if as_json:
        print_json(msgspec.to_builtins(found))
        return
    if not found.candidates:
        out.print(f"Nobody on {found.date}: {escape(found.reason or '')}.", highlight=False)
        return
    table(
        [
            {
                "actor": one.name,
                "id": one.actor_id,
                "office": one.office_id,
                "words": one.text,
                "rule": one.rule,
                "sure": f"{one.confidence:.2f}",
            }
            for one in found.candidates
        ],
        title=f"As of {found.date}",
    )
    for one in found.candidates:
        out.print(f"[dim]{escape(one.name)}: {escape(one.why)}[/]", highlight=False)


@actors_app.command(
    epilog="Examples: depeche actors show Q7747 | depeche actors show FR.foreign_minister | "
    "depeche actors show state:RU | depeche actors show org:nato --json"
)
def show(
    ident: Annotated[
        str,
        typer.Argument(metavar="ID", help="person:Q7747 or Q7747, office FR.president, state:FR, org:nato …"),
    ],
    as_json: JsonOption = False,
) -> None:
    """Show one entry: its names as the texts are searched for them, and who held which office."""
    from depeche.authority.actors.entry import entry

    found = entry(_index(), ident)
    if found is None:
        fail(f"{ident}: not in the authority; find an id with: depeche actors resolve WORDS")
    if as_json:
        print_json(msgspec.to_builtins(found))
        return
    out.print(f"[bold]{escape(found.name)}[/] {found.id}", highlight=False)
    for name, value in (
        ("kind", found.kind),
        ("Wikidata", found.wikidata_id),
        ("country", found.country_code),
        ("CAMEO", found.cameo_code),
    ):
        if value:
            out.print(f"{name}: {value}", highlight=False)
    if found.names:
        out.print(f"found as: {escape(', '.join(found.names))}", highlight=False)
    if found.holdings:
        table([holding_row(one, of_person=found.kind == "person") for one in found.holdings])


@actors_app.command(
    epilog="Examples: depeche actors coverage | depeche actors coverage --state FR | "
    "depeche actors coverage --office foreign_minister --from 2000-01-01 --to 2022-12-31 --json | "
    "depeche actors coverage --office defence_minister --gaps"
)
def coverage(
    state: Annotated[
        str | None, typer.Option(help="One state (FR) or organisation (UN) alone, office by office.")
    ] = None,
    office: Annotated[
        str | None, typer.Option(help="One role (foreign_minister) alone, state by state.")
    ] = None,
    first: Annotated[
        datetime | None, typer.Option("--from", formats=DAY, help="First day; 1990-01-01 where not given.")
    ] = None,
    last: Annotated[
        datetime | None, typer.Option("--to", formats=DAY, help="Last day; today where not given.")
    ] = None,
    gaps: Annotated[bool, typer.Option("--gaps", help="List every gap, with its days, instead.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Show of which days the holders of offices are known, and the gaps; of one office of one state, year by year."""
    from depeche.authority.actors import coverage as actors_coverage

    begin, end = first.date() if first else date(1990, 1, 1), last.date() if last else _today()
    if end < begin:
        fail(f"--to {end} is before --from {begin}", code=2)
    found = actors_coverage.coverage(_index(), begin, end, state.upper() if state else None, office)
    if not found:
        fail(
            f"no office known of {state or 'any state'} as {office or 'any role'}; see: depeche actors coverage"
        )
    if gaps:
        rows = gap_rows(found)
        print_json(rows) if as_json else table(rows, title=f"Without a known holder, {begin} to {end}")
    elif as_json:
        print_json(msgspec.to_builtins(found))
    elif state and office:
        table([row for one in found for row in year_rows(one)], title=f"{begin} to {end}")
    elif state or office:
        table([office_row(one) for one in found], title=f"{begin} to {end}")
    else:
        table(role_rows(found), title=f"{begin} to {end}")


def _today() -> date:
    return datetime.now(UTC).date()


def _index() -> ActorIndex:
    from depeche.authority import load_actors

    now = settings.load()
    try:
        return load_actors(now.authority, now.cache)
    except OSError:
        return load_actors(now.authority)  # no home yet, or one that cannot be written
