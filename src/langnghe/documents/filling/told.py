"""How a paper tells what became of a matter: the official answer in the words of a notice."""

from datetime import date

from langnghe.answers.rules import Contents, Outcome
from langnghe.feedback.wall import Became

STATES = {
    Outcome.DONE: "Đã làm",
    Outcome.WILL_DO: "Sẽ làm",
    Outcome.PARTLY: "Làm được một phần",
    Outcome.NOT_POSSIBLE: "Chưa làm được",
    Outcome.REFERRED: "Chuyển nơi có thẩm quyền",
    Outcome.GUIDED: "Hướng dẫn nơi giải quyết",
}
SETTLED = {
    Outcome.DONE: "Đã giải quyết",
    Outcome.WILL_DO: "Đang giải quyết",
    Outcome.PARTLY: "Đang giải quyết",
    Outcome.NOT_POSSIBLE: "Đã giải trình, thông tin",
    Outcome.REFERRED: "Đã chuyển, chờ trả lời",
    Outcome.GUIDED: "Đã giải trình, thông tin",
}
LOOKED_INTO = "Đang xem xét"
UNWRITTEN = "(chưa có bản công khai)"


def answer(became: Became) -> str:
    """Return everything an official answer tells, one line after another."""
    said = became.contents
    lines = [said.words, reason(said), money(said), _turn_to(said), sent(became)]
    return "\n".join(line for line in lines if line)


def reason(said: Contents) -> str:
    """Return why something is not done, or ""."""
    return f"Vì: {said.reason}" if said.reason else ""


def money(said: Contents) -> str:
    """Return what it costs and who pays, as "Kinh phí: 80.000.000 đồng, ngân sách xã", or ""."""
    return f"Kinh phí: {amount(said)}" if said.money else ""


def amount(said: Contents) -> str:
    """Return "80.000.000 đồng, ngân sách xã", or ""."""
    return f"{said.money:,} đồng, {said.source}".replace(",", ".", f"{said.money:,}".count(",")) if said.money else ""


def sent(became: Became) -> str:
    """Return to whom and with which slip a matter was sent, or ""."""
    if not became.sent_on:
        return ""
    return f"Đã chuyển {became.sent_to} (phiếu chuyển số {became.sent_as}, ngày {became.sent_on:%d/%m/%Y})"


def day(said: Contents) -> date | None:
    """Return the day an answer names: of what was done, or of what is to come."""
    return said.due_on or said.done_on


def _turn_to(said: Contents) -> str:
    if not said.whom:
        return ""
    return f"Nơi giải quyết: {said.whom}" if said.outcome is Outcome.REFERRED else f"Hỏi tại: {said.whom}"
