from django.apps import AppConfig


class OpinionsConfig(AppConfig):
    name = "langnghe.opinions"
    default_auto_field = "django.db.models.BigAutoField"
