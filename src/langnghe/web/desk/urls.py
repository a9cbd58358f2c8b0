"""The addresses of the desk. Every one of them is for staff; what each may see is asked of the words below."""

from django.urls import path

from langnghe.web.desk import dialogue, hearing, matter, register, review, texts, triage

urlpatterns = [
    path("", register.register, name="register"),
    path("register.<str:form>", register.register_list, name="register-list"),
    path("hear/", hearing.hear_new, name="hear-new"),
    path("triage/", triage.triage, name="triage"),
    path("triage/<str:reference>/opening/", triage.open_held, name="open-held"),
    path("triage/<str:reference>/aside/", triage.aside, name="aside"),
    path("triage/<str:reference>/guidance/<str:kind>.docx", triage.slip, name="guidance"),
    path("unit/", matter.unit, name="unit"),
    path("matters/<str:code>/", matter.matter, name="matter"),
    path("dialogues/<str:code>/", dialogue.dialogue, name="dialogue"),
    path("dialogues/<str:code>/attendance/", dialogue.attendance, name="attendance"),
    path("dialogues/<str:code>/confirm/", dialogue.confirm, name="confirm"),
    path("dialogues/<str:code>/hear/", hearing.hear, name="hear"),
    path("dialogues/<str:code>/review/", review.review, name="review"),
    path("dialogues/<str:code>/papers/<uuid:paper>/<int:number>/", review.take_up, name="take-up"),
    path("dialogues/<str:code>/papers/<str:kind>.<str:form>", dialogue.paper, name="paper"),
    path("dialogues/<str:code>/decisions/", matter.decide_all, name="decide-all"),
    path("dialogues/<str:code>/texts/", texts.texts, name="texts"),
    path("opinions/<str:reference>/words/", review.correct, name="correct"),
    path("opinions/<str:reference>/dismissal/", review.dismiss, name="dismiss"),
    path("opinions/<str:reference>/public/", texts.publish, name="publish"),
]
