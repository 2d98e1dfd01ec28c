"""Pages in Japanese."""

from __future__ import annotations

from drawn.spans import Span
from drawn.words import Language


def _name(span: Span) -> str:
    """`2012年3月期第2四半期累計`, `2012年3月期第2四半期` for the quarter alone, `2012年3月期`."""
    year = f"{span.year + 1}年3月期"
    if span.quarters == 4:
        return year
    return f"{year}第{span.first + span.quarters}四半期{'累計' if span.quarters > 1 else ''}"


def _words(span: Span) -> str:
    """`2012年3月期第2四半期累計（自 2011年4月1日 至 2011年9月30日）`."""
    first, _, last = span.iso.partition("/")
    return f"{_name(span)}（自 {_of_day(first)} 至 {_of_day(last)}）"


def _day(span: Span) -> str:
    """`2011年9月30日`."""
    return _of_day(str(span.end))


def _of_day(iso: str) -> str:
    year, month, day = (int(part) for part in iso.split("-"))
    return f"{year}年{month}月{day}日"


JAPANESE = Language(
    labels={
        "Revenues": "営業収益合計",
        "NetworkServicesRevenue": "ネットワークサービス売上高",
        "SystemsIntegrationRevenue": "システムインテグレーション売上高",
        "EquipmentSalesRevenue": "機器売上高",
        "AtmOperationBusinessRevenue": "ATM運営事業売上高",
        "CostOfRevenues": "売上原価合計",
        "SellingGeneralAdministrativeAndResearchExpenses": "販売管理費等",
        "OperatingIncome": "営業利益",
        "NetIncomeAttributableToParent": "当社株主に帰属する四半期純利益",
    },
    title="業績概要",
    million="百万円",
    thousand="千円",
    change="前年同期比（％）",
    minus="△{}",
    name=_name,
    words=_words,
    day=_day,
    companies=(
        *("株式会社ハイホー", "株式会社IIJグローバルソリューションズ", "株式会社ネットケア"),
        *("トラストネットワークス",),
        *(
            "インターネットマルチフィード株式会社",
            "IIJ America",
            "日本電信電話株式会社",
            "KDDI株式会社",
            "サンプル通信株式会社",
        ),
    ),
    scopes=(
        *(
            "個別",
            "単体",
            "非連結",
            "提出会社",
            "子会社",
            "関連会社",
            "持分法適用会社",
            "他社",
            "同業他社平均",
            "業界平均",
        ),
        *(
            "競合A社",
            "海外",
            "関西",
            "官公庁",
            "法人向け",
            "個人向け",
            "モバイル",
            "クラウド",
            "セキュリティ",
        ),
        *("セグメントA", "A事業部", "消去", "全社", "調整額", "旧会社", "買収先", "被取得企業"),
    ),
    bases=(
        *(
            "予算",
            "社内目標",
            "市場予想",
            "コンセンサス",
            "試算",
            "シミュレーション",
            "概算",
            "見本",
            "架空",
            "仮",
        ),
        *("修正前", "訂正前", "前回公表値", "当初公表値", "組替前", "遡及適用前", "調整後", "調整前"),
        *(),
        *("買収影響除く", "一時要因除く", "IIJグローバルを除く", "為替影響除く", "既存事業ベース", "消去前"),
        *("相殺前",),
        *("管理会計ベース", "現金主義", "税務ベース", "日本基準", "IFRS", "非継続事業", "プロフォーマ", "合算値"),
        *("従業員1人当たり", "1社当たり", "月平均", "年換算", "最大値", "中央値", "指数", "却下", "撤回", "取消"),
        *("旧",),
        *("草案", "未確定", "速報値", "暫定", "誤り", "誤記", "受注", "受注残", "請求額", "為替の影響", "震災の影響"),
        *("計画差", "予算差異", "構成", "買収による増加"),
    ),
    neutral=("未監査", "連結", "要約", "概要", "米国基準", "ハイライト"),
    marks=("*", "※", "※1", "(注)", "(注1)", "†"),
    suffixes=("E", "千", "億", "B", "xx", "株", "F", "速", "R", "?", "!", "/2", "x"),
    damage=("{} / 1,234", "[{}", "> {}", "${}", "€{}", "{}％", "x{}", "{}株", "{}（予算）", "約{}", "{}超"),
    titles=(
        "{other} {title}",
        "{title}（{other}）",
        "{title}－{other}",
        "{title}：{other}",
        "{other}：{title}",
        "{other}の{title}",
    ),
    lines=("{}", "（{}）", "［{}］", "{}：", "※{}", "＜{}＞"),
    captions=("表1：{}", "表2　{}", "図表3 {}"),
    introductions=(
        "次の表は{}を示しています。",
        "{}の数値は以下のとおりです。",
        "以下は{}です。",
        "本表は{}に関するものです。",
    ),
    corners=("{}", "（{}）"),
    last_rows=("{}", "（{}）", "※ {}"),
    notes=("（{}）", "（注）{}", "注：{}", "※{}"),
    conclusions=(
        "すべて{}の数値です。",
        "上記は{}の数値です。",
        "上表の数値は{}です。",
        "（注）上記の金額は{}によるものです。",
    ),
    corrections=(
        "上表は誤って掲載したものです。",
        "上記の数値は誤りであり、参照しないでください。",
        "上表は撤回されました。",
    ),
    heads=("{1}（{0}）", "{1} {0}", "{0} {1}", "{0}", "{1}・{0}"),
    strange_heads=("調整額", "予算", "市場予想", "平均", "消去", "その他"),
    note_heads=("注記番号", "注記", "注"),
    groups=("{}", "{}："),
    label_ways=("{1}（{0}）", "{1}－{0}", "{1}・{0}", "{0} {1}", "{0}の{1}", "{1}：{0}", "{1}［{0}］"),
    label_beginnings=("控除：", "うち、子会社に係る", "増減：", "他社への"),
    label_ends=("（ハイホー分）", "（非継続事業）", "（IIJグローバルを除く）", "（消去前）", "（従業員1人当たり）"),
)
"""The words of pages in Japanese."""
