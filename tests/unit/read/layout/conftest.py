import pytest

from pdfs import drawn, read_drawn, shown


@pytest.fixture
def tables(tmp_path):
    """Reads the tables of pages that are drawn from pieces, each as a list of rows."""

    def read_pages(*pages, **options):
        return [block for block in shown(read_drawn(tmp_path, drawn(*pages, **options))) if isinstance(block, list)]

    return read_pages
