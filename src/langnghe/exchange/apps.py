from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "langnghe.exchange"
    default_auto_field = "django.db.models.BigAutoField"
