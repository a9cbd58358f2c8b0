from django.apps import AppConfig
from django.db.models.signals import post_migrate


class OpinionsConfig(AppConfig):
    name = "langnghe.opinions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from langnghe.opinions import undecided

        post_migrate.connect(undecided.install, sender=self, dispatch_uid="opinions undecided")
