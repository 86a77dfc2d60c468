"""Settings, every one of them from the environment; the defaults run the demo on SQLite."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from naast.rules import emergency, experts

PACKAGE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("NAAST_DATA", PACKAGE.parent.parent / ".naast" / "data"))
DATA.mkdir(parents=True, exist_ok=True)

DEBUG = os.environ.get("NAAST_DEBUG") == "1"
DEMO = os.environ.get("NAAST_DEMO") == "1"


def _secret(name: str) -> str:
    """A secret from NAAST_<NAME>, else one made once and kept beside the data (mode 600)."""
    given = os.environ.get(f"NAAST_{name.upper()}")
    if given:
        return given
    path = DATA / f"{name}.secret"
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(32))
    except FileExistsError:
        pass
    return path.read_text()


SECRET_KEY = _secret("secret_key")
FIELD_KEY = _secret("field_key")  # encrypts the few fields that need it, and keys the BSN look-up hash

ALLOWED_HOSTS = os.environ.get("NAAST_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("NAAST_ORIGINS", "").split(",") if origin]
SECURE = os.environ.get("NAAST_HTTPS") == "1"

INSTALLED_APPS = [
    "naast.records",
    "naast.access",
    "naast.ui",
    "naast.staff",
    "naast.portal",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "naast.ui.middleware.no_store",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "naast.ui.middleware.own_language",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "naast.ui.tracing.traced",
    "naast.ui.middleware.locked_while_handed_over",
    "naast.ui.middleware.missing_looks_forbidden",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "naast.urls"
WSGI_APPLICATION = "naast.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE],  # a screen's pages stand beside its views: "staff/plan/plan.html"
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "naast.ui.templatetags.naast",
            ],
            "libraries": {"roles": "naast.staff.roles.words", "oversight": "naast.staff.oversight.words"},
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.csrf",
            ],
        },
    }
]
FORM_RENDERER = "naast.ui.forms.Renderer"


def _postgres(url: str) -> dict[str, Any]:
    """One Django database from postgresql://user:password@host:port/name; no host means the local socket."""
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        # statements are planned once a connection, and none is compiled (docs/decisions/0007)
        "OPTIONS": {
            "server_side_binding": True,
            "prepare_threshold": 2,
            "options": "-c plan_cache_mode=force_generic_plan -c jit=off",
        },
    }


def _sqlite(mode: str, extra: str = "") -> dict[str, Any]:
    pragmas = "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;" + extra
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "naast.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": mode, "timeout": 5, "init_command": pragmas},
    }


# Two doors (docs/decisions): `default` is the rules door, `viewer` the reading one. One alias for
# both (NAAST_ONE_ALIAS) is for tests, which cannot share a transaction over two connections.
if os.environ.get("NAAST_DATABASE"):
    DATABASES = {
        "default": _postgres(os.environ["NAAST_DATABASE"]),
        "viewer": _postgres(os.environ.get("NAAST_VIEWER_DATABASE", os.environ["NAAST_DATABASE"])),
    }
else:
    DATABASES = {"default": _sqlite("IMMEDIATE"), "viewer": _sqlite("DEFERRED", "PRAGMA query_only=ON;")}
ONE_ALIAS = os.environ.get("NAAST_ONE_ALIAS") == "1"
if ONE_ALIAS:
    del DATABASES["viewer"]
RULES_ALIAS = "default"
VIEWER_ALIAS = "default" if ONE_ALIAS else "viewer"
VIEWER_ROLE = os.environ.get("NAAST_VIEWER_ROLE", "naast_viewer")
RULES_ROLE = os.environ.get("NAAST_RULES_ROLE", "naast_rules")
DATABASE_ROUTERS = ["naast.access.doors.DoorRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "records.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "naast.staff.sign_in.backend.Professionals",  # the only one that is asked for a password
    "naast.access.sessions.Carried",  # carries the sessions of who came in, in whatever way
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/aanmelden"
LOGIN_REDIRECT_URL = "/"

SESSION_ENGINE = "naast.access.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_NAME = "naast"
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31536000 if SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
APPEND_SLASH = False
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: [] for name in ("camera", "geolocation", "microphone", "payment", "usb")
}

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]  # of all layers and screens together, as ./naast translations compiled it
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("NAAST_STATIC", DATA / "static"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if (STATIC_ROOT / "staticfiles.json").exists()
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not (STATIC_ROOT / "staticfiles.json").exists()

DATA_UPLOAD_MAX_MEMORY_SIZE = 26 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = (
    26 * 1024 * 1024
)  # uploads stay in memory: nothing of a dossier on disk unsealed
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler"
]  # beyond it: no file at all

# How long the rows of the access log stay after they were sealed; the term is the municipality's to set.
TRACE_TERM_DAYS = int(os.environ.get("NAAST_TRACE_TERM_DAYS", "1826"))
# The newest sealed head, outside the database (docs/how-to/trace.md).
TRACE_ANCHOR = Path(os.environ.get("NAAST_TRACE_ANCHOR", DATA / "trace-anchor.json"))

# How long an emergency reading stands open; the term is the municipality's to set (rules/emergency.py says why).
EMERGENCY_HOURS = int(os.environ.get("NAAST_EMERGENCY_HOURS", emergency.HOURS))

# Which experts this region adds beside the fixed face, by comma (rules/experts.py); empty: none.
try:
    EXPERTS = experts.offered(os.environ.get("NAAST_EXPERTS", ",".join(experts.EXPERTS) if DEMO else ""))
except ValueError as wrong:
    raise ImproperlyConfigured(f"NAAST_EXPERTS: {wrong}") from None

# The register of persons: empty means that the fake register of the demo is not running either.
BRP_URL = os.environ.get("NAAST_BRP_URL", "")
# How a resident's own channel is reached: "mail", "fake" (keeps it, for the demo), or empty: nothing is sent.
MESSAGES = os.environ.get("NAAST_MESSAGES", "fake" if DEMO else "mail" if "NAAST_SMTP" in os.environ else "")
_SMTP = urlsplit(os.environ.get("NAAST_SMTP", "smtp://localhost"))  # smtps:// for TLS from the start
EMAIL_HOST, EMAIL_PORT = (
    _SMTP.hostname or "localhost",
    _SMTP.port or (465 if _SMTP.scheme == "smtps" else 587),
)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_SMTP.username or ""), unquote(_SMTP.password or "")
EMAIL_USE_SSL = _SMTP.scheme == "smtps"
EMAIL_USE_TLS = not EMAIL_USE_SSL and _SMTP.hostname not in (None, "localhost", "127.0.0.1")
EMAIL_TIMEOUT = 20
# A neutral sender: who looks over a shoulder should not read what this is about.
DEFAULT_FROM_EMAIL = os.environ.get("NAAST_MAIL_FROM", "bericht@naast.example")

# Where quick exit goes: the one outside address, a neutral site of the municipality's choice.
NEUTRAL_SITE = os.environ.get("NAAST_NEUTRAL_SITE", "https://www.knmi.nl/")

# How residents reach the privacy officer of the municipality (FG): an address or a number; empty: not said.
PRIVACY_OFFICER = os.environ.get("NAAST_PRIVACY_OFFICER", "")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_secrets": {"()": "naast.ui.logs.WithoutSecrets"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["without_secrets"]}},
    "root": {"handlers": ["console"], "level": os.environ.get("NAAST_LOG", "WARNING")},
}

from naast.staff.sign_in.settings import *
