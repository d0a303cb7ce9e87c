"""The published tables, exactly, and charts with Chinese labels: what the notebooks beside this file share.

Figures are decimal.Decimal from the table to the page. They become floats where a chart places a mark, and nowhere else.
"""

import csv
import decimal
import functools
import io
import json
import os
import pathlib
import re
import subprocess
import warnings

import matplotlib
import matplotlib.pyplot
import pandas

ROOT = pathlib.Path(__file__).resolve().parent.parent
WAREHOUSE = ROOT / os.environ.get("DIAODU_WAREHOUSE", "target/notebooks/warehouse")
OUT = ROOT / os.environ.get("DIAODU_OUT", WAREHOUSE.parent / "out")
LAUNCHER = os.environ.get("DIAODU_LAUNCHER", str(ROOT / "bin/diaodu"))

TABLES = [
    "reference.areas",
    "reference.indicators",
    "statistics.observations",
    "statistics.growth",
    "statistics.capital_share",
    "statistics.attainment",
    "statistics.landing_trials",
    "statistics.revisions",
    "statistics.revision_summary",
]

BLUE, RED, GREY = "#1f5a94", "#b5382a", "#8a8f98"
SIMULATED = "模拟数据，仅供测试"
NO_FIGURE = "—"

# How the codes of the tables are called in the bureau.
WORDS = {
    "LEVEL": "总量",
    "LEVEL_CONSTANT": "不变价总量",
    "YOY": "增速",
    "TWO_YEAR_AVERAGE": "两年平均增速",
    "official": "公布",
    "simulated": "模拟",
    "none": "一致",
    "rounding": "四舍五入",
    "comparable_basis": "口径不同",
    "no_level": "没有总量",
    "green": "绿",
    "blue": "蓝",
    "yellow": "黄",
    "red": "红",
    "published_total": "全州公布数",
    "sum_of_areas": "各县市之和",
    "break_in_series": "与以前不可比",
    "no_capital": "没有首府数据",
    "no_total": "没有合计数，分地区数据也不齐",
    "areas_missing": "分地区数据不齐",
    "no_base_period": "没有上年同期数据",
    "denominator_differs": "两年的分母口径不同",
    "too_few_figures": "数据太少，不能检验",
    "no_variation": "各数相同，不能检验",
    "preliminary": "首次",
    "repeated": "重申",
    "revision": "修订",
    "correction": "更正",
    "withdrawal": "撤回",
    "seasonal_share": "按往年进度",
    "growth_difference": "增速加往年差",
    "annual_trend": "近年平均增速",
    "same_growth": "增速不变（简单办法）",
    "time_proportional": "按时间进度（简单办法）",
}

warnings.filterwarnings("error", message="Glyph .* missing")
pandas.set_option("display.width", 200, "display.max_columns", 30, "display.max_colwidth", 120)
pandas.set_option("display.unicode.east_asian_width", True)


def run(*arguments):
    """What bin/diaodu prints; fails with what it says on standard error."""
    done = subprocess.run([LAUNCHER, *map(str, arguments)], cwd=ROOT, capture_output=True, encoding="utf-8")
    if done.returncode != 0:
        raise RuntimeError(f"diaodu {arguments[0]}: {done.stderr or done.stdout}")
    return done.stdout


def ask(sql):
    """The rows of a query over the published tables: decimals as Decimal, no figure as None."""
    rows = json.loads(run("sql", "--warehouse", WAREHOUSE, "--format", "json", sql), parse_float=decimal.Decimal)
    return pandas.DataFrame(rows, dtype=object)


def trace(key):
    """What bin/diaodu trace says of a figure, without what differs from warehouse to warehouse: instant and run, version of the pack."""
    told = run("trace", "--warehouse", WAREHOUSE, key)
    return re.sub(r" (?:入库|到达)\S+| 运行 \S+|(?<=地区包)[0-9a-f]{16}", "", told)


def tables(*names, warehouse=WAREHOUSE):
    """Published tables, whole. All of TABLES are exported by one start of bin/diaodu where the warehouse has changed since."""
    folder = warehouse.parent / "export"
    published = max(file.stat().st_mtime for file in warehouse.glob("_manifests/*.json"))
    files = [folder / f"{name}.csv" for name in names]
    if not all(file.exists() and file.stat().st_mtime >= published for file in files):
        wanted = [argument for name in TABLES for argument in ("--table", name)]
        run("export", "--warehouse", warehouse, "--out", warehouse.parent, *wanted)
    read = [_read(name, file) for name, file in zip(names, files)]
    return read[0] if len(read) == 1 else read


def _read(name, file):
    """A table with the types that its contract under schemas/ gives."""
    contract = (ROOT / "schemas" / f"{name.replace('.', '/')}.yaml").read_text(encoding="utf-8")
    types = dict(re.findall(r'- name: (\w+)\n\s+type: "?(\w+)', contract))
    of_type = {"decimal": decimal.Decimal, "int": int, "boolean": lambda text: text == "true"}
    with open(file, encoding="utf-8-sig", newline="") as lines:
        rows = [
            {column: of_type.get(types[column], str)(text) if text else None for column, text in row.items()}
            for row in csv.DictReader(lines)
        ]
    return pandas.DataFrame(rows, columns=list(types), dtype=object)


def quotient(dividend, divisor, decimals=6):
    """The exact quotient rounded half up once, as the pipeline makes every ratio."""
    with decimal.localcontext() as context:
        context.prec = 60
        return rounded(decimal.Decimal(dividend) / decimal.Decimal(divisor), decimals)


def rounded(value, decimals):
    """Half up, away from zero; what rounds to zero has no sign."""
    return value.quantize(decimal.Decimal(1).scaleb(-decimals), decimal.ROUND_HALF_UP) + 0


def shown(rows, columns):
    """A table to look at, codes in words. `columns`: column → heading, or (heading, decimals). A simulated row says so."""
    page = pandas.DataFrame(index=rows.index)
    for column, heading in columns.items():
        heading, decimals = heading if isinstance(heading, tuple) else (heading, None)
        page[heading] = [_cell(value, decimals) for value in rows[column]]
    if "provenance" in rows:
        page["性质"] = rows["provenance"].map(WORDS)
    return page.set_index(page.columns[0])


def _cell(value, decimals):
    if pandas.isna(value):
        return NO_FIGURE
    return str(WORDS.get(value, value) if decimals is None else rounded(value, decimals))


def names(table, code):
    """Code → Chinese name, of reference.areas or reference.indicators."""
    return dict(zip(table[code], table["name_zh"]))


def chart(title, across, up, simulated, panels=1):
    """A figure with a title and labelled axes; `simulated` writes into it that its figures are invented."""
    matplotlib.rcParams.update({"font.family": chinese_font(), "axes.unicode_minus": False, "font.size": 10})
    figure, axes = matplotlib.pyplot.subplots(1, panels, figsize=(8.4, 4.2), squeeze=False, layout="constrained")
    figure.suptitle(f"{title}（模拟）" if simulated else title, fontsize=13)
    for one in axes[0]:
        one.set_xlabel(across)
        one.set_ylabel(up)
        one.spines[["top", "right"]].set_visible(False)
        one.grid(axis="y", color="#e3e5e8")
        one.set_axisbelow(True)
    if simulated:
        figure.text(0.5, 0.5, SIMULATED, fontsize=30, color=GREY, alpha=0.22, rotation=18, ha="center", va="center")
    return figure, axes[0] if panels > 1 else axes[0][0]


def picture(figure, told):
    """The chart as an image, and in words for those who cannot see it."""
    from IPython.display import Image

    image = io.BytesIO()
    figure.savefig(image, format="png", dpi=100, metadata={"Software": None})
    matplotlib.pyplot.close(figure)
    return Image(image.getvalue(), alt=told)


@functools.cache
def chinese_font():
    """A font with Chinese forms of the characters.

    Debian's Noto Sans CJK is one file of five faces of which matplotlib can only open the first, the Japanese one; its
    Chinese face is therefore written out once.
    """
    fonts = matplotlib.font_manager.fontManager
    known = {font.name for font in fonts.ttflist}
    for name in ("Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Zen Hei"):
        if name in known:
            return name
    collections = [font.fname for font in fonts.ttflist if font.fname.endswith("NotoSansCJK-Regular.ttc")]
    if not collections:
        raise RuntimeError("No Chinese font found. On Debian: apt-get install fonts-noto-cjk")
    face = ROOT / "target/notebooks/NotoSansCJKsc-Regular.otf"
    if not face.exists():
        from fontTools.ttLib import TTCollection

        face.parent.mkdir(parents=True, exist_ok=True)
        chinese = [f for f in TTCollection(collections[0], lazy=True) if f["name"].getDebugName(1) == "Noto Sans CJK SC"]
        part = face.with_suffix(f".{os.getpid()}")
        chinese[0].save(part)
        part.replace(face)
    fonts.addfont(face)
    return "Noto Sans CJK SC"
