"""The settings under which tests run; pytest reads settings before conftest, so the environment is set here.

Both doors stand on one alias (a test's transaction can not span two connections); the database is SQLite in
memory, or PostgreSQL by NAAST_TEST_DATABASE.
"""

import os
import tempfile

# A journey leaves its browser's event loop running in the process; the tests after it are not asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
os.environ.setdefault("NAAST_DATA", tempfile.mkdtemp(prefix="naast-test-"))
os.environ.setdefault("NAAST_ONE_ALIAS", "1")
os.environ.setdefault("NAAST_EXPERTS", "regional_team,behavioural_scientist")
if os.environ.get("NAAST_TEST_DATABASE"):
    os.environ["NAAST_DATABASE"] = os.environ["NAAST_TEST_DATABASE"]

from naast.settings import *  # noqa: F403

# Argon2 as in the product, with little memory and time: hundreds of passwords are made in tests.
PASSWORD_HASHERS = ["tests.hasher.LightArgon2"]
# Each test client would read through all static files as it begins: here one is looked for when it is asked.
WHITENOISE_AUTOREFRESH = True
