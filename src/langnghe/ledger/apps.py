from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import post_migrate


class LedgerConfig(AppConfig):
    name = "langnghe.ledger"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from langnghe.ledger import actions, guards, store

        post_migrate.connect(guards.install, sender=self, dispatch_uid="ledger guards")
        post_migrate.connect(actions.repeat_erasures, sender=self, dispatch_uid="ledger erasures")
        # Run with `check --database default`, never by a plain `check`, which does not open the store.
        checks.register(checks.Tags.database)(store.check)
