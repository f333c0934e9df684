"""Brings Airflow's metadata database to the installed Airflow and makes the pools of ``dags/pools.json``.

Run in Airflow's environment. One process for both: importing Airflow's command line takes seconds.
"""

from __future__ import annotations

from pathlib import Path

from airflow.cli import cli_parser

POOLS = Path(__file__).resolve().parents[1] / "dags" / "pools.json"

if __name__ == "__main__":
    parser = cli_parser.get_parser()
    for command in (["db", "migrate"], ["pools", "import", str(POOLS)]):
        args = parser.parse_args(command)
        args.func(args)
