"""Old Vietnamese encodings are told from Unicode and from each other, and converted letter for letter."""

import pytest

from langnghe.language import encodings

pytestmark = pytest.mark.nodatabase

SENTENCE = "Đường bê tông ở thôn xuống cấp, đề nghị xã sửa chữa"
IN_TCVN3 = "§­êng bª t«ng ë th«n xuèng cÊp, ®Ò nghÞ x· söa ch÷a"
IN_VNI = "Ñöôøng beâ toâng ôû thoân xuoáng caáp, ñeà nghò xaõ söûa chöõa"


@pytest.mark.parametrize(("text", "encoding"), [(IN_TCVN3, "tcvn3"), (IN_VNI, "vni")])
def test_an_old_encoding_is_detected_and_converted(text, encoding):
    assert encodings.detect(text) == encoding
    assert encodings.convert(text, encoding) == SENTENCE


@pytest.mark.parametrize(
    "text", [SENTENCE, "Duong be tong xuong cap", "Déjà vu à la carte, naïve façade", "2.500.000 đ", ""]
)
def test_what_is_not_old_is_left_alone(text):
    assert encodings.detect(text) is None


def test_a_font_betrays_its_encoding():
    assert encodings.of_font(".VnTime") == encodings.of_font(".VnTimeH") == "tcvn3"
    assert encodings.of_font("VNI-Times") == "vni"
    assert encodings.of_font("Times New Roman") is None


def test_a_capital_font_draws_capitals():
    assert encodings.convert("biªn b¶n", "tcvn3", capitals=encodings.is_capital_font(".VnTimeH")) == "BIÊN BẢN"


def test_every_small_letter_of_vietnamese_survives_tcvn3():
    letters = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
    coded = bytes.fromhex(
        "b5b6b7b8b9a8bbbcbdbec6a9c7c8c9cacbaecccecfd0d1aad2d3d4d5d6d7d8dcdddedfe1e2e3e4abe5e6e7e8e9ac"
        "eaebecedeeeff1f2f3f4adf5f6f7f8f9fafbfcfdfe"
    ).decode("latin-1")

    assert encodings.convert(coded, "tcvn3") == letters
