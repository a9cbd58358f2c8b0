"""The templates the product ships are the ones its profile makes, and a clerk may still change them."""

import io
from zipfile import ZipFile

import pytest
from docx import Document

from langnghe.documents import forms, layouts, make_templates, packing, typesetting
from langnghe.documents.words import words_of
from tests.documents import cast

pytestmark = pytest.mark.nodatabase


@pytest.mark.parametrize("kind", forms.FORMS)
@pytest.mark.parametrize("profile", layouts.profiles())
def test_making_the_templates_again_changes_nothing(profile, kind):
    made = packing.unpack(make_templates.template(layouts.layout(profile), kind))

    assert made == packing.unpack((layouts.FOLDER / profile / f"{kind}.docx").read_bytes())


def test_the_state_profile_keeps_to_the_margins_and_sizes_of_the_decree():
    layout = layouts.layout("state")

    assert 20 <= layout.page.top <= 25
    assert 20 <= layout.page.bottom <= 25
    assert 30 <= layout.page.left <= 35
    assert 15 <= layout.page.right <= 20
    sizes = {key: style.size for key, style in layout.styles.items()}
    assert sizes["nation"] in (12, 13)
    assert all(13 <= sizes[key] <= 14 for key in ("motto", "place_and_date", "kind", "subject", "body", "page_number"))
    assert (sizes["number"], sizes["recipients"], sizes["recipient"]) == (13, 12, 11)


def test_all_text_stands_in_paragraphs_and_cells():
    for kind in forms.FORMS:
        document = packing.unpack((layouts.FOLDER / "state" / f"{kind}.docx").read_bytes())["word/document.xml"]
        assert b"txbxContent" not in document
        assert b"<w:drawing" not in document
        assert b"instrText" not in document


def test_a_clerk_may_change_a_template_with_a_word_processor(tmp_path):
    document = Document(layouts.FOLDER / "state" / "minutes.docx")
    next(line for line in document.paragraphs if line.text == "BIÊN BẢN").runs[0].text = "BIÊN BẢN HỌP"
    document.save(tmp_path / "minutes.docx")
    paper, whole = cast.minutes(), io.BytesIO()

    typesetting.fill(
        tmp_path / "minutes.docx",
        words_of(paper, layouts.layout("state")),
        whole,
        title=paper.title,
        on=paper.head.on,
    )

    assert "BIÊN BẢN HỌP" in cast.words_in(whole.getvalue())


def test_a_template_reads_its_words_and_nothing_of_the_machine(tmp_path):
    document = Document()
    document.add_paragraph("{{ title.__class__.__mro__ }}")
    document.save(tmp_path / "sly.docx")

    with pytest.raises(Exception, match="unsafe"):
        typesetting.fill(tmp_path / "sly.docx", {"title": "x"}, io.BytesIO(), title="", on=cast.EVENING)


def test_parts_carry_no_date_of_their_making():
    with ZipFile(io.BytesIO(cast.written(cast.minutes()))) as package:
        assert {entry.date_time for entry in package.infolist()} == {packing.EPOCH}
