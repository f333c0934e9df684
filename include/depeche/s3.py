"""The keys to an S3 store, for DuckDB, which reads and writes the lake's data files there by itself."""

from __future__ import annotations

import os
from pathlib import Path

from depeche.storage import Place


class NoAccess(Exception):
    """An object store cannot be entered; the message says what is missing."""


def access(here: Place) -> dict[str, str]:
    """What DuckDB must be told to reach an S3 store: the keys, region and endpoint that AWS's tools use.

    Raises NoAccess where there are none, or where the place is not in S3.
    """
    import botocore.session  # half a second, for those that need it

    if isinstance(here, Path) or here.protocol not in ("s3", "s3a"):
        raise NoAccess(f"{here}: only s3:// is read and written here")
    session = botocore.session.get_session()
    keys = session.get_credentials()
    if keys is None:
        raise NoAccess(
            "no AWS credentials; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile or a role"
        )
    frozen = keys.get_frozen_credentials()
    given = {"KEY_ID": frozen.access_key, "SECRET": frozen.secret_key, "SESSION_TOKEN": frozen.token}
    given["REGION"] = session.get_config_variable("region") or "us-east-1"
    endpoint = os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL")
    if endpoint:
        scheme, _, host = endpoint.partition("://")
        given |= {"ENDPOINT": host.rstrip("/"), "URL_STYLE": "path"}
        given["USE_SSL"] = "false" if scheme == "http" else "true"
    return {name: value for name, value in given.items() if value}
