from hypothesis import given, strategies as st

from kg.cli.tables import table

cell = st.text(alphabet="abc 1", max_size=30)
grid = st.integers(1, 4).flatmap(
    lambda n: st.tuples(
        st.lists(cell, min_size=n, max_size=n),
        st.lists(st.lists(cell, min_size=n, max_size=n), max_size=5),
    )
)


def test_without_a_width_each_row_is_one_line():
    shown = table(["claim", "n"], [["zinc binds\ninsulin", "1"], ["", "22"]])
    assert shown.splitlines() == [
        "claim               n",
        "zinc binds insulin  1",
        "                    22",
    ]


def test_with_a_width_the_widest_column_gives_way():
    shown = table(["a", "sentence"], [["x", "one two three four five"]], width=14)
    assert shown.splitlines() == ["a  sentence", "x  one two", "   three four", "   five"]


@given(grid)
def test_no_word_is_lost(given_grid):
    header, rows = given_grid
    words = " ".join(" ".join(row) for row in (header, *rows)).split()
    assert sorted(table(header, rows).split()) == sorted(words)


@given(grid, st.integers(50, 90))
def test_no_line_is_wider_than_the_terminal(given_grid, width):
    assert all(len(line) <= width for line in table(*given_grid, width=width).splitlines())
