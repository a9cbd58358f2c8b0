from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "langnghe.papers"
    default_auto_field = "django.db.models.BigAutoField"
