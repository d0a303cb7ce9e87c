"""Executes notebooks and saves them, or compares them with what is saved. Called by `run`, which describes the options."""

import argparse
import asyncio
import os
import pathlib
import re
import sys

import diaodu
import nbclient
import nbformat

HERE = pathlib.Path(__file__).resolve().parent
BESIDE = HERE.parent / "target/notebooks"
PANEL = HERE.parent / "../shared/data/panels/xiangxi/county_gdp_2004_2021.csv"
ON_PANEL = "03-capital-share.ipynb"
SECONDS_FOR_A_CELL = 600
SECONDS_TO_START = 180


def main():
    asked = arguments()
    sources = [HERE / pathlib.Path(name).name for name in asked.notebooks] or sorted(HERE.glob("*.ipynb"))
    os.environ.pop("DIAODU_PANEL", None)
    if asked.attempt:
        return attempt()
    if asked.panel:
        os.environ["DIAODU_PANEL"] = str(panel(asked.panel))
        sources = [HERE / ON_PANEL]
    diaodu.tables(*diaodu.TABLES)
    saved = [nbformat.read(source, as_version=4) for source in sources]
    executed = asyncio.run(all_of(sources))
    complaints = []
    for source, before, (after, failure) in zip(sources, saved, executed):
        if failure:
            complaints.append(f"{source.name}: {failure}")
        elif asked.check:
            complaints += [f"{source.name}: {difference}" for difference in differences(before, after)]
        else:
            target = BESIDE / source.name if asked.panel else source
            target.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(after, target)
            print(f"notebooks: {target.relative_to(HERE.parent)}, {target.stat().st_size // 1024} KB", file=sys.stderr)
    for complaint in complaints:
        print(f"\n{complaint}", file=sys.stderr)
    print(f"notebooks: {len(sources)} executed, {len(complaints)} complaints", file=sys.stderr)
    return 1 if complaints else 0


def arguments():
    parser = argparse.ArgumentParser(prog="notebooks/run")
    parser.add_argument("notebooks", nargs="*", metavar="NOTEBOOK")
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--check", action="store_true", help="save nothing; compare the text of outputs with the saved one")
    either.add_argument("--panel", metavar="FILE", nargs="?", const=PANEL, help=f"execute {ON_PANEL} over this panel, into target/notebooks")
    either.add_argument("--try", dest="attempt", action="store_true", help="say whether notebooks can be executed here")
    return parser.parse_args()


def attempt():
    cell = nbformat.v4.new_code_cell("import diaodu; diaodu.chinese_font()")
    _, failure = asyncio.run(execute(nbformat.v4.new_notebook(cells=[cell])))
    print(f"notebooks: {failure or 'can be executed here'}", file=sys.stderr)
    return 1 if failure else 0


def panel(asked):
    file = pathlib.Path(asked).resolve()
    if not file.is_file():
        sys.exit(f"notebooks: no panel at {file}; give its path: notebooks/run --panel FILE")
    return file


async def all_of(sources):
    """Two at a time: a notebook is mostly one Python process, and now and then a JVM."""
    places = asyncio.Semaphore(2)

    async def one(source):
        async with places:
            return await execute(nbformat.read(source, as_version=4))

    return await asyncio.gather(*map(one, sources))


async def execute(notebook):
    """The notebook with its output and without what changes from run to run, and what failed in it, or None."""
    client = nbclient.NotebookClient(
        notebook,
        timeout=SECONDS_FOR_A_CELL,
        startup_timeout=SECONDS_TO_START,
        kernel_name="python3",
        resources={"metadata": {"path": str(HERE)}},
        record_timing=False,
    )
    try:
        await client.async_execute()
    except nbclient.exceptions.CellExecutionError as failed:
        return notebook, re.sub(r"\x1b\[[0-9;]*m", "", str(failed))
    return stripped(notebook), complaint(notebook)


def stripped(notebook):
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for cell in notebook.cells:
        cell.metadata = {}
    return notebook


def complaint(notebook):
    """A warning is a fault, too: it would be saved into the page."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "stream" and output.name == "stderr":
                return f"this cell writes to standard error\n{cell.source}\n----\n{output.text}"
    return None


def differences(saved, executed):
    if [cell.source for cell in saved.cells] != [cell.source for cell in executed.cells]:
        yield "the cells are not those that are saved"
    for number, (before, after) in enumerate(zip(saved.cells, executed.cells), start=1):
        if before.cell_type == "code" and words(before) != words(after):
            yield (
                f"the output of cell {number} is not the saved one; run notebooks/run and look at what changed\n{after.source}\n"
                f"---- saved\n{text(before)}\n---- now\n{text(after)}"
            )


def words(cell):
    """Output as words: how wide a column is set depends on the version of pandas."""
    return [word for word in text(cell).split() if word.strip("-")]


def text(cell):
    return "\n".join(
        output.text if output.output_type == "stream" else output.data.get("text/plain", "") for output in cell.outputs
    )


if __name__ == "__main__":
    sys.exit(main())
