"""A panel of counties as landing files, and a warehouse made from them."""

import csv
import os
import pathlib

import diaodu

FOLDER = diaodu.ROOT / "target/notebooks/panel"
HEADER = "ref_area,indicator,time_period,accumulation,measure,obs_value,unit,obs_status,release_date,note\n"
CENSUS_YEAR = "2019"  # the first year on the level of the economic census of 2018
LONG_AGO = 1577836800  # a file that has just been written is left for the next night


def warehouse(panel):
    """The warehouse of a CSV with `ref_area`, `year` and `gdp_million_yuan_current`: a night over it, which changes nothing when run again."""
    folder = FOLDER / pathlib.Path(panel).stem
    landing = folder / "landing"
    landing.mkdir(parents=True, exist_ok=True)
    for year, rows in by_year(panel).items():
        file = landing / f"gdp-{year}.csv"
        file.write_text(HEADER + "".join(map(line, rows)), encoding="utf-8")
        os.utime(file, (LONG_AGO, LONG_AGO))
    place = folder / "warehouse"
    diaodu.run("nightly", "--landing", landing, "--as-of", "2024-07-31", "--warehouse", place, "--out", folder / "out")
    return place


def by_year(panel):
    years = {}
    with open(panel, encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            years.setdefault(row["year"], []).append(row)
    return years


def line(row):
    status = "B" if row["year"] == CENSUS_YEAR else "A"
    released = f"{int(row['year']) + 1}-03-31"
    return f"{row['ref_area']},gdp,{row['year']},YTD,LEVEL,{row['gdp_million_yuan_current']},百万元,{status},{released},\n"
