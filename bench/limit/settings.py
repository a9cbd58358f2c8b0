"""Django with the store's tables and nothing else: no middleware, no sessions, no languages, no layout."""

from pathlib import Path

from langnghe.settings import *  # noqa: F403

INSTALLED_APPS = [name for name in INSTALLED_APPS if name.startswith("langnghe.")]  # noqa: F405
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", *INSTALLED_APPS]
INSTALLED_APPS.remove("langnghe.web")
MIDDLEWARE = []
ROOT_URLCONF = "bench.limit.pages"
WSGI_APPLICATION = "bench.limit.pages.application"
TEMPLATES = [
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [Path(__file__).parent / "templates"]}
]
USE_I18N = False
AUTHENTICATION_BACKENDS = []
SILENCED_SYSTEM_CHECKS = ["axes.W006"]
