"""The bench's own database on PostgreSQL, with the three logins of docs/how-to/postgresql.md."""

import os
from dataclasses import dataclass
from urllib.parse import urlsplit

import psycopg

DEFAULT = "postgresql:///postgres"
OWNER, WEB, READER = "naast_bench_owner", "naast_bench_web", "naast_bench_reader"


@dataclass(frozen=True, slots=True)
class Database:
    """Addresses of one bench database by login; `admin` may make databases and roles."""

    admin: str
    name: str

    def url(self, login: str = "") -> str:
        """postgresql://login@host/name; without a login that of the admin."""
        parts = urlsplit(self.admin)
        host = parts.netloc.rpartition("@")[2]
        user = login or parts.netloc.rpartition("@")[0]
        return f"postgresql://{user}@{host}/{self.name}" if user else f"postgresql://{host}/{self.name}"

    def environment(self, viewer: str = READER) -> dict[str, str]:
        """What the web is told: rules through its own login, pages through the reader's."""
        return {"NAAST_DATABASE": self.url(WEB), "NAAST_VIEWER_DATABASE": self.url(viewer)}


def admin_url() -> str:
    """The PostgreSQL to measure on: that of the tests."""
    return os.environ.get("NAAST_TEST_POSTGRES") or DEFAULT


def make(name: str) -> Database:
    """A fresh, empty database; the one of that name goes."""
    database = Database(admin_url(), name)
    with psycopg.connect(database.admin, dbname="postgres", autocommit=True) as connection:
        for role, kind in (
            ("naast_viewer", "NOLOGIN"),
            ("naast_rules", "NOLOGIN"),
            (OWNER, "LOGIN"),
            (WEB, "LOGIN IN ROLE naast_rules"),
            (READER, "LOGIN IN ROLE naast_viewer"),
        ):
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone():
                connection.execute(f'CREATE ROLE "{role}" {kind}')
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{name}" OWNER {OWNER}')
    return database


def remove(database: Database) -> None:
    """The database goes; the roles stay, as other databases may have them too."""
    with psycopg.connect(database.admin, dbname="postgres", autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{database.name}" WITH (FORCE)')
