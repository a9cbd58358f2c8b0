"""The short-lived process that reads papers: jobs as JSON on standard input, one JSON line each on standard output."""

import json
import sys
from pathlib import Path

from langnghe.exchange.reading.reader import read_bytes
from langnghe.exchange.reading.shapes import Failure, Reading, to_json
from langnghe.refusals import Refused

MEMORY = 512 * 2**20
CPU_SECONDS = 20


def limit_memory() -> None:
    """Let this process have little memory and write no file, where the system can hold it to that."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_time() -> None:
    """Let the next paper have its own share of processor time."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 1 + CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def read(job: dict[str, str]) -> Reading | Failure:
    """Return the reading of one job, or why there is none; no paper may stop the others."""
    try:
        reading = read_bytes(job.get("as", job["name"]), Path(job["path"]).read_bytes())
    except Refused as refused:
        return Failure(job["name"], refused.code, refused.facts)
    except MemoryError:
        return Failure(job["name"], "paper-hostile", {"reason": "memory"})
    except Exception:  # a fault of ours in one paper must not take the others with it
        return Failure(job["name"], "paper-broken")
    return Reading(**{**reading.__dict__, "sha256": job["sha256"]})


def main() -> None:
    """Read the jobs and report each."""
    jobs = json.load(sys.stdin.buffer)
    limit_memory()
    for job in jobs:
        limit_time()
        sys.stdout.buffer.write(json.dumps(to_json(read(job)), ensure_ascii=False).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
