"""Tables stay in line whatever the cells hold."""

from hypothesis import given, strategies as st

from kg.store.tables import columns, render

cells = st.text(max_size=30)
tables = st.integers(1, 4).flatmap(
    lambda n: st.lists(st.lists(cells, min_size=n, max_size=n), min_size=1, max_size=5)
)


def test_a_table():
    assert render(("drug", "treats"), [["lumerol", "winter gloom"], ["x", ""]]) == (
        "drug     treats\n"
        "───────  ────────────\n"
        "lumerol  winter gloom\n"
        "x\n"
    )  # fmt: skip


def test_a_table_without_rows_has_its_head():
    assert render(("a", "b"), []) == "a  b\n─  ─\n"


def test_a_table_without_columns_is_empty():
    assert render((), []).strip() == ""


def test_long_cells_are_wrapped_to_the_width():
    table = render(("sentence", "n"), [["one two three four five six", "1"]], width=20)
    assert table == (
        "sentence           n\n"
        "─────────────────  ─\n"
        "one two three      1\n"
        "four five six\n"
    )  # fmt: skip


def test_wide_characters_take_two_columns():
    lines = render(("名前", "x"), [["a", "b"]]).splitlines()
    assert lines == ["名前  x", "────  ─", "a     b"]


def test_characters_that_move_the_cursor_are_blanks():
    table = render(("a",), [["one\r\ntwo\x1b[31m\u202ethree\u200b"]])
    assert table.splitlines()[2] == "one two [31mthree"


@given(tables, st.integers(10, 60))
def test_no_line_is_wider_than_asked(rows, width):
    table = render([f"h{i}" for i in range(len(rows[0]))], rows, width=width)
    room = max(width, len(rows[0]) * 10)
    assert all(columns(line) <= room for line in table.splitlines())
    assert "\x1b" not in table
