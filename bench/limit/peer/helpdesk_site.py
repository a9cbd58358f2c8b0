"""django-helpdesk as its own demonstration has it, over a store of its own; read by the peer's Django alone."""

import os
from pathlib import Path
from urllib.parse import urlparse

FOLDER = Path(os.environ["PEER_DATA"])
SECRET_KEY = "for measuring alone"
DEBUG = False
ALLOWED_HOSTS = ["*"]
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
SITE_ID = 1
STATIC_URL, MEDIA_URL, MEDIA_ROOT = "/static/", "/media/", str(FOLDER / "media")
ROOT_URLCONF = __name__
WSGI_APPLICATION = f"{__name__}.application"
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
HELPDESK_TEAMS_MODE_ENABLED = False
LOGIN_URL = "/login/"
INSTALLED_APPS = [
    *[f"django.contrib.{name}" for name in ("auth", "contenttypes", "sessions", "messages", "staticfiles", "sites")],
    *("django.contrib.admin", "django.contrib.humanize", "bootstrap4form", "helpdesk", "rest_framework"),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": FOLDER / "tickets.sqlite3"}}
if address := os.environ.get("PEER_DATABASE_URL"):
    url = urlparse(address)
    DATABASES["default"] = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": url.path.lstrip("/"),
        "USER": url.username,
        "HOST": url.hostname,
        "PORT": url.port,
    }


def __getattr__(name):
    """Give the addresses and the application when Django asks, which is after the settings are read."""
    if name == "urlpatterns":
        from django.urls import include, path

        return [path("", include("helpdesk.urls", namespace="helpdesk"))]
    if name == "application":
        from django.core.wsgi import get_wsgi_application

        os.environ.setdefault("DJANGO_SETTINGS_MODULE", __name__)
        return get_wsgi_application()
    raise AttributeError(name)
