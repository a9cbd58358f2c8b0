from django.apps import AppConfig


class DialoguesConfig(AppConfig):
    name = "langnghe.dialogues"
    default_auto_field = "django.db.models.BigAutoField"
