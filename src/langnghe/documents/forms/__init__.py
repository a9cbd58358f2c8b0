"""What stands in each form and in which order: the words of the paper, with placeholders for what the shape fills."""

from collections.abc import Callable

from langnghe.documents.forms.letters import guidance, referral, reply, result
from langnghe.documents.forms.meetings import invitation, minutes, notice, plan
from langnghe.documents.forms.sheets import register, table
from langnghe.documents.layouts import Layout

FORMS: dict[str, Callable[[Layout, float], str]] = {
    "plan": plan,
    "notice": notice,
    "invitation": invitation,
    "minutes": minutes,
    "table": table,
    "result": result,
    "register": register,
    "referral": referral,
    "guidance": guidance,
    "reply": reply,
}
LYING = {"table", "register"}
