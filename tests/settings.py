"""The product's settings over a folder that is thrown away: no test touches `var/`, and no two runs share a store."""

import atexit
import os
import shutil
import tempfile

place = tempfile.mkdtemp(prefix="langnghe-test-")
atexit.register(shutil.rmtree, place, ignore_errors=True)
os.environ |= {"LANGNGHE_DATA": place, "LANGNGHE_LANG": "vi"}
os.environ.pop("LANGNGHE_NOW", None)

from langnghe.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
