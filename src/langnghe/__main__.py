"""The command `langnghe`."""

import os
import sys


def main() -> None:
    """Run one command and leave with its exit code: 0 done, 1 refused or failed, 2 wrong usage."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "langnghe.settings")
    from langnghe.web.terminal.commands import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
