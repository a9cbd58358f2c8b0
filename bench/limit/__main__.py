"""Serve the bare pages as `langnghe serve` serves the product: python -m bench.limit PORT WORKERS"""

import sys

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

if __name__ == "__main__":
    port, workers = map(int, sys.argv[1:])
    Server(
        "bench.limit.pages:application",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=8,
        backpressure=128,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
    ).serve()
