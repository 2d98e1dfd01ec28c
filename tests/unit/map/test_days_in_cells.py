"""Japanese texts in cells of a row, in place of figures: their numbers are accounted for."""

from iij_xbrl.pipeline import load_taxonomy
from support import report, trace

PAGE = """\
# 2023年3月期 決算短信〔IFRS〕（連結）

株式会社インターネットイニシアティブ（コード番号 3774）

１．配当の内容

| | 決定額 | 前期実績 |
|---|---:|---:|
| １株当たり配当金 | 29円25銭 | 23円00銭 |
| 効力発生日 | 2022年12月5日 | 2021年12月6日 |
"""


def test_the_day_of_a_cell_is_a_date():
    taxonomy = load_taxonomy()
    rows = [row for row in trace(report(PAGE, taxonomy), taxonomy) if row["label"] == "効力発生日"]
    assert [row["text"] for row in rows] == ["2022", "12", "5", "2021", "12", "6"]
    assert {row["status"] for row in rows} == {"not-a-fact"}
