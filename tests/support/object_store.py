"""A local S3 server, and the environment that leads to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def s3_server(bucket: str) -> Iterator[str]:
    """An S3 server on a free port of 127.0.0.1 with one empty bucket; gives its endpoint.

    Keys and endpoint stand in the environment meanwhile, where AWS's tools look for them.
    """
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", endpoint)
        patch.setenv("AWS_ACCESS_KEY_ID", "tester")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        patch.setenv("AWS_EC2_METADATA_DISABLED", "true")
        store().mkdir(bucket)
        try:
            yield endpoint
        finally:
            store().clear_instance_cache()
            server.stop()


def store():  # type: ignore[no-untyped-def]
    """The store's file system, as fsspec has it."""
    import s3fs

    return s3fs.S3FileSystem(use_listings_cache=False)
