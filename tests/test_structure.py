"""The shapes of lines in the lexicon hold what stands beside them: each example is read, no counterexample is."""

import pytest

from policy_digest.lexicon import structure
from policy_digest.lexicon.structure import Shape

LOADED = structure.load()
SHAPES = [shape for shapes in LOADED.shapes.values() for shape in shapes]


@pytest.mark.parametrize(("shape", "line"), [(shape, line) for shape in SHAPES for line in shape.examples], ids=str)
def test_a_shape_reads_its_examples(shape: Shape, line: str) -> None:
    assert shape.match(line)


@pytest.mark.parametrize(
    ("shape", "line"), [(shape, line) for shape in SHAPES for line in shape.counterexamples], ids=str
)
def test_a_shape_reads_none_of_its_counterexamples(shape: Shape, line: str) -> None:
    assert not shape.match(line)


@pytest.mark.parametrize(("shape", "line"), [(shape, line) for shape in SHAPES for line in shape.examples], ids=str)
def test_no_shape_is_idle(shape: Shape, line: str) -> None:
    others = [other for other in LOADED.shapes[shape.kind] if other is not shape]

    if shape.kind not in {"furniture", "masthead"}:
        assert not any(other.match(line) for other in others)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.id)
@pytest.mark.parametrize(
    "line", ["一" * 10_000, "各位、" * 3_000, "图1 " + "：a " * 3_000, "（" * 10_000, "1 " * 5_000]
)
def test_a_shape_is_quick_on_a_long_line(shape: Shape, line: str) -> None:
    shape.match(line)


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("来源：", "credited_to"),
        ("来历:", "credited_to"),
        ("作 者 | ", "author"),
        ("文/", "author"),
        ("责任编辑：", "staff"),
    ],
)
def test_a_byline_s_label_is_known_with_its_separator(label: str, field: str) -> None:
    match = LOADED.byline_label.match(label)

    assert match
    assert LOADED.bylines[match["label"].replace(" ", "")] == field


def test_a_label_inside_a_word_is_none() -> None:
    assert not LOADED.byline_label.search("资金来源：财政拨款")
