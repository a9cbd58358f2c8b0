"""Django's settings. The five variables a ward may set are listed in the README's table."""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlparse

from csp.constants import NONE, SELF

PACKAGE = Path(__file__).resolve().parent
HOME = PACKAGE.parent.parent if (PACKAGE.parent.parent / "pyproject.toml").exists() else Path.cwd()

DATA = Path(os.environ.get("LANGNGHE_DATA") or HOME / "var").resolve()
STORE = DATA / "store.sqlite3"
KEYS = DATA / "keys"
FILES = DATA / "files"
ISSUED = DATA / "issued"
BACKUPS = DATA / "backups"


def own_secret(name: str) -> str:
    """Return the secret kept in `keys/<name>`, made on first use and readable by its owner alone."""
    path = KEYS / name
    if not path.exists():
        KEYS.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text("ascii")
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(48))
    return path.read_text("ascii")


def database() -> dict[str, object]:
    """Return the store: PostgreSQL where DATABASE_URL says so, the ward's own SQLite file otherwise."""
    address = os.environ.get("DATABASE_URL", "")
    if not address:
        return {"ENGINE": "langnghe.ledger.sqlite", "NAME": STORE}
    url = urlparse(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.lstrip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": unquote(url.hostname or ""),
        "PORT": str(url.port or ""),
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 16, "timeout": 30}},
    }


SECRET_KEY = own_secret("pages")
DEBUG = False
ALLOWED_HOSTS = ["*"]
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.Person"

LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English"), ("pl", "Polski")]
# The sentences in the code are Vietnamese; what a ward speaks unless a person chooses otherwise stands beside it.
LANGUAGE_CODE = "vi"
WARD_LANGUAGE = os.environ.get("LANGNGHE_LANG", "vi")
if WARD_LANGUAGE not in dict(LANGUAGES):
    WARD_LANGUAGE = LANGUAGE_CODE
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True

WORDS = ["ledger", "places", "people", "papers", "campaigns", "dialogues", "opinions", "matters", "answers"]
WORDS += ["referrals", "commitments", "feedback", "insights", "documents", "exchange", "web"]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    *[f"langnghe.{word}" for word in WORDS],
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "langnghe.web.languages.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "langnghe.web.refusals.RefusalMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "langnghe.urls"
WSGI_APPLICATION = "langnghe.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "langnghe.web.context.surroundings",
            ],
            "builtins": ["langnghe.web.templatetags.words"],
            "loaders": [
                ("django.template.loaders.cached.Loader", ["django.template.loaders.filesystem.Loader"]),
            ],
        },
    },
]

STATIC_URL = "/static/"
STATICFILES_DIRS = [PACKAGE / "web" / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "office"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = ["username"]
# A whole ward office shares one address: a lock by address would shut everybody out.
SILENCED_SYSTEM_CHECKS = ["axes.W006"]
AXES_LOCKOUT_CALLABLE = "langnghe.web.office.sign_in.locked_out"
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
# The sample staff's password, shown on the sign-in page of a store that holds them. It opens nothing else.
DEMO_PASSWORD = "nghe-dan-noi"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# "no-referrer" makes a browser send "Origin: null" with every form, which the check against forgery refuses.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"reticent": {"()": "langnghe.web.reticence.ReticentFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "reticent"}},
    "loggers": {"django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
